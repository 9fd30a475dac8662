// Which numbers a card has refused, so that none is presented to it twice: a front that is misread
// alike whenever the card is put down would cost one of its ten tries each time. In memory alone,
// as keyed hashes, of which neither card nor number can be told; few, and not for long.
#pragma once

#include "hal/base/clock.hpp"
#include "jpki/card/front_number.hpp"
#include "terminal_app/store/journal_key.hpp"

#include <deque>

namespace madoguchi::terminal {

class RefusedNumbers {
public:
    static constexpr std::size_t most = 64; // then the oldest goes
    static constexpr std::chrono::minutes longest_memory{60};

    RefusedNumbers(); // with a key that nothing else has

    // What stands for a card, told by its certificate, and for a number on it.
    [[nodiscard]] Digest name_of(ByteView certificate) const;
    [[nodiscard]] Digest name_of(const Digest& card, const jpki::FrontNumber& number) const;

    void remember(const Digest& number, MonotonicTime now);
    [[nodiscard]] bool know(const Digest& number, MonotonicTime now) const;
    void forget_old(MonotonicTime now);

private:
    struct Refusal {
        Digest number;
        MonotonicTime at;
    };

    JournalKey key_;
    std::deque<Refusal> refusals_; // oldest first
};

} // namespace madoguchi::terminal
