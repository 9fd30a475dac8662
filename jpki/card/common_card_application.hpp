// 共通カードAP: card number, municipality, expiry (card-interface reference, section 8).
#pragma once

#include "jpki/card/card_session.hpp"
#include "jpki/record/common_card_record.hpp"

namespace madoguchi::jpki {

// Borrows the card; valid until another application is selected.
class CommonCardApplication {
public:
    // Errors: as CardSession::select.
    [[nodiscard]] static Result<CommonCardApplication> select(CardSession& session,
                                                              Deadline deadline);

    // Needs no number. Errors: UnexpectedStatusWord, as ApduChannel::exchange and
    // parse_common_card_record.
    [[nodiscard]] Result<CommonCardRecord> read_card_record(Deadline deadline);

private:
    explicit CommonCardApplication(SelectedApplication application) noexcept
        : application_(application) {}

    SelectedApplication application_;
};

} // namespace madoguchi::jpki
