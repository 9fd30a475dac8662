// Card-interface reference, section 7.5: which number opens what, tried cell by cell.
#include "tests/unit/hw-sim/card_conversation.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

struct Row {
    const char* number;
    unsigned key; // short identifier; 0: nothing is presented
    std::vector<unsigned> opens;
};

std::string value_of(const std::string& number) {
    const sim::Persona owner = persona("p02");
    if (number == "PIN") {
        return owner.pins.input_support;
    }
    if (number == "A") {
        return owner.individual_number;
    }
    return number == "B" ? owner.verification_number_b() : owner.birth_date_number();
}

// Tries every file after the row's number was verified.
void check_row(std::string_view application, const Row& row, const std::vector<unsigned>& files,
               const std::vector<unsigned>& free_files) {
    INFO(row.number);
    const auto card = card_of("p02");
    REQUIRE(status_of(*card, application) == "9000");
    if (row.key != 0) {
        REQUIRE(verify(*card, row.key, value_of(row.number)) == "9000");
    }
    const auto holds = [](const std::vector<unsigned>& list, unsigned file) {
        return std::find(list.begin(), list.end(), file) != list.end();
    };
    for (const unsigned file : files) {
        INFO("file " << file);
        const bool opened = holds(row.opens, file) || holds(free_files, file);
        CHECK(status_of(*card, fmt::format("00B0{:02X}0001", 0x80U | file)) ==
              (opened ? "9000" : "6982"));
    }
}

} // namespace

TEST_CASE("券面事項入力補助AP: exactly the measured files open for each number") {
    const auto row = GENERATE(values<Row>({
        {"PIN", 0x11, {1, 2, 3, 6, 7}},
        {"A", 0x14, {1, 3, 6, 7}},
        {"B", 0x15, {2, 3, 6, 7}},
        {"nothing", 0, {}},
    }));
    check_row(select_input_support, row, {1, 2, 3, 4, 5, 6, 7}, {4, 5});
}

TEST_CASE("券面事項確認AP: exactly the measured files open for each number") {
    const auto row = GENERATE(values<Row>({
        {"A", 0x13, {2, 5, 6}},
        {"B", 0x12, {2, 6}},
        {"birth date", 0x11, {1}},
        {"nothing", 0, {}},
    }));
    check_row(select_surface, row, {1, 2, 3, 4, 5, 6}, {3, 4});
}

TEST_CASE("公的個人認証AP: the signature certificate alone is protected") {
    const auto card = card_of("p02");
    REQUIRE(status_of(*card, select_jpki) == "9000");
    const auto is_open = [&card](unsigned file) {
        return status_of(*card, fmt::format("00B0{:02X}0001", 0x80U | file)) == "9000";
    };
    for (const unsigned file : {2U, 6U, 8U, 10U, 11U}) {
        CHECK(is_open(file));
    }
    CHECK_FALSE(is_open(1));
    REQUIRE(verify(*card, 0x18, "2468") == "9000");
    CHECK_FALSE(is_open(1));
    REQUIRE(verify(*card, 0x1B, "SIMCARD02") == "9000");
    CHECK(is_open(1));
}

TEST_CASE("a number opens nothing in another application that holds the same number") {
    const auto card = card_of("p02");
    REQUIRE(status_of(*card, select_surface) == "9000");
    REQUIRE(verify(*card, 0x12, persona("p02").verification_number_b()) == "9000");
    REQUIRE(status_of(*card, select_input_support) == "9000");
    CHECK(status_of(*card, "00B0820001") == "6982");
}

TEST_CASE("the card tells what was touched") {
    const auto card = card_of("p02");
    REQUIRE(status_of(*card, select_input_support) == "9000");
    REQUIRE(verify(*card, 0x15, persona("p02").verification_number_b()) == "9000");
    REQUIRE(status_of(*card, "00B0820004") == "9000");
    REQUIRE(status_of(*card, "00B0810004") == "6982");
    const auto& seen = card->observations();
    const auto aid = to_hex(hex("D3921000310001010408"));
    CHECK(seen.read == std::set<sim::CardObservations::Place>{{aid, 2}});
    CHECK(seen.selected.count({aid, 1}) == 1);
    CHECK(seen.verified_with_data.size() == 1);
    CHECK(seen.commands == 4);
    card->forget_observations();
    CHECK(card->observations().selected.empty());
}
