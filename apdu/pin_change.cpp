#include "apdu/pin_change.hpp"

namespace madoguchi::apdu {

namespace {

// P1 = 01: the data are the new number alone, after VERIFY.
constexpr CommandHeader change_header(KeyReference key) {
    return {0x00, 0x24, 0x01, key.p2()};
}

// Words that say that nothing was changed: a wrong command, a wrong parameter, no right to it. All
// others, 6F00 and warnings among them, may come after the number was written.
bool is_definite_refusal(StatusWord status) {
    switch (status.sw1()) {
    case 0x64:
    case 0x67:
    case 0x68:
    case 0x69:
    case 0x6A:
    case 0x6B:
    case 0x6D:
    case 0x6E:
        return true;
    default:
        return status.retry_counter().has_value();
    }
}

PinChange send_change(ApduChannel& channel, KeyReference key, const NewPin& next,
                      ExchangeBudget& budget) {
    const SecretCommand command(change_header(key), next.digits());
    const auto response = channel.exchange_once(command, budget);
    if (!response) {
        return PinChangeUncertain{response.error()};
    }
    if (response->status().is_success()) {
        return PinChanged{};
    }
    if (!is_definite_refusal(response->status())) {
        return PinChangeUncertain{Error(ErrorCode::UnexpectedStatusWord,
                                        "the card does not say whether it took the new number")
                                      .with_status_word(response->status().value())};
    }
    return PinChangeRefused{response->status()};
}

} // namespace

Result<NewPin> NewPin::typed_twice(Pin first, Pin second) {
    NewPin next(std::move(first));
    if (!next.is_same_as(second)) {
        return fail(ErrorCode::EntryInvalid,
                    "the new number was typed differently the second time");
    }
    return next;
}

bool NewPin::is_same_as(const Pin& other) const noexcept {
    return same_bytes(digits().reveal(), other.digits().reveal());
}

Result<PinChange> change(ApduChannel& channel, Pin current, NewPin next, VerifyPermit permit,
                         ExchangeBudget& budget) {
    const KeyReference key = permit.key();
    const PinVerification verification =
        MADOGUCHI_TRY(verify(channel, std::move(current), std::move(permit), budget));
    if (const auto* rejected = std::get_if<PinRejected>(&verification)) {
        return PinChange(*rejected);
    }
    if (std::holds_alternative<PinBlocked>(verification)) {
        return PinChange(PinBlocked{});
    }
    return send_change(channel, key, next, budget);
}

} // namespace madoguchi::apdu
