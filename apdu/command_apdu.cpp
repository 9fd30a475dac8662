#include "apdu/command_apdu.hpp"

#include "hal/base/contract.hpp"

#include <algorithm>

namespace madoguchi::apdu {

namespace {

constexpr std::size_t header_length = 4;

void append_two_bytes(Bytes& out, std::size_t value) {
    out.push_back(static_cast<std::uint8_t>(value >> 8U));
    out.push_back(static_cast<std::uint8_t>(value & 0xFFU));
}

bool needs_extended(const CommandApdu& command) {
    return command.data.size() > ApduLimits::short_data ||
           command.expected_length.value_or(1) > ApduLimits::short_answer;
}

bool has_codable_lengths(const CommandApdu& command) {
    const std::size_t ne = command.expected_length.value_or(1);
    return command.data.size() <= ApduLimits::extended_data && ne >= 1 &&
           ne <= ApduLimits::extended_answer;
}

Bytes encoded_header(const CommandHeader& header) {
    return {header.cla, header.ins, header.p1, header.p2};
}

// Ne 256 and 65536 are coded as zero.
void append_body(Bytes& out, const CommandApdu& command, bool extended) {
    const bool has_data = !command.data.empty();
    if (extended) {
        out.push_back(0);
    }
    if (has_data) {
        if (extended) {
            append_two_bytes(out, command.data.size());
        } else {
            out.push_back(static_cast<std::uint8_t>(command.data.size()));
        }
        out.insert(out.end(), command.data.begin(), command.data.end());
    }
    if (command.expected_length) {
        if (extended) {
            append_two_bytes(out, *command.expected_length & 0xFFFFU);
        } else {
            out.push_back(static_cast<std::uint8_t>(*command.expected_length & 0xFFU));
        }
    }
}

std::size_t expected_length_of(ByteView le) {
    const auto coded = static_cast<std::size_t>(big_endian(le));
    if (coded != 0) {
        return coded;
    }
    return le.size() == 1 ? ApduLimits::short_answer : ApduLimits::extended_answer;
}

// The body after the header, not empty: Lc data Le in one of the forms of ISO/IEC 7816-3 clause
// 12.1.3.
Result<CommandApdu> decode_body(CommandApdu command, ByteView body) {
    const bool extended = body.size() >= 3 && body[0] == 0;
    if (extended) {
        body = body.subspan(1);
    }
    const std::size_t length_field = extended ? 2 : 1;
    if (body.size() == length_field) {
        command.expected_length = expected_length_of(body);
        return command;
    }
    const auto lc = static_cast<std::size_t>(big_endian(body.first(length_field)));
    const ByteView rest = body.subspan(length_field);
    if (lc == 0 || rest.size() < lc) {
        return fail(ErrorCode::LengthInvalid, "command APDU is shorter than its Lc");
    }
    command.data = to_bytes(rest.first(lc));
    const ByteView le = rest.subspan(lc);
    if (le.empty()) {
        return command;
    }
    if (le.size() != length_field) {
        return fail(ErrorCode::LengthInvalid,
                    "command APDU has bytes after its data that are no Le");
    }
    command.expected_length = expected_length_of(le);
    return command;
}

} // namespace

Result<Bytes> CommandApdu::encode(const ApduLimits& limits, LengthForm form) const {
    if (!has_codable_lengths(*this)) {
        return fail(ErrorCode::TooLarge,
                    "command APDU lengths are outside 65535 data, 1 to 65536 answer");
    }
    const bool extended = form == LengthForm::Extended || needs_extended(*this);
    if (extended && !limits.extended_length) {
        return fail(ErrorCode::TooLarge,
                    "command needs extended length, which card or reader lacks");
    }
    Bytes encoded = encoded_header(header);
    if (!data.empty() || expected_length) {
        append_body(encoded, *this, extended);
    }
    if (encoded.size() > limits.longest_command) {
        return fail(ErrorCode::TooLarge, "command is longer than the reader takes");
    }
    return encoded;
}

Result<CommandApdu> CommandApdu::decode(ByteView encoded) {
    if (encoded.size() < header_length) {
        return fail(ErrorCode::Truncated, "command APDU is shorter than its header");
    }
    CommandApdu command{{encoded[0], encoded[1], encoded[2], encoded[3]}, {}, std::nullopt};
    const ByteView body = encoded.subspan(header_length);
    if (body.empty()) {
        return command;
    }
    return decode_body(std::move(command), body);
}

SecretCommand::SecretCommand(CommandHeader header, const SecretBytes& data)
    : header_(header), encoded_(header_length + 1 + data.size()) {
    MADOGUCHI_EXPECTS(!data.empty() && data.size() <= ApduLimits::short_data);
    const auto out = encoded_.reveal_for_writing();
    out[0] = header.cla;
    out[1] = header.ins;
    out[2] = header.p1;
    out[3] = header.p2;
    out[4] = static_cast<std::uint8_t>(data.size());
    const ByteView source = data.reveal();
    std::copy(source.begin(), source.end(), out.begin() + header_length + 1);
}

} // namespace madoguchi::apdu
