// What a fault makes of one answer of an honest card.
#pragma once

#include "apdu/command_apdu.hpp"
#include "apdu/status_word.hpp"
#include "hw-sim/fault/fault.hpp"

namespace madoguchi::sim {

// One exchange as it was seen: no command data, which may be secret, and no answer data.
struct ObservedExchange {
    apdu::CommandHeader header;
    std::size_t command_size = 0;    // whole command APDU
    std::size_t expected_length = 0; // Ne, 0: no Le field
    std::size_t answer_data = 0;     // bytes without the status word
    apdu::StatusWord status{0};

    [[nodiscard]] bool verifies_with_data() const noexcept {
        return header.ins == 0x20 && command_size > 5;
    }
    [[nodiscard]] bool reads_from_beginning() const noexcept {
        return header.ins == 0xB0 && (header.p1 & 0x80U) != 0;
    }
};

// False when the fault would leave the answer as it is, as a missing byte of an answer without
// data.
[[nodiscard]] bool can_happen(const Fault& fault, const ObservedExchange& honest) noexcept;

// For the kinds that change the answer's length or content, which the others do not reach.
// Contract: the answer has a status word.
[[nodiscard]] Bytes faulty_answer(const Fault& fault, Bytes honest);

// Whether the card itself gives the answer, without doing what the command says.
[[nodiscard]] bool is_instead_of_execution(FaultKind kind) noexcept;

// The data object that begins the data, with another length in its header. Data too short for a
// header stay as they are.
[[nodiscard]] Bytes with_lying_header(Bytes data, LyingLength length);

} // namespace madoguchi::sim
