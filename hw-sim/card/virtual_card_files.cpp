// SELECT, READ BINARY, READ RECORD, GET DATA (reference, sections 4.1 to 4.3 and 4.6).
#include "hw-sim/card/card_names.hpp"
#include "hw-sim/card/tlv_writer.hpp"
#include "hw-sim/card/virtual_card.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::sim {

using namespace apdu::status;

namespace {

constexpr std::uint8_t no_answer_data = 0x0C; // P2 of SELECT, bits 3 and 4
constexpr std::uint8_t next_occurrence = 0x02;

bool is_select_form(std::uint8_t p2) {
    return (p2 & ~unsigned{no_answer_data | next_occurrence}) == 0 &&
           ((p2 & no_answer_data) == 0 || (p2 & no_answer_data) == no_answer_data);
}

bool begins_with(ByteView whole, ByteView beginning) {
    return beginning.size() <= whole.size() && same_bytes(whole.first(beginning.size()), beginning);
}

// File control information: given when asked for and when the command has room for it (Le).
apdu::ResponseApdu selected(const apdu::CommandApdu& command, ByteView description) {
    constexpr std::uint32_t control_information = 0x6F;
    const bool wanted =
        (command.header.p2 & no_answer_data) == 0 && command.expected_length.has_value();
    if (!wanted) {
        return {{}, success};
    }
    return {tlv(control_information, description), success};
}

Bytes describe(const CardFile& file) {
    Bytes description = tlv(0x83, two_bytes(file.id.value()));
    if (const auto* transparent = std::get_if<TransparentFile>(&file.content)) {
        const Bytes size = tlv(0x80, two_bytes(transparent->content.size()));
        description.insert(description.end(), size.begin(), size.end());
    }
    return description;
}

struct Place {
    bool by_short_id = false;
    std::size_t offset = 0;
};

Place place_in(const apdu::CommandHeader& header) {
    if ((header.p1 & 0x80U) != 0) {
        return {true, header.p2};
    }
    return {false, (std::size_t{header.p1} << 8U) | header.p2};
}

} // namespace

VirtualCard::Answer VirtualCard::select(const Command& command) {
    constexpr std::uint8_t by_name = 0x04;
    constexpr std::uint8_t file_under_current = 0x02;
    constexpr std::uint8_t by_identifier = 0x00;
    if (!is_select_form(command.header.p2)) {
        return {{}, wrong_parameters};
    }
    switch (command.header.p1) {
    case by_name:
        return select_application(command);
    case file_under_current:
        return select_file(command);
    case by_identifier:
        return select_master_file(command);
    default:
        return {{}, wrong_parameters};
    }
}

// Without a master file: as measured on this card.
VirtualCard::Answer VirtualCard::select_master_file(const Command& command) {
    constexpr std::array<std::uint8_t, 2> master_file_id{0x3F, 0x00};
    if (content_.master_file &&
        (command.data.empty() || same_bytes(command.data, master_file_id))) {
        leave_application();
        return {{}, success};
    }
    if (!command.data.empty()) {
        return {{}, file_or_application_not_found};
    }
    return {{}, application_ == nullptr ? wrong_parameters : success};
}

// Right-truncated names match; "next" goes on from the current application, the issuer security
// domain standing last.
VirtualCard::Answer VirtualCard::select_application(const Command& command) {
    if (command.data.size() > apdu::Aid::longest) {
        return {{}, wrong_length};
    }
    const bool is_next = (command.header.p2 & next_occurrence) != 0;
    const auto& all = content_.applications;
    const auto current = std::find_if(all.begin(), all.end(), [this](const CardApplication& any) {
        return &any == application_;
    });
    const auto first =
        static_cast<std::size_t>(is_next && current != all.end() ? current - all.begin() + 1 : 0);
    for (std::size_t i = first; i < all.size() && !command.data.empty(); ++i) {
        if (begins_with(all[i].aid.bytes(), command.data)) {
            leave_application();
            application_ = &all[i];
            return selected(command, concatenate({tlv(0x84, application_->aid.bytes()),
                                                  application_->control_information}));
        }
    }
    if (content_.has_security_domain && begins_with(issuer_security_domain.bytes(), command.data)) {
        leave_application();
        return selected(command, tlv(0x84, issuer_security_domain.bytes()));
    }
    return {{}, file_or_application_not_found};
}

