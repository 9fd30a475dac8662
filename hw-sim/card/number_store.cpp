#include "hw-sim/card/number_store.hpp"

#include "hw-sim/card/text_file.hpp"

#include <nlohmann/json.hpp>

namespace madoguchi::sim {

namespace {

using Json = nlohmann::json;
using States = std::map<std::string, NumberState>;

constexpr const char* tries_member = "tries_left";
constexpr const char* value_member = "changed_value";

std::string write_states(const States& states) {
    Json document = Json::object();
    for (const auto& [name, state] : states) {
        document[name][tries_member] = state.tries_left;
        if (state.changed_value) {
            document[name][value_member] = *state.changed_value;
        }
    }
    return document.dump(2) + "\n";
}

// The one place where nlohmann-json's exceptions end.
Result<States> read_states(const std::string& text) {
    try {
        States states;
        const Json document = Json::parse(text);
        for (const auto& [name, member] : document.items()) {
            NumberState& state = states[name];
            state.tries_left = member.at(tries_member).get<std::uint8_t>();
            if (member.contains(value_member)) {
                state.changed_value = member.at(value_member).get<std::string>();
            }
        }
        return states;
    } catch (const Json::exception&) {
        return fail(ErrorCode::SyntaxInvalid,
                    "the card's counter file is damaged; remove it to make the card new");
    }
}

std::optional<NumberState> find_in(const States& states, const std::string& name) {
    const auto known = states.find(name);
    return known == states.end() ? std::nullopt : std::optional(known->second);
}

} // namespace

std::optional<NumberState> MemoryNumberStore::find(const std::string& name) const {
    return find_in(states_, name);
}

Result<void> MemoryNumberStore::keep(const std::string& name, const NumberState& state) {
    states_[name] = state;
    return {};
}

Result<FileNumberStore> FileNumberStore::open(std::filesystem::path file) {
    FileNumberStore store(std::move(file));
    if (const auto text = MADOGUCHI_TRY(read_text_file(store.file_))) {
        store.states_ = MADOGUCHI_TRY(read_states(*text));
    }
    return store;
}

std::optional<NumberState> FileNumberStore::find(const std::string& name) const {
    return find_in(states_, name);
}

Result<void> FileNumberStore::keep(const std::string& name, const NumberState& state) {
    States changed = states_;
    changed[name] = state;
    MADOGUCHI_TRY(replace_text_file(file_, write_states(changed)));
    states_ = std::move(changed);
    return {};
}

} // namespace madoguchi::sim
