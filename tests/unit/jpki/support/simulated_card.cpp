#include "tests/unit/jpki/support/simulated_card.hpp"

#include "tests/support/temporary_folder.hpp"
#include "tests/unit/jpki/support/scripted_card.hpp"

namespace madoguchi::jpki::test {

SimulatedCard::SimulatedCard(const std::string& persona_id, std::string_view kind)
    : persona_(madoguchi::test::holder(persona_id, kind)),
      content_(madoguchi::test::card_content(persona_id, kind)),
      behaviour_(madoguchi::test::card_kind(kind).behaviour) {
    insert();
}

const TrustAnchors& SimulatedCard::anchors() {
    static const TrustAnchors loaded = [] {
        const madoguchi::test::TemporaryFolder folder;
        if (!madoguchi::test::issuer().export_trust_anchors(folder.path())) {
            throw std::runtime_error("the simulated issuer cannot write its anchors");
        }
        return TrustAnchors::load(folder.path()).value();
    }();
    return loaded;
}

const FixedClock& SimulatedCard::clock() {
    static const FixedClock fixed(CivilTime(std::chrono::sys_days(madoguchi::test::today)));
    return fixed;
}

void SimulatedCard::insert() {
    card_ = std::make_shared<sim::VirtualCard>(content_, numbers_, behaviour_);
    reader_.insert(card_);
}

hal::Transaction SimulatedCard::begin() {
    return reader_.open(reader_.name()).value()->begin(soon()).value();
}

VerificationNumber SimulatedCard::verification_number() const {
    return VerificationNumber::from_digits(secret(persona_.verification_number_6())).value();
}

VerificationNumberB SimulatedCard::number_b() const {
    return VerificationNumberB::from_digits(secret(persona_.verification_number_b())).value();
}

} // namespace madoguchi::jpki::test
