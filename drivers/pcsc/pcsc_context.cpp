#include "drivers/pcsc/pcsc_context.hpp"

namespace madoguchi::drivers {

Result<SharedPcscContext> PcscService::context() {
    if (context_ == nullptr) {
        const ScardEstablished established = table_->establish_context();
        if (established.code != ScardCode::Success) {
            return fail(error_before_use(established.code));
        }
        context_ = std::make_shared<const PcscContext>(table_, established.context);
    }
    return context_;
}

} // namespace madoguchi::drivers
