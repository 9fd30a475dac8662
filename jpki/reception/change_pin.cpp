#include "jpki/reception/change_pin.hpp"

namespace madoguchi::jpki {

namespace {

Result<apdu::PinChange> change_in_application(MynaCard& card, ChangeablePin which,
                                              apdu::Pin current, apdu::NewPin next,
                                              apdu::PinPolicy policy, Deadline deadline) {
    if (which == ChangeablePin::Authentication) {
        return MADOGUCHI_TRY(card.select_jpki(deadline))
            .change_pin(std::move(current), std::move(next), std::move(policy), deadline);
    }
    return MADOGUCHI_TRY(card.select_input_support(deadline))
        .change_pin(std::move(current), std::move(next), std::move(policy), deadline);
}

bool is_way_open(const Result<apdu::PinChange>& outcome) {
    if (!outcome) {
        return outcome.error().group() != ErrorGroup::Transport;
    }
    const auto* uncertain = std::get_if<apdu::PinChangeUncertain>(&*outcome);
    return uncertain == nullptr || uncertain->cause.group() != ErrorGroup::Transport;
}

} // namespace

Result<apdu::CounterReading> pin_counter(MynaCard& card, ChangeablePin which, Deadline deadline) {
    if (which == ChangeablePin::Authentication) {
        return MADOGUCHI_TRY(card.select_jpki(deadline)).pin_counter(deadline);
    }
    return MADOGUCHI_TRY(card.select_input_support(deadline)).pin_counter(deadline);
}

Result<apdu::PinChange> change_pin(MynaCard& card, ChangeablePin which, apdu::Pin current,
                                   apdu::NewPin next, apdu::PinPolicy policy, Deadline deadline) {
    auto outcome = change_in_application(card, which, std::move(current), std::move(next),
                                         std::move(policy), deadline);
    // What came of the change counts, not whether the card stayed for this; power-down follows.
    if (is_way_open(outcome)) {
        static_cast<void>(card.forget_presented_numbers(deadline));
    }
    return outcome;
}

} // namespace madoguchi::jpki
