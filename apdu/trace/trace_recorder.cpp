#include "apdu/trace/trace_recorder.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::apdu {

namespace {

constexpr std::size_t header_length = 4;

constexpr std::uint8_t select_instruction = 0xA4;
constexpr std::uint8_t read_binary_instruction = 0xB0;
constexpr std::uint8_t get_response_instruction = 0xC0;
constexpr std::uint8_t by_application_name = 0x04;

bool is(const CommandApdu& command, std::uint8_t instruction) {
    return command.header.cla == 0x00 && command.header.ins == instruction;
}

Bytes bytes_of(const CommandHeader& header) {
    return {header.cla, header.ins, header.p1, header.p2};
}

} // namespace

void TraceRecorder::begin(const TraceHeading& heading) {
    application_.clear();
    reading_.reset();
    if (!std::exchange(begun_, true)) {
        origin_ = std::chrono::steady_clock::now();
        out_ << to_text(heading) << std::flush;
    }
}

void TraceRecorder::on_bytes(const ExchangeBytes& bytes) {
    command_ = masked_command(bytes.command);
    const auto command = CommandApdu::decode(bytes.command);
    const auto answer = ResponseApdu::parse(bytes.answer);
    if (command && answer) {
        follow_selection(*command, answer->status());
        answer_ = masked_answer(*command, *answer);
    }
}

void TraceRecorder::on_exchange(const ExchangeRecord& record) {
    const auto now = std::chrono::steady_clock::now();
    TracedExchange exchange;
    exchange.start = std::max(std::chrono::microseconds(0),
                              std::chrono::duration_cast<std::chrono::microseconds>(now - origin_) -
                                  record.duration);
    exchange.duration = record.duration;
    exchange.is_secret = !command_;
    if (command_) {
        exchange.command = *command_;
    } else {
        exchange.command.append(bytes_of(record.header));
    }
    if (record.status) {
        MaskedBytes status;
        status.append(std::array{record.status->sw1(), record.status->sw2()});
        exchange.outcome = answer_.value_or(status);
    } else {
        exchange.outcome = record.failure.value_or(ErrorCode::TransportFailed);
    }
    command_.reset();
    answer_.reset();
    out_ << to_line(exchange) << std::flush;
}

// What a selection names is public; any other data may be anything.
MaskedBytes TraceRecorder::masked_command(ByteView encoded) const {
    const auto command = CommandApdu::decode(encoded);
    MaskedBytes shown;
    if (command && (command->data.empty() || is(*command, select_instruction))) {
        shown.append(encoded);
        return shown;
    }
    const ByteView header = encoded.first(std::min(encoded.size(), header_length));
    shown.append(header);
    shown.append_masked(encoded.size() - header.size());
    return shown;
}

void TraceRecorder::follow_selection(const CommandApdu& command, StatusWord status) {
    if (!is(command, select_instruction)) {
        return;
    }
    reading_.reset();
    if (command.header.p1 == by_application_name) {
        application_ = status.is_success() ? command.data : Bytes();
    }
}

MaskedBytes TraceRecorder::masked_answer(const CommandApdu& command, const ResponseApdu& answer) {
    find_place(command);
    MaskedBytes shown;
    append_data(shown, answer.data());
    shown.append(std::array{answer.status().sw1(), answer.status().sw2()});
    return shown;
}

// Where in which shown file the answer's data lie, if in any.
void TraceRecorder::find_place(const CommandApdu& command) {
    if (is(command, get_response_instruction)) {
        return; // goes on where the last answer stopped
    }
    const CommandHeader& header = command.header;
    const bool names_file = (header.p1 & 0x80U) != 0;
    const std::size_t offset =
        names_file ? std::size_t{header.p2} : std::size_t{header.p1} << 8U | header.p2;
    if (!is(command, read_binary_instruction) || (names_file && offset != 0) ||
        (!names_file && reading_ && reading_->offset != offset)) {
        reading_.reset();
        return;
    }
    if (!names_file) {
        return;
    }
    reading_.reset();
    for (const ShownFile& shown : shown_files_) {
        if (same_bytes(shown.application.bytes(), application_) &&
            shown.file.value() == (header.p1 & 0x1FU)) {
            begin_reading(shown);
        }
    }
}

void TraceRecorder::begin_reading(const ShownFile& file) {
    if (const auto* const structure = std::get_if<StructureOf>(&file.shown)) {
        reading_ = Reading{StructureMask(structure->outermost_tag), 0};
    } else {
        reading_ = Reading{std::get<FirstBytes>(file.shown), 0};
    }
}

void TraceRecorder::append_data(MaskedBytes& shown, ByteView data) {
    if (!reading_) {
        shown.append_masked(data.size());
        return;
    }
    if (auto* const structure = std::get_if<StructureMask>(&reading_->shown)) {
        structure->append_to(shown, data);
    } else {
        const std::size_t open = std::get<FirstBytes>(reading_->shown).count;
        const std::size_t left = open - std::min(open, reading_->offset);
        const ByteView first = data.first(std::min(left, data.size()));
        shown.append(first);
        shown.append_masked(data.size() - first.size());
    }
    reading_->offset += data.size();
}

} // namespace madoguchi::apdu
