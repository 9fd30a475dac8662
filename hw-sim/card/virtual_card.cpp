#include "hw-sim/card/virtual_card.hpp"

#include <algorithm>
#include <utility>

namespace madoguchi::sim {

using namespace apdu::status;

namespace {

// Answers of this card that only the simulator needs (reference, sections 4.4 to 4.8).
constexpr apdu::StatusWord session_key_not_configured{0x66F1};

constexpr std::uint16_t command_code(std::uint8_t cla, std::uint8_t ins) {
    return static_cast<std::uint16_t>((cla << 8U) | ins);
}

// What this card says to commands that it serves for nobody.
apdu::StatusWord refusal_of(const apdu::CommandHeader& header) {
    switch (command_code(header.cla, header.ins)) {
    case 0x80AE: // SET SESSION KEY: this card was issued without session keys
        return session_key_not_configured;
    case 0x80FC: // last-command indicator of the iPhone profile
        return wrong_length;
    case 0x80A2: // terminal certificate: no verifier is known to this card
        return wrong_parameters;
    case 0x8050: // LOCK DF, UNLOCK DF, UNLOCK KEY, MANAGE ATTRIBUTES are the issuer's
    case 0x8052:
    case 0x8054:
    case 0x808A:
        return security_status_not_satisfied;
    default:
        break;
    }
    switch (header.cla) {
    case 0x00:
    case 0x80:
        return instruction_not_supported;
    case 0x08:
        return secure_messaging_not_supported;
    default:
        return class_not_supported;
    }
}

// Lc or Le in the three-byte form of ISO/IEC 7816-3 clause 12.1.3.
bool has_extended_lengths(ByteView encoded) {
    return encoded.size() >= 7 && encoded[4] == 0;
}

} // namespace

VirtualCard::VirtualCard(CardContent content, NumberStore& numbers, CardBehaviour behaviour)
    : content_(std::move(content)), numbers_(numbers), behaviour_(behaviour) {
    leave_application();
}

Bytes VirtualCard::transmit(ByteView command) {
    ++observations_.commands;
    return process(command).encode();
}

VirtualCard::Answer VirtualCard::process(ByteView encoded) {
    const bool is_first = std::exchange(is_fresh_, false);
    if (is_first && behaviour_.fails_first_command) {
        return {{}, no_precise_diagnosis};
    }
    if (has_extended_lengths(encoded) && !behaviour_.extended_length) {
        return {{}, wrong_length};
    }
    const auto command = Command::decode(encoded);
    if (!command) {
        return {{}, wrong_length};
    }
    return dispatch(*command);
}

VirtualCard::Answer VirtualCard::dispatch(const Command& command) {
    constexpr std::uint8_t select_instruction = 0xA4;
    if (!content_.knows_commands) {
        return {{},
                command.header.ins == select_instruction ? file_or_application_not_found
                                                         : instruction_not_supported};
    }
    switch (command_code(command.header.cla, command.header.ins)) {
    case 0x00A4:
        return select(command);
    case 0x00B0:
        return read_binary(command);
    case 0x00B2:
        return read_record(command);
    case 0x0020:
        return verify(command);
    case 0x0024:
        return change(command, ChangeCommand::Iso);
    case 0x8032:
        return change(command, ChangeCommand::Jicsap);
    case 0x802A:
        return compute_signature(command);
    case 0x0084:
        return get_challenge(command);
    case 0x0088:
        return internal_authenticate(command);
    case 0x00CA:
        return get_data(command);
    default:
        return {{}, refusal_of(command.header)};
    }
}

const Bytes& VirtualCard::power_on() {
    return content_.answer_to_reset;
}

void VirtualCard::power_off() {
    leave_application();
    is_fresh_ = true;
}

void VirtualCard::warm_reset() {
    if (!behaviour_.warm_reset_keeps_state) {
        leave_application();
    }
}

void VirtualCard::leave_application() {
    application_ = content_.master_file ? &*content_.master_file : nullptr;
    file_ = nullptr;
    verified_.clear();
}

template <typename Condition>
VirtualCard::Found VirtualCard::find_first(Condition matches) {
    if (application_ == nullptr) {
        return {nullptr, file_or_application_not_found};
    }
    const auto& files = application_->files;
    const auto file = std::find_if(files.begin(), files.end(), matches);
    if (file == files.end()) {
        return {nullptr, file_or_application_not_found};
    }
    file_ = &*file;
    observations_.selected.insert(place_of(*file_));
    return {file_, success};
}

VirtualCard::Found VirtualCard::find_file(apdu::FileId id) {
    return find_first([id](const CardFile& file) { return file.id == id; });
}

VirtualCard::Found VirtualCard::find_by_short_id(std::uint8_t short_id) {
    return find_first([short_id](const CardFile& file) {
        return file.short_id.value_or(file.id.value() & 0x1FU) == short_id;
    });
}

VirtualCard::Found VirtualCard::current_file() const {
    if (file_ == nullptr) {
        return {nullptr, no_current_file};
    }
    return {file_, success};
}

VirtualCard::Found VirtualCard::find_key(std::uint8_t p2) {
    constexpr std::uint8_t current = 0x80;
    constexpr std::uint8_t application_default = 0x00;
    if (p2 == current) {
        return current_file();
    }
    if (p2 == application_default) {
        if (application_ == nullptr || !application_->default_key) {
            return {nullptr, reference_data_not_found};
        }
        return find_file(*application_->default_key);
    }
    if ((p2 & 0xE0U) != current) {
        return {nullptr, wrong_parameters};
    }
    const Found found = find_by_short_id(p2 & 0x1FU);
    return found.file != nullptr ? found : Found{nullptr, reference_data_not_found};
}

bool VirtualCard::may_use(const CardFile& file) const {
    switch (file.access.kind) {
    case AccessRule::Kind::Free:
        return true;
    case AccessRule::Kind::Never:
        return false;
    case AccessRule::Kind::AnyOf:
        break;
    }
    const auto& numbers = file.access.numbers;
    return std::any_of(numbers.begin(), numbers.end(),
                       [this](apdu::FileId number) { return verified_.count(number) != 0; });
}

CardObservations::Place VirtualCard::place_of(const CardFile& file) const {
    return CardObservations::place(application_->aid, file.id);
}

} // namespace madoguchi::sim
