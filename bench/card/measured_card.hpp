// A virtual card behind the hal port, in this process, that notes its exchanges.
#pragma once

#include "hal/card_reader.hpp"
#include "hw-sim/card/virtual_card.hpp"
#include "hw-sim/link/exchange.hpp"

#include <vector>

namespace madoguchi::bench {

// Whether card and reader carry extended lengths.
enum class Lengths : std::uint8_t { Extended, Short };

class MeasuredCard {
public:
    MeasuredCard(const sim::CardContent& content, Lengths lengths);

    // The card must outlive it.
    [[nodiscard]] hal::Transaction begin();
    [[nodiscard]] const std::vector<sim::Exchange>& exchanges() const noexcept {
        return exchanges_;
    }

private:
    Lengths lengths_;
    sim::MemoryNumberStore numbers_;
    sim::VirtualCard card_;
    std::vector<sim::Exchange> exchanges_;
};

} // namespace madoguchi::bench
