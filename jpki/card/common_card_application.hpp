// 共通カードAP: card number, municipality, expiry (card-interface reference, section 8).
#pragma once

#include "jpki/card/card_layout.hpp"
#include "jpki/card/card_session.hpp"
#include "jpki/record/common_card_record.hpp"

namespace madoguchi::jpki {

// Borrows the card; valid until another application is selected.
class CommonCardApplication {
public:
    // `layout` must outlive the object. Errors: as CardSession::select.
    [[nodiscard]] static Result<CommonCardApplication>
    select(CardSession& session, const CommonCardLayout& layout, Deadline deadline);

    // Needs no number. Errors: UnexpectedStatusWord, as ApduChannel::exchange and
    // parse_common_card_record.
    [[nodiscard]] Result<CommonCardRecord> read_card_record(Deadline deadline);

private:
    CommonCardApplication(SelectedApplication application, const CommonCardLayout& layout) noexcept
        : application_(application), layout_(&layout) {}

    SelectedApplication application_;
    const CommonCardLayout* layout_;
};

} // namespace madoguchi::jpki
