// The My Number card (マイナンバーカード), or a phone that carries its certificates.
#pragma once

#include "jpki/card/card_profile.hpp"
#include "jpki/card/common_card_application.hpp"
#include "jpki/card/input_support_application.hpp"
#include "jpki/card/jpki_application.hpp"
#include "jpki/card/surface_application.hpp"

#include <memory>

namespace madoguchi::jpki {

// Use from the thread that holds the transaction, while the transaction is open. One application is
// current at a time: each select_… ends the use of the application object before it.
class MynaCard {
public:
    // Asks which applications are there and what the token calls itself; presents no number.
    // `trace` may be null; it and the transaction must outlive the card. Errors: CardUnsuitable (a
    // foreign card, or one whose kind is unknown), and as ApduChannel::exchange.
    [[nodiscard]] static Result<MynaCard> recognise(hal::Transaction& transaction,
                                                    apdu::TraceSink* trace, Deadline deadline);

    [[nodiscard]] const CardProfile& profile() const noexcept { return profile_; }

    // Errors: ApplicationNotFound when the token has no such application, UnexpectedStatusWord, and
    // as ApduChannel::exchange.
    [[nodiscard]] Result<JpkiApplication> select_jpki(Deadline deadline);
    [[nodiscard]] Result<InputSupportApplication> select_input_support(Deadline deadline);
    [[nodiscard]] Result<SurfaceApplication> select_surface(Deadline deadline);
    [[nodiscard]] Result<CommonCardApplication> select_common_card(Deadline deadline);

    // Makes the card forget every number presented to it, by selecting an application where none
    // was. For the end of a task: powering the card down may not suffice on contactless readers.
    [[nodiscard]] Result<void> forget_presented_numbers(Deadline deadline);

private:
    MynaCard(std::unique_ptr<CardSession> session, CardProfile profile) noexcept;

    std::unique_ptr<CardSession> session_; // stays in place when the card object moves
    CardProfile profile_;
};

} // namespace madoguchi::jpki
