// Replacing a number on the card, safely: one VERIFY of the number in force and, if the card
// accepts it, one CHANGE (card-interface reference, section 4.4), never a second of either.
#pragma once

#include "apdu/pin.hpp"

namespace madoguchi::apdu {

// The number that is to come, consumed by its one CHANGE. Typed twice, because a slip would lock
// its owner out. Move-only; not printable.
class NewPin {
public:
    // Errors: EntryInvalid when the two differ. Nothing was sent to the card then.
    [[nodiscard]] static Result<NewPin> typed_twice(Pin first, Pin second);

    [[nodiscard]] const SecretBytes& digits() const noexcept { return pin_.digits(); }
    [[nodiscard]] bool is_same_as(const Pin& other) const noexcept;

private:
    explicit NewPin(Pin pin) noexcept : pin_(std::move(pin)) {}
    Pin pin_;
};

struct PinChanged {};
// The card accepted the old number and answered CHANGE with this: the old number stays in force.
struct PinChangeRefused {
    StatusWord status;
};
// The way to the card broke while CHANGE was under way, or its answer does not say what came of it:
// either number may be in force, and only presenting one would tell.
struct PinChangeUncertain {
    Error cause;
};
using PinChange =
    std::variant<PinChanged, PinRejected, PinBlocked, PinChangeRefused, PinChangeUncertain>;

// Contract: `current`, `next` and `permit` were not moved from. PinRejected and PinBlocked as in
// verify: CHANGE was not sent then. Errors: as verify; the old number is in force then.
[[nodiscard]] Result<PinChange> change(ApduChannel& channel, Pin current, NewPin next,
                                       VerifyPermit permit, ExchangeBudget& budget);

} // namespace madoguchi::apdu
