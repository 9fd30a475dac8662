#include "tests/unit/jpki/support/simulated_card.hpp"

#include "tests/support/temporary_folder.hpp"
#include "tests/unit/jpki/support/scripted_card.hpp"

#include <map>

namespace madoguchi::jpki::test {

namespace {

sim::SimulatedIssuer& issuer() {
    static sim::MemoryKeyStore keys;
    static sim::SimulatedIssuer the_issuer(keys);
    return the_issuer;
}

sim::Persona load_persona(const std::string& id) {
    return sim::Persona::load(std::filesystem::path(MADOGUCHI_SOURCE) / "hw-sim/personas" / id)
        .value();
}

const sim::CardContent& content_of(const sim::Persona& persona) {
    static std::map<std::string, sim::CardContent> made;
    auto found = made.find(persona.id);
    if (found == made.end()) {
        found = made.emplace(persona.id, sim::personalise(persona, issuer()).value()).first;
    }
    return found->second;
}

} // namespace

SimulatedCard::SimulatedCard(const std::string& persona_id)
    : persona_(load_persona(persona_id)), content_(content_of(persona_)) {
    insert();
}

const TrustAnchors& SimulatedCard::anchors() {
    static const TrustAnchors loaded = [] {
        const madoguchi::test::TemporaryFolder folder;
        if (!issuer().export_trust_anchors(folder.path())) {
            throw std::runtime_error("the simulated issuer cannot write its anchors");
        }
        return TrustAnchors::load(folder.path()).value();
    }();
    return loaded;
}

const FixedClock& SimulatedCard::clock() {
    using namespace std::chrono_literals;
    static const FixedClock fixed(CivilTime(std::chrono::sys_days(2026y / 11 / 20)));
    return fixed;
}

void SimulatedCard::insert() {
    card_ = std::make_shared<sim::VirtualCard>(content_, numbers_);
    reader_.insert(card_);
}

hal::Transaction SimulatedCard::begin() {
    return reader_.open(reader_.name()).value()->begin(soon()).value();
}

VerificationNumberB SimulatedCard::number_b() const {
    return VerificationNumberB::from_digits(secret(persona_.verification_number_b())).value();
}

} // namespace madoguchi::jpki::test
