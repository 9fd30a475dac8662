#include "jpki/reception/authenticate_with_pin.hpp"

#include "jpki/reception/number_refusal.hpp"
#include "jpki/trust/check_groups.hpp"
#include "jpki/trust/trust_examiner.hpp"

namespace madoguchi::jpki {

namespace {

PinAuthenticationOutcome judge(UserAuthenticationCertificate certificate, SignedChallenge proof,
                               const TrustAnchors& anchors, const Clock& clock) {
    TrustExaminer examiner(anchors, clock.civil_now());
    examiner.examine_key_proof(certificate, std::move(proof));
    auto examined = examiner.examine(std::move(certificate));
    auto* verified = std::get_if<Verified<UserAuthenticationCertificate>>(&examined);
    if (verified == nullptr || !examiner.verdict().passed_all(pin_checks)) {
        return CardNotTrusted{examiner.verdict()};
    }
    return PinAuthentication{std::move(*verified), examiner.verdict()};
}

} // namespace

Result<PinAuthenticationOutcome> authenticate_with_pin(MynaCard& card, apdu::Pin pin,
                                                       apdu::PinPolicy policy,
                                                       const TrustAnchors& anchors,
                                                       const Clock& clock, Deadline deadline) {
    JpkiApplication application = MADOGUCHI_TRY(card.select_jpki(deadline));
    const NumberPresentation presentation =
        MADOGUCHI_TRY(application.present_pin(std::move(pin), std::move(policy), deadline));
    if (auto refusal = refusal_in<PinAuthenticationOutcome>(presentation)) {
        return std::move(*refusal);
    }
    // After the PIN, because a phone gives its certificate only then.
    auto certificate = MADOGUCHI_TRY(application.read_user_authentication_certificate(deadline));
    Challenge challenge = MADOGUCHI_TRY(Challenge::fresh());
    SignedChallenge proof = MADOGUCHI_TRY(application.sign(std::move(challenge), deadline));
    MADOGUCHI_TRY(card.forget_presented_numbers(deadline));
    return judge(std::move(certificate), std::move(proof), anchors, clock);
}

Result<apdu::CounterReading> authentication_pin_counter(MynaCard& card, Deadline deadline) {
    JpkiApplication application = MADOGUCHI_TRY(card.select_jpki(deadline));
    return application.pin_counter(deadline);
}

} // namespace madoguchi::jpki
