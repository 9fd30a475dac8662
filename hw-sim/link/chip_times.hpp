// How long the chip computes before it answers. Nobody has published times of this card, so all but
// one figure are assumed; what follows from them is said in docs/performance.md.
#pragma once

#include "hw-sim/link/bit_rate.hpp"
#include "hw-sim/link/exchange.hpp"

namespace madoguchi::sim {

struct ComputingTime {
    Microseconds base{};
    Microseconds per_answer_byte{};
};

struct ChipTimes {
    ComputingTime select_application{Microseconds(5000), {}}; // assumed
    ComputingTime select_file{Microseconds(2000), {}};        // assumed
    ComputingTime read{Microseconds(2000), Microseconds(2)};  // assumed
    ComputingTime ask_retry_counter{Microseconds(2000), {}};  // assumed
    ComputingTime verify{Microseconds(10000), {}};            // assumed: two writes of the counter
    ComputingTime change_number{Microseconds(15000), {}};     // assumed: three writes
    ComputingTime get_challenge{Microseconds(2000), {}};      // assumed
    // RSA-2048 with CRT and PKCS#1 padding takes an NXP P71 chip 53.5 ms: measurement in
    // github.com/crocs-muni/jcalgtest_results. Older chips need several times that.
    ComputingTime private_key{Microseconds(53500), {}};
    ComputingTime other{Microseconds(2000), {}}; // assumed

    [[nodiscard]] Microseconds of(CommandKind kind, std::size_t answer_bytes) const noexcept;
    // The same chip, all of it slower by this factor.
    [[nodiscard]] ChipTimes slower(double factor) const noexcept;
};

} // namespace madoguchi::sim
