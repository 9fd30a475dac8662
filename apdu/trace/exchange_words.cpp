#include "apdu/trace/exchange_words.hpp"

#include "apdu/command_apdu.hpp"
#include "apdu/status_word.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace madoguchi::apdu {

namespace {

struct InstructionWords {
    std::uint16_t class_and_instruction;
    std::string_view words;
};
constexpr std::array<InstructionWords, 6> plain_instructions{{
    {0x0084, "GET CHALLENGE"},
    {0x0088, "INTERNAL AUTHENTICATE"},
    {0x0024, "CHANGE REFERENCE DATA"},
    {0x8032, "CHANGE REFERENCE DATA"},
    {0x00C0, "GET RESPONSE"},
    {0x802A, "COMPUTE DIGITAL SIGNATURE"},
}};

struct StatusWords {
    StatusWord status;
    std::string_view words;
};
constexpr std::array<StatusWords, 18> status_words{{
    {status::success, "success"},
    {status::end_of_file_reached, "end of file reached"},
    {status::unlimited_key_rejected, "wrong, key without a limit"},
    {status::wrong_length, "wrong length"},
    {status::secure_messaging_not_supported, "secure messaging not supported"},
    {status::structure_incompatible, "file is of another structure"},
    {status::security_status_not_satisfied, "needs a number first"},
    {status::authentication_method_blocked, "key is blocked"},
    {status::reference_data_unusable, "key is blocked"},
    {status::conditions_not_satisfied, "conditions not satisfied"},
    {status::no_current_file, "no file is selected"},
    {status::file_or_application_not_found, "not found"},
    {status::record_not_found, "record not found"},
    {status::wrong_parameters, "wrong parameters"},
    {status::reference_data_not_found, "key or object not found"},
    {status::offset_outside_file, "offset outside the file"},
    {status::instruction_not_supported, "instruction not supported"},
    {status::no_precise_diagnosis, "no precise diagnosis"},
}};

std::string select_words(const CommandApdu& command, std::span<const NamedApplication> names) {
    constexpr std::uint8_t by_name = 0x04;
    if (command.header.p1 != by_name) {
        return "SELECT file " + to_hex(command.data);
    }
    const auto named =
        std::find_if(names.begin(), names.end(), [&command](const NamedApplication& candidate) {
            return same_bytes(candidate.application.bytes(), command.data);
        });
    return "SELECT application " +
           (named != names.end() ? std::string(named->name) : to_hex(command.data));
}

std::string read_words(const CommandHeader& header) {
    return (header.p1 & 0x80U) != 0
               ? fmt::format("READ BINARY file {:02X} from {}", header.p1 & 0x1FU, header.p2)
               : fmt::format("READ BINARY from {}", header.p1 << 8U | header.p2);
}

std::string verify_words(bool is_secret) {
    return is_secret ? "VERIFY (number withheld)" : "VERIFY without number: tries left?";
}

std::string other_words(const CommandHeader& header) {
    const auto code = static_cast<std::uint16_t>(header.cla << 8U | header.ins);
    const auto* const known = std::find_if(
        plain_instructions.begin(), plain_instructions.end(),
        [code](const InstructionWords& words) { return words.class_and_instruction == code; });
    return known != plain_instructions.end()
               ? std::string(known->words)
               : fmt::format("instruction {:02X} {:02X}", header.cla, header.ins);
}

struct OutcomeWords {
    std::string operator()(const MaskedBytes& answer) const {
        const Bytes& bytes = answer.bytes();
        const StatusWord status(bytes[bytes.size() - 2], bytes.back());
        return fmt::format("{:04X} {}", status.value(), meaning_of(status));
    }
    std::string operator()(ErrorCode loss) const { return fmt::format("lost: {}", name_of(loss)); }

private:
    static std::string meaning_of(StatusWord status) {
        if (const auto counter = status.retry_counter()) {
            return fmt::format("{} tries left", counter->tries());
        }
        if (status.has_more_data()) {
            return "more data wait";
        }
        if (status.has_exact_length()) {
            return "ask again with the exact length";
        }
        const auto* const known =
            std::find_if(status_words.begin(), status_words.end(),
                         [status](const StatusWords& words) { return words.status == status; });
        return std::string(known != status_words.end() ? known->words : "not explained here");
    }
};

} // namespace

std::string command_in_words(const TracedExchange& exchange,
                             std::span<const NamedApplication> names) {
    const Bytes& bytes = exchange.command.bytes();
    const CommandHeader header{bytes[0], bytes[1], bytes[2], bytes[3]};
    const auto decoded = CommandApdu::decode(bytes);
    switch (header.cla << 8U | header.ins) {
    case 0x00A4:
        return select_words(decoded ? *decoded : CommandApdu{header, {}, {}}, names);
    case 0x00B0:
        return read_words(header);
    case 0x00B2:
        return fmt::format("READ RECORD {} of file {:02X}", header.p1, header.p2 >> 3U);
    case 0x00CA:
        return fmt::format("GET DATA {:02X}{:02X}", header.p1, header.p2);
    case 0x0020:
        return verify_words(exchange.is_secret);
    default:
        return other_words(header);
    }
}

std::string outcome_in_words(const TracedExchange& exchange) {
    return std::visit(OutcomeWords{}, exchange.outcome);
}

} // namespace madoguchi::apdu
