// Presenting a number to the card, safely: VERIFY (ISO/IEC 7816-4 clause 11.6.6) and the counter
// query are different functions and different types. There is no way to send VERIFY without having
// read the counter before, no way to use a Pin twice, and no retry.
#pragma once

#include "apdu/apdu_channel.hpp"
#include "hal/base/secret.hpp"

#include <memory>
#include <optional>
#include <variant>

namespace madoguchi::apdu {

// A number typed by a person, consumed by its one VERIFY. Move-only; never empty; not printable.
class Pin {
public:
    // ASCII digits 0 to 9, `shortest` to `longest` of them (contract: 1 to 255). The typed bytes
    // are taken over whatever comes of it. Errors: EntryInvalid (wrong length or another
    // character). Nothing was sent to the card then.
    [[nodiscard]] static Result<Pin> from_digits(SecretBytes typed, std::size_t shortest,
                                                 std::size_t longest);

    [[nodiscard]] const SecretBytes& digits() const noexcept { return digits_; }

private:
    explicit Pin(SecretBytes digits) noexcept : digits_(std::move(digits)) {}
    SecretBytes digits_;
};

// What the card said about the tries of one key. Only the query makes one, and it wins at most one
// permit. Move-only.
class CounterReading {
public:
    [[nodiscard]] bool is_blocked() const noexcept { return tries_left_ == RetryCounter(0); }
    // 0 when the key is blocked.
    [[nodiscard]] RetryCounter tries_left() const noexcept { return tries_left_; }

private:
    friend Result<CounterReading> query_retry_counter(ApduChannel& channel, KeyReference key,
                                                      ExchangeBudget& budget);
    friend class VerifyPermit;

    CounterReading(KeyReference key, RetryCounter tries_left)
        : key_(std::make_unique<KeyReference>(key)), tries_left_(tries_left) {}

    std::unique_ptr<const KeyReference> key_; // null once moved from
    RetryCounter tries_left_;
};

// Asks how many tries are left, spending none: VERIFY without data (case 1), once.
// Errors: RetryCounterUnknown for every answer that is not a definite 63Cx, 6983 or 6984 (9000
// means that somebody else's verification is still open: select the application again and ask
// again), and as ApduChannel::exchange_once.
[[nodiscard]] Result<CounterReading> query_retry_counter(ApduChannel& channel, KeyReference key,
                                                         ExchangeBudget& budget);

// That a person wants a try spent which the policy keeps, after having seen how many are left.
// Move-only: one confirmation, one VERIFY.
class LastTryConfirmation {
public:
    // Called where a person's own act is handled (a pressed key, words typed), and nowhere else.
    [[nodiscard]] static LastTryConfirmation by_person() noexcept { return {}; }

    LastTryConfirmation(const LastTryConfirmation&) = delete;
    LastTryConfirmation& operator=(const LastTryConfirmation&) = delete;
    LastTryConfirmation(LastTryConfirmation&&) noexcept = default;
    LastTryConfirmation& operator=(LastTryConfirmation&&) noexcept = default;
    ~LastTryConfirmation() = default;

private:
    LastTryConfirmation() noexcept {}
};

// Which tries may be spent. Move-only, consumed by the permit that it allows.
class PinPolicy {
public:
    // Of the tries, this many are kept: the last one, unless more are asked for. Contract: at least
    // one.
    explicit PinPolicy(RetryCounter floor = RetryCounter(1));
    // A person wants it: down to the last.
    explicit PinPolicy(LastTryConfirmation confirmation) noexcept;

    [[nodiscard]] bool allows(RetryCounter tries_left) const noexcept {
        return tries_left > floor_ || (confirmation_ && tries_left > RetryCounter(0));
    }

private:
    RetryCounter floor_;
    std::optional<LastTryConfirmation> confirmation_;
};

// The right to send one VERIFY for the key whose counter was read. Move-only, spent by its VERIFY.
class VerifyPermit {
public:
    // Contract: the reading was not moved from. Errors: KeyBlocked; RetryCounterTooLow when the
    // policy keeps the tries that are left.
    [[nodiscard]] static Result<VerifyPermit> from(CounterReading reading, PinPolicy policy);

    // Contract: not moved from.
    [[nodiscard]] KeyReference key() const;

private:
    explicit VerifyPermit(std::unique_ptr<const KeyReference> key) noexcept
        : key_(std::move(key)) {}

    std::unique_ptr<const KeyReference> key_; // null once moved from
};

struct PinVerified {};
struct PinRejected {
    RetryCounter tries_left;
};
struct PinBlocked {};
using PinVerification = std::variant<PinVerified, PinRejected, PinBlocked>;

// Presents the pin once, to the key of the permit. Contract: neither was moved from. A wrong pin is
// a value: PinRejected, or PinBlocked when it was the last try or the key was blocked already
// (63C0, 6983, 6984). Errors: UnexpectedStatusWord, and as ApduChannel::exchange_once; after an
// error the number of tries left is unknown and must be read again from a new session.
[[nodiscard]] Result<PinVerification> verify(ApduChannel& channel, Pin pin, VerifyPermit permit,
                                             ExchangeBudget& budget);

} // namespace madoguchi::apdu
