// VERIFY and CHANGE REFERENCE DATA (reference, section 4.4).
#include "hw-sim/card/virtual_card.hpp"

namespace madoguchi::sim {

using namespace apdu::status;

namespace {

constexpr apdu::StatusWord memory_failure{0x6581};
constexpr apdu::StatusWord wrong_data{0x6A80};
constexpr std::size_t longest_number = 16;

apdu::StatusWord tries_left(std::uint8_t tries) {
    return {0x63, static_cast<std::uint8_t>(0xC0U | tries)};
}

std::string value_of(const NumberFile& number, const NumberState& state) {
    return state.changed_value.value_or(number.value);
}

} // namespace

VirtualCard::Found VirtualCard::find_number(std::uint8_t p2) {
    constexpr std::uint8_t current = 0x80;
    if (p2 != current && behaviour_.refuses_short_id_of_number) {
        return {nullptr, *behaviour_.refuses_short_id_of_number};
    }
    const Found found = find_key(p2);
    if (found.file != nullptr && !std::holds_alternative<NumberFile>(found.file->content)) {
        return {nullptr, structure_incompatible};
    }
    return found;
}

NumberState VirtualCard::state_of(const NumberFile& number) const {
    return numbers_.find(number.name).value_or(NumberState{number.tries_as_issued, std::nullopt});
}

VirtualCard::Answer VirtualCard::verify(const Command& command) {
    if (command.header.p1 != 0 || command.header.p2 == 0) {
        return {{}, wrong_parameters};
    }
    if (command.data.size() > longest_number) {
        return {{}, wrong_length};
    }
    const Found found = find_number(command.header.p2);
    if (found.file == nullptr) {
        return {{}, found.status};
    }
    const auto& number = std::get<NumberFile>(found.file->content);
    if (command.data.empty()) { // a question: 63Cx whether verified or not
        return {{}, tries_left(state_of(number).tries_left)};
    }
    observations_.verified_with_data.push_back(place_of(*found.file));
    return compare(*found.file, number, command.data);
}

// The try is taken off before the comparison, so that pulling the card never saves it.
VirtualCard::Answer VirtualCard::compare(const CardFile& file, const NumberFile& number,
                                         ByteView given) {
    NumberState state = state_of(number);
    if (state.tries_left == 0) {
        return {{}, reference_data_unusable};
    }
    verified_.erase(file.id);
    --state.tries_left;
    if (!numbers_.keep(number.name, state)) {
        return {{}, memory_failure};
    }
    if (!same_bytes(given, as_bytes(value_of(number, state)))) {
        return {{}, tries_left(state.tries_left)};
    }
    state.tries_left = number.maximum_tries;
    if (!numbers_.keep(number.name, state)) {
        return {{}, memory_failure};
    }
    verified_.insert(file.id);
    return {{}, success};
}

VirtualCard::Answer VirtualCard::change(const Command& command, ChangeCommand how) {
    const std::uint8_t wanted_p1 = how == ChangeCommand::Iso ? 0x01 : 0x00;
    if (command.header.p1 != wanted_p1 || command.header.p2 == 0) {
        return {{}, wrong_parameters};
    }
    const Found found = find_number(command.header.p2);
    if (found.file == nullptr) {
        return {{}, found.status};
    }
    const auto& number = std::get<NumberFile>(found.file->content);
    NumberState state = state_of(number);
    if (state.tries_left == 0) {
        return {{}, reference_data_unusable};
    }
    if (number.change != how) {
        return {{}, conditions_not_satisfied};
    }
    if (verified_.count(found.file->id) == 0) {
        return {{}, security_status_not_satisfied};
    }
    if (command.data.size() < number.shortest || command.data.size() > number.longest) {
        return {{}, wrong_data};
    }
    state.changed_value = as_text(command.data);
    return {{}, numbers_.keep(number.name, state) ? success : memory_failure};
}

} // namespace madoguchi::sim
