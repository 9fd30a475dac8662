#include "jpki/reception/examine_card.hpp"

#include "jpki/reception/number_refusal.hpp"
#include "jpki/trust/trust_examiner.hpp"

namespace madoguchi::jpki {

namespace {

template <typename Reading>
using Opened = std::variant<Reading, NumberRejected, NumberBlocked>;

Result<Opened<SurfaceReading>> open_surface(MynaCard& card, const VerificationNumberB& number,
                                            Deadline deadline, const EarlyPhoto& early_photo) {
    SurfaceApplication application = MADOGUCHI_TRY(card.select_surface(deadline));
    const NumberPresentation presentation =
        MADOGUCHI_TRY(application.present_number_b(number, apdu::PinPolicy(), deadline));
    if (auto refusal = refusal_in<Opened<SurfaceReading>>(presentation)) {
        return std::move(*refusal);
    }
    return MADOGUCHI_TRY(application.read_all(deadline, early_photo));
}

Result<Opened<InputSupportReading>>
open_input_support(MynaCard& card, const VerificationNumberB& number, Deadline deadline) {
    InputSupportApplication application = MADOGUCHI_TRY(card.select_input_support(deadline));
    const NumberPresentation presentation =
        MADOGUCHI_TRY(application.present_number_b(number, apdu::PinPolicy(), deadline));
    if (auto refusal = refusal_in<Opened<InputSupportReading>>(presentation)) {
        return std::move(*refusal);
    }
    return MADOGUCHI_TRY(application.read_all(deadline));
}

// Passes a refusal on as the outcome of the larger task.
template <typename Outcome, typename Reading>
std::optional<Outcome> refusal_of(const Opened<Reading>& opened) {
    if (const auto* rejected = std::get_if<NumberRejected>(&opened)) {
        return Outcome(*rejected);
    }
    if (std::holds_alternative<NumberBlocked>(opened)) {
        return Outcome(NumberBlocked{});
    }
    return std::nullopt;
}

ExaminedBasicFour examine(InputSupportReading reading, const TrustAnchors& anchors,
                          const Clock& clock) {
    TrustExaminer examiner(anchors, clock.civil_now());
    auto basic_four = examiner.examine(std::move(reading));
    return {std::move(basic_four), examiner.verdict()};
}

} // namespace

Result<std::variant<ExaminedCard, NumberRejected, NumberBlocked>>
examine_card(MynaCard& card, const VerificationNumberB& number, const TrustAnchors& anchors,
             const Clock& clock, Deadline deadline, const EarlyPhoto& early_photo) {
    using Outcome = std::variant<ExaminedCard, NumberRejected, NumberBlocked>;
    // First, while its application is current from the recognition.
    JpkiApplication key_service = MADOGUCHI_TRY(card.select_jpki(deadline));
    auto certificate = MADOGUCHI_TRY(key_service.read_user_authentication_certificate(deadline));
    auto surface = MADOGUCHI_TRY(open_surface(card, number, deadline, early_photo));
    if (auto refusal = refusal_of<Outcome>(surface)) {
        return std::move(*refusal);
    }
    auto input_support = MADOGUCHI_TRY(open_input_support(card, number, deadline));
    if (auto refusal = refusal_of<Outcome>(input_support)) {
        return std::move(*refusal);
    }
    MADOGUCHI_TRY(card.forget_presented_numbers(deadline));

    TrustExaminer examiner(anchors, clock.civil_now());
    auto proved_certificate = examiner.examine(std::move(certificate));
    auto basic_four = examiner.examine(std::get<InputSupportReading>(std::move(input_support)));
    auto face = examiner.examine(std::get<SurfaceReading>(std::move(surface)));
    examiner.examine_same_person(basic_four, face);
    return ExaminedCard{std::move(proved_certificate), std::move(basic_four), std::move(face),
                        examiner.verdict()};
}

Result<std::variant<ExaminedBasicFour, NumberRejected, NumberBlocked>>
examine_basic_four_with_number_b(MynaCard& card, const VerificationNumberB& number,
                                 const TrustAnchors& anchors, const Clock& clock,
                                 Deadline deadline) {
    using Outcome = std::variant<ExaminedBasicFour, NumberRejected, NumberBlocked>;
    auto reading = MADOGUCHI_TRY(open_input_support(card, number, deadline));
    if (auto refusal = refusal_of<Outcome>(reading)) {
        return std::move(*refusal);
    }
    MADOGUCHI_TRY(card.forget_presented_numbers(deadline));
    return examine(std::get<InputSupportReading>(std::move(reading)), anchors, clock);
}

Result<std::variant<ExaminedBasicFour, NumberRejected, NumberBlocked>>
examine_basic_four_with_pin(MynaCard& card, apdu::Pin pin, apdu::PinPolicy policy,
                            const TrustAnchors& anchors, const Clock& clock, Deadline deadline) {
    using Outcome = std::variant<ExaminedBasicFour, NumberRejected, NumberBlocked>;
    InputSupportApplication application = MADOGUCHI_TRY(card.select_input_support(deadline));
    const NumberPresentation presentation =
        MADOGUCHI_TRY(application.present_pin(std::move(pin), std::move(policy), deadline));
    if (auto refusal = refusal_in<Outcome>(presentation)) {
        return std::move(*refusal);
    }
    InputSupportReading reading = MADOGUCHI_TRY(application.read_all(deadline));
    MADOGUCHI_TRY(card.forget_presented_numbers(deadline));
    return examine(std::move(reading), anchors, clock);
}

} // namespace madoguchi::jpki
