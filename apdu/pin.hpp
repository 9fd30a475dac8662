// Presenting a number to the card, safely: VERIFY (ISO/IEC 7816-4 clause 11.6.6) and the counter
// query are different functions and different types. There is no way to send VERIFY without having
// read the counter before, no way to use a Pin twice, and no retry.
#pragma once

#include "apdu/apdu_channel.hpp"
#include "hal/base/secret.hpp"

#include <variant>

namespace madoguchi::apdu {

// A number typed by a person, consumed by its one VERIFY. Move-only; never empty; not printable.
class Pin {
public:
    // ASCII digits 0 to 9, `shortest` to `longest` of them. The typed bytes are taken over whatever
    // comes of it. Errors: ValueInvalid (wrong length or another character). Nothing was sent to
    // the card then.
    [[nodiscard]] static Result<Pin> from_digits(SecretBytes typed, std::size_t shortest,
                                                 std::size_t longest);

    [[nodiscard]] const SecretBytes& digits() const noexcept { return digits_; }

private:
    explicit Pin(SecretBytes digits) noexcept : digits_(std::move(digits)) {}
    SecretBytes digits_;
};

struct KeyIsBlocked {};
using CounterReading = std::variant<RetryCounter, KeyIsBlocked>;

// Asks how many tries are left, spending none: VERIFY without data (case 1).
// Errors: RetryCounterUnknown for every answer that is not a definite 63Cx, 6983 or 6984 (9000
// means that somebody else's verification is still open: select the application again and ask
// again), and as ApduChannel::exchange.
[[nodiscard]] Result<CounterReading> query_retry_counter(ApduChannel& channel, KeyReference key,
                                                         ExchangeBudget& budget);

// Whether the last try may be spent: only when the person said so after seeing the counter.
enum class LastTry : std::uint8_t { Keep, SpendByExplicitWish };

// The right to send one VERIFY, won by reading the counter.
class VerifyPermit {
public:
    // Errors: KeyBlocked; RetryCounterTooLow when one try is left and it is to be kept.
    [[nodiscard]] static Result<VerifyPermit> from(const CounterReading& reading, LastTry last_try);

    VerifyPermit(const VerifyPermit&) = delete;
    VerifyPermit& operator=(const VerifyPermit&) = delete;
    VerifyPermit(VerifyPermit&&) noexcept = default;
    VerifyPermit& operator=(VerifyPermit&&) noexcept = default;
    ~VerifyPermit() = default;

private:
    VerifyPermit() = default;
};

struct PinVerified {};
struct PinRejected {
    RetryCounter tries_left;
};
struct PinBlocked {};
using PinVerification = std::variant<PinVerified, PinRejected, PinBlocked>;

// Presents the pin once. A wrong pin is a value: PinRejected, or PinBlocked when it was the last
// try or the key was blocked already (63C0, 6983, 6984). Errors: UnexpectedStatusWord, and as
// ApduChannel::exchange_once; after an error the number of tries left is unknown and must be read
// again from a new session.
[[nodiscard]] Result<PinVerification> verify(ApduChannel& channel, KeyReference key, Pin pin,
                                             VerifyPermit permit, ExchangeBudget& budget);

} // namespace madoguchi::apdu
