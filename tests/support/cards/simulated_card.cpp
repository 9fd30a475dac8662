#include "tests/support/cards/simulated_card.hpp"

#include <map>
#include <stdexcept>

namespace madoguchi::test {

namespace {

template <typename T>
T value_or_throw(Result<T> result) {
    if (!result) {
        throw std::runtime_error(std::string(result.error().text()));
    }
    return std::move(*result);
}

struct CardWithStore {
    CardWithStore(const sim::CardContent& content, sim::CardBehaviour behaviour)
        : card(content, numbers, behaviour) {}

    sim::MemoryNumberStore numbers;
    sim::VirtualCard card;
};

std::shared_ptr<sim::VirtualCard> make_card(const sim::CardContent& content,
                                            sim::CardBehaviour behaviour) {
    const auto owner = std::make_shared<CardWithStore>(content, behaviour);
    return {owner, &owner->card};
}

} // namespace

std::filesystem::path persona_folder(const std::string& id) {
    return std::filesystem::path(MADOGUCHI_PERSONAS) / id;
}

sim::Persona persona(const std::string& id) {
    return value_or_throw(sim::Persona::load(persona_folder(id)));
}

sim::SimulatedIssuer& issuer() {
    static sim::MemoryKeyStore keys;
    static sim::SimulatedIssuer shared(keys);
    return shared;
}

sim::CardKind card_kind(std::string_view name) {
    return value_or_throw(sim::find_card_kind(name));
}

sim::Persona holder(const std::string& persona_id, std::string_view kind) {
    return sim::holder_of(card_kind(kind), persona(persona_id), today);
}

const sim::CardContent& card_content(const std::string& persona_id, std::string_view kind) {
    static std::map<std::pair<std::string, std::string>, sim::CardContent> made;
    const std::pair key(persona_id, std::string(kind));
    const auto known = made.find(key);
    if (known != made.end()) {
        return known->second;
    }
    return made
        .emplace(key, value_or_throw(
                          sim::personalise(persona(persona_id), issuer(), card_kind(kind), today)))
        .first->second;
}

std::shared_ptr<sim::VirtualCard> card_of(const std::string& persona_id,
                                          sim::CardBehaviour behaviour) {
    return make_card(card_content(persona_id), behaviour);
}

std::shared_ptr<sim::VirtualCard> card_of(const std::string& persona_id, std::string_view kind) {
    return make_card(card_content(persona_id, kind), card_kind(kind).behaviour);
}

std::shared_ptr<sim::VirtualCard> card_of(const sim::Persona& persona,
                                          sim::CardBehaviour behaviour) {
    return make_card(value_or_throw(sim::personalise(persona, issuer())), behaviour);
}

} // namespace madoguchi::test
