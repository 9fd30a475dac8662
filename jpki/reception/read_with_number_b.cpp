#include "jpki/reception/read_with_number_b.hpp"

#include "jpki/reception/examine_card.hpp"
#include "jpki/trust/check_groups.hpp"

namespace madoguchi::jpki {

namespace {

struct Insist {
    NumberBReading operator()(NumberRejected rejected) const { return rejected; }
    NumberBReading operator()(NumberBlocked blocked) const { return blocked; }
    NumberBReading operator()(ExaminedCard card) const {
        auto* certificate = std::get_if<Verified<UserAuthenticationCertificate>>(&card.certificate);
        auto* basic_four = std::get_if<Verified<BasicFourAttributes>>(&card.basic_four);
        auto* surface = std::get_if<Verified<SurfaceRecord>>(&card.surface);
        if (certificate == nullptr || basic_four == nullptr || surface == nullptr ||
            !card.verdict.passed_all(number_b_checks)) {
            return CardNotTrusted{card.verdict};
        }
        return ReceptionReading{std::move(*certificate), std::move(*basic_four),
                                std::move(*surface), card.verdict};
    }
};

} // namespace

Result<NumberBReading> read_with_number_b(MynaCard& card, FrontNumber number,
                                          const TrustAnchors& anchors, const Clock& clock,
                                          Deadline deadline, const EarlyPhoto& early_photo) {
    auto outcome =
        MADOGUCHI_TRY(examine_card(card, std::move(number), anchors, clock, deadline, early_photo));
    return std::visit(Insist{}, std::move(outcome));
}

Result<apdu::CounterReading> number_b_counter(MynaCard& card, Deadline deadline) {
    if (card.profile().front_number() == FrontNumberKind::VerificationNumber) {
        return MADOGUCHI_TRY(card.select_card_data(deadline)).number_counter(deadline);
    }
    InputSupportApplication input_support = MADOGUCHI_TRY(card.select_input_support(deadline));
    apdu::CounterReading first = MADOGUCHI_TRY(input_support.number_b_counter(deadline));
    SurfaceApplication surface = MADOGUCHI_TRY(card.select_surface(deadline));
    apdu::CounterReading second = MADOGUCHI_TRY(surface.number_b_counter(deadline));
    return first.tries_left() < second.tries_left() ? std::move(first) : std::move(second);
}

} // namespace madoguchi::jpki
