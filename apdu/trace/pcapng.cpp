#include "apdu/trace/pcapng.hpp"

namespace madoguchi::apdu {

namespace {

constexpr std::uint32_t section_header_block = 0x0A0D0D0A;
constexpr std::uint32_t interface_description_block = 1;
constexpr std::uint32_t enhanced_packet_block = 6;
constexpr std::uint16_t link_type_iso_14443 = 264;
constexpr std::uint16_t comment_option = 1;

// Events of the pseudo header; the two checksum bytes are not in the packet.
constexpr std::uint8_t command_without_checksum = 0xFA;
constexpr std::uint8_t answer_without_checksum = 0xFB;

void put(Bytes& out, std::uint64_t number, std::size_t size) { // little-endian
    for (std::size_t i = 0; i < size; ++i) {
        out.push_back(static_cast<std::uint8_t>(number >> 8U * i & 0xFFU));
    }
}

void put_padded(Bytes& out, ByteView bytes) {
    out.insert(out.end(), bytes.begin(), bytes.end());
    out.resize((out.size() + 3) / 4 * 4);
}

Bytes block(std::uint32_t type, ByteView body) {
    constexpr std::size_t frame = 12; // type and the length, twice
    Bytes out;
    put(out, type, 4);
    put(out, body.size() + frame, 4);
    put_padded(out, body);
    put(out, body.size() + frame, 4);
    return out;
}

Bytes section_header() {
    constexpr std::uint32_t byte_order_magic = 0x1A2B3C4D;
    Bytes body;
    put(body, byte_order_magic, 4);
    put(body, 1, 2); // version 1.0
    put(body, 0, 2);
    put(body, ~std::uint64_t{0}, 8); // length of the section: not stated
    return block(section_header_block, body);
}

Bytes interface_description() {
    Bytes body;
    put(body, link_type_iso_14443, 2);
    put(body, 0, 2);
    put(body, 0, 4); // no limit to a packet's length; times in microseconds
    return block(interface_description_block, body);
}

// The pseudo header (version 0, event, big-endian length) and one I-block of this number.
Bytes frame(std::uint8_t event, std::size_t block_number, ByteView payload) {
    const auto control_byte = static_cast<std::uint8_t>(0x02U | (block_number & 1U));
    const std::size_t length = payload.size() + 1;
    const Bytes prologue{0, event, static_cast<std::uint8_t>(length >> 8U & 0xFFU),
                         static_cast<std::uint8_t>(length & 0xFFU), control_byte};
    return concatenate({prologue, payload});
}

Bytes packet(std::chrono::microseconds time, ByteView frame, std::string_view comment) {
    const auto moment = static_cast<std::uint64_t>(time.count());
    Bytes body;
    put(body, 0, 4); // the one interface
    put(body, moment >> 32U, 4);
    put(body, moment & 0xFFFFFFFFU, 4);
    put(body, frame.size(), 4);
    put(body, frame.size(), 4);
    put_padded(body, frame);
    put(body, comment_option, 2);
    put(body, comment.size(), 2);
    put_padded(body, as_bytes(comment));
    put(body, 0, 4); // end of options
    return block(enhanced_packet_block, body);
}

void append(Bytes& out, const Bytes& more) {
    out.insert(out.end(), more.begin(), more.end());
}

} // namespace

Bytes to_pcapng(const Trace& trace, std::span<const NamedApplication> names) {
    Bytes file = section_header();
    append(file, interface_description());
    for (std::size_t i = 0; i < trace.exchanges.size(); ++i) {
        const TracedExchange& exchange = trace.exchanges[i];
        const auto* const answer = std::get_if<MaskedBytes>(&exchange.outcome);
        std::string words = command_in_words(exchange, names);
        if (answer == nullptr) {
            words += ", " + outcome_in_words(exchange);
        }
        append(file, packet(exchange.start,
                            frame(command_without_checksum, i, exchange.command.bytes()), words));
        if (answer != nullptr) {
            append(file, packet(exchange.start + exchange.duration,
                                frame(answer_without_checksum, i, answer->bytes()),
                                outcome_in_words(exchange)));
        }
    }
    return file;
}

} // namespace madoguchi::apdu
