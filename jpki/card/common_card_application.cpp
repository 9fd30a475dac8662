#include "jpki/card/common_card_application.hpp"

#include "jpki/card/file_map.hpp"

namespace madoguchi::jpki {

namespace files = file_map::common_card;

Result<CommonCardApplication> CommonCardApplication::select(CardSession& session,
                                                            Deadline deadline) {
    return CommonCardApplication(
        MADOGUCHI_TRY(SelectedApplication::select(session, files::application, deadline)));
}

Result<CommonCardRecord> CommonCardApplication::read_card_record(Deadline deadline) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    const apdu::CommandApdu command = apdu::command::read_record(
        files::card_record, files::card_record_number, apdu::ApduLimits::short_answer);
    const apdu::ResponseApdu response =
        MADOGUCHI_TRY(application_.channel().exchange(command, budget));
    if (!response.status().is_success()) {
        return fail(
            apdu::unexpected_status(response.status(), "the card refuses to read its record"));
    }
    return parse_common_card_record(response.data());
}

} // namespace madoguchi::jpki
