// How long an exchange takes on the radio link and in the chip: block transmission of ISO/IEC
// 14443-4 over the frames of 14443-3 Type B. No host, no USB, no reader firmware, no lost frames.
//
// A command travels as I-blocks, each but the last answered by R(ACK); then the chip computes; then
// the answer travels as I-blocks, each but the last asked on by R(ACK). A chip that computes longer
// than the frame waiting time asks for more with S(WTX).
#pragma once

#include "hw-sim/link/chip_times.hpp"

#include <span>
#include <vector>

namespace madoguchi::sim {

struct LinkParameters {
    BitRate bit_rate = BitRate::Kbit106;
    // FSC, the largest frame the card takes, with prologue and epilogue: 256 in every ATQB of this
    // card (reference, section 2.1). FSD, the reader's: assumed the same.
    std::size_t card_frame_size = 256;
    std::size_t reader_frame_size = 256;
    bool card_identifier = false; // a CID byte in each block: assumed absent, one card at a time
    // EGT, the pause after each character. 14443-3 allows the reader 57 us and the card 19 us:
    // assumed none.
    Microseconds reader_character_pause{};
    Microseconds card_character_pause{};
    // TR0: from the reader's frame to the card's subcarrier. 14443-3: at least 64/fs.
    Microseconds card_turnaround = subcarrier_periods(64);
    // TR1: the bare subcarrier before the card's frame. 14443-3: at least 80/fs.
    Microseconds card_synchronisation = subcarrier_periods(80);
    // TR2 less the end of frame: from the card's frame to the reader's. 14443-3: at least 32/fs,
    // coded in the ATQB; this card's asks for no more (protocol info, third byte, reference 2.1).
    Microseconds reader_turnaround = subcarrier_periods(32);
    // FWT = 256 * 16 / fc * 2^FWI; FWI 10 (reference, section 2.1).
    unsigned frame_waiting_integer = 10;
};

enum class Sender : std::uint8_t { Reader, Card };

// One frame on the air, in bytes with prologue and checksum.
struct Frame {
    Sender sender{};
    std::size_t bytes = 0;

    bool operator==(const Frame&) const = default;
};

class LinkModel {
public:
    // Contract: both frame sizes hold at least one byte of information.
    explicit LinkModel(LinkParameters link, ChipTimes chip = {});

    // In the order in which they are sent, S(WTX) left out.
    [[nodiscard]] std::vector<Frame> frames(std::size_t command_bytes,
                                            std::size_t answer_bytes) const;
    // From its first to its last bit.
    [[nodiscard]] Microseconds duration(Frame frame) const noexcept;

    // Of one command with its answer, with the silence before each frame.
    [[nodiscard]] Microseconds time_of(CommandKind kind, std::size_t command_bytes,
                                       std::size_t answer_bytes) const;
    [[nodiscard]] Microseconds time_of(const Exchange& exchange) const;
    [[nodiscard]] Microseconds time_of(std::span<const Exchange> exchanges) const;

private:
    [[nodiscard]] Microseconds silence_before(Sender sender) const noexcept;
    [[nodiscard]] Microseconds extensions(Microseconds computing) const noexcept;

    LinkParameters link_;
    ChipTimes chip_;
};

} // namespace madoguchi::sim
