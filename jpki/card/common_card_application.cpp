#include "jpki/card/common_card_application.hpp"

namespace madoguchi::jpki {

Result<CommonCardApplication> CommonCardApplication::select(CardSession& session,
                                                            const CommonCardLayout& layout,
                                                            Deadline deadline) {
    return CommonCardApplication(
        MADOGUCHI_TRY(SelectedApplication::select(session, layout.application, deadline)), layout);
}

Result<CommonCardRecord> CommonCardApplication::read_card_record(Deadline deadline) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    const apdu::CommandApdu command = apdu::command::read_record(
        layout_->card_record, layout_->card_record_number, apdu::ApduLimits::short_answer);
    const apdu::ResponseApdu response =
        MADOGUCHI_TRY(application_.channel().exchange(command, budget));
    if (!response.status().is_success()) {
        return fail(
            apdu::unexpected_status(response.status(), "the card refuses to read its record"));
    }
    return parse_common_card_record(response.data());
}

} // namespace madoguchi::jpki
