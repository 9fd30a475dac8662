#include "jpki/card/key_file.hpp"

#include <algorithm>
#include <array>

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

apdu::KeyReference by_short_identifier(apdu::FileId key) {
    return apdu::KeyReference::in_file(
        apdu::ShortFileId(static_cast<std::uint8_t>(key.value() & 0x1FU)));
}

bool refuses_short_identifier(const Error& error) {
    using namespace apdu::status;
    constexpr std::array refusals{file_or_application_not_found, wrong_parameters,
                                  reference_data_not_found, instruction_not_supported};
    const auto status = error.status_word();
    return status && std::ranges::find(refusals, apdu::StatusWord(*status)) != refusals.end();
}

} // namespace madoguchi::jpki
