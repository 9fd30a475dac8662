#include "jpki/card/object_file.hpp"

namespace madoguchi::jpki {

Result<SecretBytes> read_object(const SelectedApplication& application,
                                const apdu::ObjectFile& file, Deadline deadline,
                                apdu::TlvRules rules) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    ReadingProgress* const progress = application.session().progress();
    apdu::ObjectFileReading reading(
        file, rules,
        progress != nullptr ? progress->beginning_of(application.name(), file.id) : Bytes());
    Result<Bytes> object = reading.read(application.channel(), budget);
    if (progress != nullptr) {
        progress->keep(application.name(), file.id, reading.content());
    }
    // Personal data may be inside: what came through the channel's buffer is wiped.
    return SecretBytes::taking(MADOGUCHI_TRY(std::move(object)));
}

} // namespace madoguchi::jpki
