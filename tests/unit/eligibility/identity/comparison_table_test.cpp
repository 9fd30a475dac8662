// comparison_cases.tsv, line by line, both ways round. Empty: absent.
#include "eligibility/identity/identity_comparison.hpp"
#include "eligibility/oqs/code_tables.hpp"
#include "eligibility/oqs/lexical.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace madoguchi;
using namespace madoguchi::eligibility;
using namespace madoguchi::eligibility::identity;

namespace {

struct Case {
    std::string item, left, right, agreement, rule;
};

std::vector<Case> read_cases() {
    std::ifstream file(COMPARISON_CASES);
    std::vector<Case> cases;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) {
            continue;
        }
        std::istringstream fields(line);
        Case c;
        for (std::string* field : {&c.item, &c.left, &c.right, &c.agreement, &c.rule}) {
            std::getline(fields, *field, '\t');
        }
        cases.push_back(c);
    }
    return cases;
}

BasicItems items_with(const std::string& item, const std::string& value) {
    BasicItems items;
    if (item == "name") {
        items.name = value;
    } else if (item == "kana") {
        items.kana = value;
    } else if (item == "address") {
        items.address = value;
    } else if (item == "birth-date") {
        items.birth_date = *oqs::parse_birth_date(value);
    } else if (item == "sex") {
        items.sex = oqs::interpret<Sex>(value).meaning;
    } else {
        FAIL("no such item: " << item);
    }
    return items;
}

Item item_called(std::string_view name) {
    for (const Item item : {Item::Name, Item::Kana, Item::BirthDate, Item::Sex, Item::Address}) {
        if (name_of(item) == name) {
            return item;
        }
    }
    FAIL("no such item: " << name);
    return Item::Name;
}

void require_result(const Case& c, const std::string& left, const std::string& right) {
    INFO(c.item << ": " << left << " | " << right);
    const auto result =
        compare(items_with(c.item, left), items_with(c.item, right)).of(item_called(c.item));
    REQUIRE(name_of(result.agreement) == c.agreement);
    REQUIRE(name_of(result.rule) == c.rule);
}

} // namespace

TEST_CASE("each pair of the table agrees as the table says, both ways round") {
    const auto cases = read_cases();
    REQUIRE(cases.size() > 50);
    for (const Case& c : cases) {
        require_result(c, c.left, c.right);
        require_result(c, c.right, c.left);
    }
}

TEST_CASE("a registered other name makes names equal by notation") {
    BasicItems card;
    card.name = "ＡＯＢＡ　ＭＩＤＯＲＩ";
    BasicItems answer;
    answer.name = "青葉　みどり";
    answer.other_name = "AOBA MIDORI";
    for (const auto& comparison : {compare(card, answer), compare(answer, card)}) {
        REQUIRE(comparison.of(Item::Name).agreement == Agreement::EqualByNotation);
        REQUIRE(comparison.of(Item::Name).rule == Rule::OtherName);
    }
}

TEST_CASE("text that is not UTF-8 is unknown, never equal") {
    BasicItems left;
    left.name = "青\xFF";
    BasicItems right;
    right.name = "青\xFF";
    REQUIRE(compare(left, right).of(Item::Name).agreement == Agreement::Unknown);
}
