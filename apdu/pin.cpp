#include "apdu/pin.hpp"

#include <algorithm>

namespace madoguchi::apdu {

namespace {

constexpr CommandHeader verify_header(KeyReference key) {
    return {0x00, 0x20, 0x00, key.p2()};
}

bool says_blocked(StatusWord status) {
    return status == status::reference_data_unusable ||
           status == status::authentication_method_blocked ||
           status.retry_counter() == RetryCounter(0);
}

bool is_digit(std::uint8_t byte) {
    return byte >= '0' && byte <= '9';
}

} // namespace

Result<Pin> Pin::from_digits(SecretBytes typed, std::size_t shortest, std::size_t longest) {
    MADOGUCHI_EXPECTS(shortest >= 1 && shortest <= longest && longest <= ApduLimits::short_data);
    const ByteView digits = typed.reveal();
    if (digits.size() < shortest || digits.size() > longest) {
        return fail(ErrorCode::EntryInvalid, "the number has too few or too many digits");
    }
    if (!std::all_of(digits.begin(), digits.end(), is_digit)) {
        return fail(ErrorCode::EntryInvalid,
                    "the number holds something other than the digits 0 to 9");
    }
    return Pin(std::move(typed));
}

Result<CounterReading> query_retry_counter(ApduChannel& channel, KeyReference key,
                                           ExchangeBudget& budget) {
    const CommandApdu query{verify_header(key), {}, std::nullopt};
    const ResponseApdu response = MADOGUCHI_TRY(channel.exchange_once(query, budget));
    const StatusWord status = response.status();
    if (says_blocked(status)) {
        return CounterReading(key, RetryCounter(0));
    }
    if (const auto counter = status.retry_counter()) {
        return CounterReading(key, *counter);
    }
    return fail(
        Error(ErrorCode::RetryCounterUnknown, "the card does not say how many tries are left")
            .with_status_word(status.value()));
}

PinPolicy::PinPolicy(RetryCounter floor) : floor_(floor) {
    MADOGUCHI_EXPECTS(floor >= RetryCounter(1));
}

PinPolicy::PinPolicy(LastTryConfirmation confirmation) noexcept
    : floor_(1), confirmation_(std::move(confirmation)) {
}

// NOLINTNEXTLINE(performance-unnecessary-value-param): consumed, so that it allows no second one
Result<VerifyPermit> VerifyPermit::from(CounterReading reading, PinPolicy policy) {
    MADOGUCHI_EXPECTS(reading.key_ != nullptr);
    if (reading.is_blocked()) {
        return fail(ErrorCode::KeyBlocked, "the number is blocked");
    }
    if (!policy.allows(reading.tries_left())) {
        return fail(ErrorCode::RetryCounterTooLow, "the tries left are not spent unasked");
    }
    return VerifyPermit(std::move(reading.key_));
}

KeyReference VerifyPermit::key() const {
    MADOGUCHI_EXPECTS(key_ != nullptr);
    return *key_;
}

Result<PinVerification> verify(ApduChannel& channel, Pin pin, VerifyPermit permit,
                               ExchangeBudget& budget) {
    const SecretCommand command(verify_header(permit.key()), pin.digits());
    const ResponseApdu response = MADOGUCHI_TRY(channel.exchange_once(command, budget));
    const StatusWord status = response.status();
    if (status.is_success()) {
        return PinVerification(PinVerified{});
    }
    if (says_blocked(status)) {
        return PinVerification(PinBlocked{});
    }
    if (const auto counter = status.retry_counter()) {
        return PinVerification(PinRejected{*counter});
    }
    return fail(
        unexpected_status(status, "the card answers VERIFY with a status word it should not"));
}

} // namespace madoguchi::apdu
