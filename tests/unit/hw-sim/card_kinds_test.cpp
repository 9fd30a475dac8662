// The table of card kinds, and each kind by what a reader sees of it.
#include "tests/unit/hw-sim/card_conversation.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace madoguchi;
using namespace madoguchi::test;

TEST_CASE("every kind has a name of its own and one line that says what it is") {
    std::set<std::string_view> names;
    for (const sim::CardKind& kind : sim::all_card_kinds()) {
        INFO(kind.name);
        CHECK(names.insert(kind.name).second);
        CHECK(std::all_of(kind.name.begin(), kind.name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        }));
        CHECK_FALSE(kind.description.empty());
        CHECK(kind.description.find('\n') == std::string_view::npos);
    }
    CHECK(sim::current_card_kind().name == "current");
}

TEST_CASE("a name that no kind has is refused, with where to find the names") {
    const auto refused = sim::find_card_kind("platinum");
    CHECK(refused.error().code() == ErrorCode::ValueInvalid);
    CHECK(std::string(refused.error().text()).find("kinds") != std::string::npos);
}

TEST_CASE("every kind can be made, and answers SELECT of the 公的個人認証AP as it must") {
    for (const sim::CardKind& kind : sim::all_card_kinds()) {
        INFO(kind.name);
        const auto card = card_of("p02", kind.name);
        CHECK(card->answer_to_reset().size() >= 5);
        if (kind.behaviour.fails_first_command) {
            CHECK(status_of(*card, select_jpki) == "6F00");
        }
        CHECK(status_of(*card, select_jpki) == (kind.make_foreign != nullptr ? "6A82" : "9000"));
    }
}
