#include "jpki/reception/read_basic_four.hpp"

#include "jpki/reception/examine_card.hpp"
#include "jpki/trust/check_groups.hpp"

namespace madoguchi::jpki {

namespace {

struct Insist {
    BasicFourOutcome operator()(NumberRejected rejected) const { return rejected; }
    BasicFourOutcome operator()(NumberBlocked blocked) const { return blocked; }
    BasicFourOutcome operator()(ExaminedBasicFour examined) const {
        auto* basic_four = std::get_if<Verified<BasicFourAttributes>>(&examined.basic_four);
        if (basic_four == nullptr || !examined.verdict.passed_all(input_support_checks)) {
            return CardNotTrusted{examined.verdict};
        }
        return BasicFourReading{std::move(*basic_four), examined.verdict};
    }
};

} // namespace

Result<BasicFourOutcome> read_basic_four_with_number_b(MynaCard& card, FrontNumber number,
                                                       const TrustAnchors& anchors,
                                                       const Clock& clock, Deadline deadline) {
    auto outcome = MADOGUCHI_TRY(
        examine_basic_four_with_number_b(card, std::move(number), anchors, clock, deadline));
    return std::visit(Insist{}, std::move(outcome));
}

Result<BasicFourOutcome> read_basic_four_with_pin(MynaCard& card, apdu::Pin pin,
                                                  apdu::PinPolicy policy,
                                                  const TrustAnchors& anchors, const Clock& clock,
                                                  Deadline deadline) {
    auto outcome = MADOGUCHI_TRY(examine_basic_four_with_pin(
        card, std::move(pin), std::move(policy), anchors, clock, deadline));
    return std::visit(Insist{}, std::move(outcome));
}

} // namespace madoguchi::jpki
