// The My Number card (マイナンバーカード), or a phone that carries its certificates.
#pragma once

#include "jpki/card/card_data_application.hpp"
#include "jpki/card/card_profile.hpp"
#include "jpki/card/card_survey.hpp"
#include "jpki/card/common_card_application.hpp"
#include "jpki/card/foreign_card.hpp"
#include "jpki/card/input_support_application.hpp"
#include "jpki/card/jpki_application.hpp"
#include "jpki/card/surface_application.hpp"

#include <memory>
#include <variant>

namespace madoguchi::jpki {

class MynaCard;

using RecognisedCard = std::variant<MynaCard, ForeignCard>;

// Use from the thread that holds the transaction, while the transaction is open. One application is
// current at a time: each select_… ends the use of the application object before it.
class MynaCard {
public:
    // Selects 公的個人認証AP and reads what the token calls itself: two exchanges. Where that
    // application is missing, the card is named by what else it has. Presents no number. `trace`
    // may be null; it and the transaction must outlive the card. Errors: UnexpectedStatusWord
    // (6F00: the card says neither yes nor no), and as ApduChannel::exchange.
    [[nodiscard]] static Result<RecognisedCard>
    recognise(hal::Transaction& transaction, apdu::TraceSink* trace, Deadline deadline);

    // The same for a caller that can do nothing with another card. Errors: CardUnsuitable (a
    // foreign card), and as recognise.
    [[nodiscard]] static Result<MynaCard> require(hal::Transaction& transaction,
                                                  apdu::TraceSink* trace, Deadline deadline);

    [[nodiscard]] const CardProfile& profile() const noexcept { return profile_; }

    // Errors: ApplicationNotFound when the token has no such application (without asking it, when
    // cards of its layout never have), UnexpectedStatusWord, and as ApduChannel::exchange.
    [[nodiscard]] Result<JpkiApplication> select_jpki(Deadline deadline);
    [[nodiscard]] Result<InputSupportApplication> select_input_support(Deadline deadline);
    [[nodiscard]] Result<SurfaceApplication> select_surface(Deadline deadline);
    [[nodiscard]] Result<CommonCardApplication> select_common_card(Deadline deadline);
    [[nodiscard]] Result<CardDataApplication> select_card_data(Deadline deadline);

    // The certificate, without an exchange where JpkiApplication::go_on_with has it already.
    // Errors: as select_jpki and JpkiApplication::read_user_authentication_certificate.
    [[nodiscard]] Result<UserAuthenticationCertificate>
    user_authentication_certificate(Deadline deadline);

    // Reads and has proved what needs no number, while the number is still looked for; the reading
    // that follows asks for the rest. Leaves the application current that it begins with.
    // Contract: JpkiApplication::go_on_with was called. Errors: as select_… and read_ahead.
    [[nodiscard]] Result<void> read_ahead_of_number(Deadline deadline);

    // For diagnostics: everything that can be asked of the token without a number. Takes a score of
    // exchanges, which a reception does not spend. Errors: as ApduChannel::exchange.
    [[nodiscard]] Result<CardSurvey> survey(Deadline deadline);

    // Makes the card forget every number presented to it, by selecting an application where none
    // was. For the end of a task: powering the card down may not suffice on contactless readers.
    [[nodiscard]] Result<void> forget_presented_numbers(Deadline deadline);

private:
    MynaCard(std::unique_ptr<CardSession> session, CardProfile profile) noexcept;

    std::unique_ptr<CardSession> session_; // stays in place when the card object moves
    CardProfile profile_;
    const CardLayout* layout_;
};

} // namespace madoguchi::jpki
