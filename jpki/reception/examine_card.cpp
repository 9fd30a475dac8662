#include "jpki/reception/examine_card.hpp"

#include "jpki/reception/number_refusal.hpp"
#include "jpki/trust/trust_examiner.hpp"

namespace madoguchi::jpki {

namespace {

template <typename Reading>
using Opened = std::variant<Reading, NumberRejected, NumberBlocked>;

// Two applications with a signature and a key each, or one.
struct SeparateReadings {
    SurfaceReading surface;
    InputSupportReading input_support;
};
using CardReading = std::variant<SeparateReadings, CardDataReading>;
using BasicFourSource = std::variant<InputSupportReading, CardDataReading>;

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

Result<Opened<CardDataReading>> open_card_data(MynaCard& card, VerificationNumber number,
                                               Deadline deadline, const EarlyPhoto& early_photo) {
    CardDataApplication application = MADOGUCHI_TRY(card.select_card_data(deadline));
    const NumberPresentation presentation =
        MADOGUCHI_TRY(application.present_number(std::move(number), apdu::PinPolicy(), deadline));
    if (auto refusal = refusal_in<Opened<CardDataReading>>(presentation)) {
        return std::move(*refusal);
    }
    return MADOGUCHI_TRY(application.read_all(deadline, early_photo));
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

template <typename Wide, typename Narrow>
Opened<Wide> widen(Opened<Narrow> opened) {
    return std::visit([](auto one) { return Opened<Wide>(std::move(one)); }, std::move(opened));
}

// What the kind of number opens. A card of the other generation has no such application: nothing is
// presented to it then.
struct WholeCard {
    MynaCard& card;
    Deadline deadline;
    const EarlyPhoto& early_photo;

    Result<Opened<CardReading>> operator()(const VerificationNumberB& number) const {
        auto surface = MADOGUCHI_TRY(open_surface(card, number, deadline, early_photo));
        if (auto refusal = refusal_of<Opened<CardReading>>(surface)) {
            return std::move(*refusal);
        }
        auto input_support = MADOGUCHI_TRY(open_input_support(card, number, deadline));
        if (auto refusal = refusal_of<Opened<CardReading>>(input_support)) {
            return std::move(*refusal);
        }
        return Opened<CardReading>(
            SeparateReadings{std::get<SurfaceReading>(std::move(surface)),
                             std::get<InputSupportReading>(std::move(input_support))});
    }
    Result<Opened<CardReading>> operator()(VerificationNumber& number) const {
        return widen<CardReading>(
            MADOGUCHI_TRY(open_card_data(card, std::move(number), deadline, early_photo)));
    }
};

struct BasicFourOnly {
    MynaCard& card;
    Deadline deadline;

    Result<Opened<BasicFourSource>> operator()(const VerificationNumberB& number) const {
        return widen<BasicFourSource>(MADOGUCHI_TRY(open_input_support(card, number, deadline)));
    }
    // The key that proves the chip stands in the card face, under a signature over all of it.
    Result<Opened<BasicFourSource>> operator()(VerificationNumber& number) const {
        return widen<BasicFourSource>(
            MADOGUCHI_TRY(open_card_data(card, std::move(number), deadline, {})));
    }
};

ExaminedCardData examine(TrustExaminer& examiner, SeparateReadings readings) {
    auto basic_four = examiner.examine(std::move(readings.input_support));
    return {std::move(basic_four), examiner.examine(std::move(readings.surface))};
}
ExaminedCardData examine(TrustExaminer& examiner, CardDataReading reading) {
    return examiner.examine(std::move(reading));
}

ExaminedBasicFour examine(BasicFourSource source, const TrustAnchors& anchors, const Clock& clock) {
    TrustExaminer examiner(anchors, clock.civil_now());
    if (auto* both = std::get_if<CardDataReading>(&source)) {
        auto examined = examiner.examine(std::move(*both));
        examiner.examine_same_person(examined.basic_four, examined.surface);
        return {std::move(examined.basic_four), examiner.verdict()};
    }
    auto basic_four = examiner.examine(std::get<InputSupportReading>(std::move(source)));
    return {std::move(basic_four), examiner.verdict()};
}

} // namespace

Result<std::variant<ExaminedCard, NumberRejected, NumberBlocked>>
examine_card(MynaCard& card, FrontNumber number, const TrustAnchors& anchors, const Clock& clock,
             Deadline deadline, const EarlyPhoto& early_photo) {
    using Outcome = std::variant<ExaminedCard, NumberRejected, NumberBlocked>;
    // First, while its application is current from the recognition.
    auto certificate = MADOGUCHI_TRY(card.user_authentication_certificate(deadline));
    auto opened = MADOGUCHI_TRY(std::visit(WholeCard{card, deadline, early_photo}, number));
    if (auto refusal = refusal_of<Outcome>(opened)) {
        return std::move(*refusal);
    }
    MADOGUCHI_TRY(card.forget_presented_numbers(deadline));

    TrustExaminer examiner(anchors, clock.civil_now());
    auto proved_certificate = examiner.examine(std::move(certificate));
    auto data = std::visit([&](auto& reading) { return examine(examiner, std::move(reading)); },
                           std::get<CardReading>(opened));
    examiner.examine_same_person(data.basic_four, data.surface);
    return ExaminedCard{std::move(proved_certificate), std::move(data.basic_four),
                        std::move(data.surface), examiner.verdict()};
}

Result<std::variant<ExaminedBasicFour, NumberRejected, NumberBlocked>>
examine_basic_four_with_number_b(MynaCard& card, FrontNumber number, const TrustAnchors& anchors,
                                 const Clock& clock, Deadline deadline) {
    using Outcome = std::variant<ExaminedBasicFour, NumberRejected, NumberBlocked>;
    auto opened = MADOGUCHI_TRY(std::visit(BasicFourOnly{card, deadline}, number));
    if (auto refusal = refusal_of<Outcome>(opened)) {
        return std::move(*refusal);
    }
    MADOGUCHI_TRY(card.forget_presented_numbers(deadline));
    return examine(std::get<BasicFourSource>(std::move(opened)), anchors, clock);
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
