// The protocol of vsmartcard's virtual reader (vpcd), card side: each message is a two-byte
// big-endian length and that many bytes; a single byte is a control message, anything else a
// command APDU.
#pragma once

#include "hw-sim/card/card_in_reader.hpp"

#include <optional>

namespace madoguchi::sim {

// Whether a message of the reader is a command APDU.
[[nodiscard]] constexpr bool is_command_to_vpcd(ByteView message) noexcept {
    return message.size() != 1;
}

// What the reader's message makes the card send back; nothing for power off, power on, reset and
// unknown control messages, which are done in silence, and for a command at which the card leaves.
[[nodiscard]] std::optional<Bytes> answer_to_vpcd(CardInReader& card, ByteView message);

// Message with its length before it. Contract: at most 65535 bytes; card answers beyond that do not
// exist on this reader.
[[nodiscard]] Bytes framed_for_vpcd(ByteView message);

} // namespace madoguchi::sim
