#include "jpki/card/key_file.hpp"

namespace madoguchi::jpki {

Result<void> select_key_file(const SelectedApplication& application, apdu::FileId key,
                             apdu::ExchangeBudget& budget) {
    const auto response =
        MADOGUCHI_TRY(application.channel().exchange(apdu::command::select_file(key), budget));
    if (!response.status().is_success()) {
        return fail(
            apdu::unexpected_status(response.status(), "the card refuses to select a key file"));
    }
    return {};
}

} // namespace madoguchi::jpki