VirtualCard::Answer VirtualCard::select_file(const Command& command) {
    if (command.data.size() != 2) {
        return {{}, wrong_length};
    }
    const auto id = static_cast<std::uint16_t>(big_endian(command.data));
    const Found found = find_file(apdu::FileId(id));
    if (found.file == nullptr) {
        return {{}, found.status};
    }
    return selected(command, describe(*found.file));
}

VirtualCard::Answer VirtualCard::read_binary(const Command& command) {
    const auto [by_short_id, offset] = place_in(command.header);
    if (by_short_id && (command.header.p1 & 0x60U) != 0) {
        return {{}, wrong_parameters};
    }
    if (!command.data.empty() || !command.expected_length) {
        return {{}, wrong_length};
    }
    const Found found = by_short_id ? find_by_short_id(command.header.p1 & 0x1FU) : current_file();
    if (found.file == nullptr) {
        return {{}, found.status};
    }
    const auto* transparent = std::get_if<TransparentFile>(&found.file->content);
    if (transparent == nullptr) {
        return {{}, structure_incompatible};
    }
    if (!may_use(*found.file)) {
        return {{}, security_status_not_satisfied};
    }
    const ByteView content = transparent->content;
    if (offset >= content.size()) {
        return {{}, offset_outside_file};
    }
    observations_.read.insert(place_of(*found.file));
    const std::size_t left = content.size() - offset;
    const std::size_t length = std::min({*command.expected_length, left, behaviour_.longest_piece});
    const bool ended_early = length == left && length < *command.expected_length;
    return {to_bytes(content.subspan(offset, length)),
            ended_early && behaviour_.warns_at_end_of_file ? end_of_file_reached : success};
}

VirtualCard::Answer VirtualCard::read_record(const Command& command) {
    constexpr unsigned one_record = 0x04;
    constexpr unsigned to_the_last = 0x05;
    const unsigned mode = command.header.p2 & 0x07U;
    const auto short_id = static_cast<std::uint8_t>(command.header.p2 >> 3U);
    if (mode != one_record && mode != to_the_last) {
        return {{}, wrong_parameters};
    }
    if (!command.data.empty() || !command.expected_length) {
        return {{}, wrong_length};
    }
    const Found found = short_id == 0 ? current_file() : find_by_short_id(short_id);
    if (found.file == nullptr) {
        return {{}, found.status};
    }
    const auto* file = std::get_if<RecordFile>(&found.file->content);
    if (file == nullptr) {
        return {{}, structure_incompatible};
    }
    if (!may_use(*found.file)) {
        return {{}, security_status_not_satisfied};
    }
    const std::size_t first = command.header.p1;
    if (first == 0 || first > file->records.size()) {
        return {{}, record_not_found};
    }
    Bytes data;
    const std::size_t end = mode == one_record ? first : file->records.size();
    for (std::size_t number = first; number <= end; ++number) {
        const Bytes& record = file->records[number - 1];
        data.insert(data.end(), record.begin(), record.end());
    }
    observations_.read.insert(place_of(*found.file));
    data.resize(std::min(data.size(), *command.expected_length));
    return {std::move(data), success};
}

VirtualCard::Answer VirtualCard::get_data(const Command& command) {
    const auto tag = static_cast<std::uint16_t>((command.header.p1 << 8U) | command.header.p2);
    if (!command.data.empty() || !command.expected_length) {
        return {{}, wrong_length};
    }
    const auto& anywhere = content_.objects_of_any_level;
    const bool reachable = application_ == nullptr ||
                           std::find(anywhere.begin(), anywhere.end(), tag) != anywhere.end();
    const auto object = content_.data_objects.find(tag);
    if (!reachable || object == content_.data_objects.end()) {
        return {{}, reference_data_not_found};
    }
    if (object->second.size() > *command.expected_length) {
        return {{}, wrong_length};
    }
    return {object->second, success};
}

} // namespace madoguchi::sim
