#include "jpki/reception/examine_card.hpp"
#include "tests/unit/jpki/support/scripted_card.hpp"
#include "tests/unit/jpki/support/simulated_card.hpp"
#include "tests/unit/jpki/support/verdicts.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;

namespace {

// The content of a file on the simulated chip, to be altered.
Bytes& file_on(SimulatedCard& simulated, std::uint8_t application_suffix, std::uint16_t id) {
    for (sim::CardApplication& application : simulated.content().applications) {
        if (application.aid.bytes().back() != application_suffix) {
            continue;
        }
        for (sim::CardFile& file : application.files) {
            if (file.id == apdu::FileId(id)) {
                return std::get<sim::TransparentFile>(file.content).content;
            }
        }
    }
    throw std::logic_error("no such file on the simulated card");
}

Result<std::variant<ExaminedCard, NumberRejected, NumberBlocked>>
examine(SimulatedCard& simulated) {
    simulated.insert();
    hal::Transaction transaction = simulated.begin();
    MynaCard card = recognised(transaction);
    return examine_card(card, simulated.number_b(), SimulatedCard::anchors(),
                        SimulatedCard::clock(), soon());
}

constexpr std::uint8_t surface_application = 0x02;
constexpr std::uint8_t input_support_application = 0x08;

} // namespace

TEST_CASE("one changed byte on the chip fails exactly one check, or the structure, or nothing "
          "where nothing is signed") {
    SimulatedCard simulated;
    Bytes& file = file_on(simulated, surface_application, 0x0002);
    const Bytes original = file;
    // A sample over the whole file; every byte is swept in trust/surface_test.cpp.
    std::set<std::string> seen;
    for (std::size_t place = 0; place < original.size(); place += 97) {
        file = original;
        file[place] ^= 0x10U;
        const auto outcome = examine(simulated);
        CAPTURE(place);
        if (!outcome) {
            CHECK(outcome.error().group() != ErrorGroup::Transport);
            continue;
        }
        const auto failed = failed_checks(std::get<ExaminedCard>(*outcome).verdict);
        CHECK(failed.size() <= 1);
        seen.insert(failed.begin(), failed.end());
    }
    CHECK(seen.count("surface-photo-segment") == 1);
    CHECK(seen.count("surface-holder-segment") == 1);
}

TEST_CASE("a changed letter of the name fails the digest of the basic four items") {
    SimulatedCard simulated;
    Bytes& file = file_on(simulated, input_support_application, 0x0002);
    file[20] ^= 0x01U; // inside the name
    const auto outcome = examine(simulated);
    REQUIRE(outcome.has_value());
    CHECK(failed_checks(std::get<ExaminedCard>(*outcome).verdict) ==
          std::vector<std::string>{"basic-four-digest"});
}

TEST_CASE("the face of one genuine card on another is recognised as a copy") {
    SimulatedCard simulated("p02");
    SimulatedCard other("p16");
    file_on(simulated, surface_application, 0x0002) = file_on(other, surface_application, 0x0002);
    file_on(simulated, surface_application, 0x0004) = file_on(other, surface_application, 0x0004);
    const auto outcome = examine(simulated);
    REQUIRE(outcome.has_value());
    CHECK(failed_checks(std::get<ExaminedCard>(*outcome).verdict) ==
          std::vector<std::string>{"surface-presence", "same-person"});
}
