#include "hw-sim/link/link_model.hpp"

#include "hal/base/contract.hpp"

#include <algorithm>
#include <cmath>

namespace madoguchi::sim {

namespace {

constexpr std::size_t protocol_control_byte = 1;
constexpr std::size_t checksum = 2; // CRC_B

// ISO/IEC 14443-3, clause 7.1, in bit times.
constexpr double character = 1 + 8 + 1;   // start bit, a byte, stop bit
constexpr double start_of_frame = 10 + 2; // the shortest allowed: low, then high
constexpr double end_of_frame = 10;

std::size_t block_overhead(const LinkParameters& link) {
    return protocol_control_byte + (link.card_identifier ? 1U : 0U) + checksum;
}

// Sends `bytes` in I-blocks; each but the last is answered by R(ACK).
void append_chain(std::vector<Frame>& frames, Sender sender, std::size_t bytes,
                  std::size_t largest_frame, std::size_t overhead) {
    const Sender receiver = sender == Sender::Reader ? Sender::Card : Sender::Reader;
    const std::size_t room = largest_frame - overhead;
    for (; bytes > room; bytes -= room) {
        frames.push_back({sender, largest_frame});
        frames.push_back({receiver, overhead});
    }
    frames.push_back({sender, bytes + overhead});
}

} // namespace

LinkModel::LinkModel(LinkParameters link, ChipTimes chip) : link_(link), chip_(chip) {
    const std::size_t smallest = std::min(link_.card_frame_size, link_.reader_frame_size);
    MADOGUCHI_EXPECTS(smallest > block_overhead(link_));
}

std::vector<Frame> LinkModel::frames(std::size_t command_bytes, std::size_t answer_bytes) const {
    const std::size_t overhead = block_overhead(link_);
    std::vector<Frame> frames;
    append_chain(frames, Sender::Reader, command_bytes, link_.card_frame_size, overhead);
    append_chain(frames, Sender::Card, answer_bytes, link_.reader_frame_size, overhead);
    return frames;
}

Microseconds LinkModel::duration(Frame frame) const noexcept {
    const auto bytes = static_cast<double>(frame.bytes);
    const Microseconds pause =
        frame.sender == Sender::Reader ? link_.reader_character_pause : link_.card_character_pause;
    return bit_time(link_.bit_rate) * (start_of_frame + bytes * character + end_of_frame) +
           pause * bytes;
}

Microseconds LinkModel::time_of(CommandKind kind, std::size_t command_bytes,
                                std::size_t answer_bytes) const {
    Microseconds time{};
    for (const Frame frame : frames(command_bytes, answer_bytes)) {
        time += silence_before(frame.sender) + duration(frame);
    }
    const Microseconds computing = chip_.of(kind, answer_bytes);
    // The chip computes while the card has to be silent anyway.
    const Microseconds beyond = std::max(computing - link_.card_turnaround, Microseconds{});
    return time + beyond + extensions(computing);
}

Microseconds LinkModel::time_of(const Exchange& exchange) const {
    return time_of(kind_of(exchange), exchange.command_bytes, exchange.answer_bytes);
}

Microseconds LinkModel::time_of(std::span<const Exchange> exchanges) const {
    Microseconds sum{};
    for (const Exchange& exchange : exchanges) {
        sum += time_of(exchange);
    }
    return sum;
}

Microseconds LinkModel::silence_before(Sender sender) const noexcept {
    return sender == Sender::Card ? link_.card_turnaround + link_.card_synchronisation
                                  : link_.reader_turnaround;
}

// S(WTX) request and response, one pair for each further waiting time begun.
Microseconds LinkModel::extensions(Microseconds computing) const noexcept {
    const Microseconds waiting_time =
        carrier_periods(256.0 * 16.0 * std::exp2(link_.frame_waiting_integer));
    const double pairs = std::max(std::ceil(computing / waiting_time) - 1, 0.0);
    const std::size_t bytes = block_overhead(link_) + 1; // the multiplier
    const Microseconds pair = silence_before(Sender::Card) + duration({Sender::Card, bytes}) +
                              silence_before(Sender::Reader) + duration({Sender::Reader, bytes});
    return pair * pairs;
}

} // namespace madoguchi::sim
