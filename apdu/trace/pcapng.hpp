// A trace as a capture file for Wireshark: pcapng with link type ISO 14443 (264). Wireshark is told
// once that the payload is ISO 7816 (docs/trace-format.md).
#pragma once

#include "apdu/trace/exchange_words.hpp"

namespace madoguchi::apdu {

// Two packets an exchange, command and answer, each an unchained I-block without checksum, with
// the exchange in words as its comment. Masked bytes are zeros; a lost answer has no packet, and
// its command's comment says so. Times count from the beginning of 1970, because a trace does not
// know the date.
[[nodiscard]] Bytes to_pcapng(const Trace& trace, std::span<const NamedApplication> names);

} // namespace madoguchi::apdu
