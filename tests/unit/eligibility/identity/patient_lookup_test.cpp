#include "eligibility/identity/patient_lookup.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi::eligibility;
using namespace madoguchi::eligibility::identity;

namespace {

// Twins at one address, a namesake, and somebody who is in the index twice.
const char* const csv =
    "reference_number,birth_date,name,kana,sex,address,insurer_number,symbol,number,branch\n"
    "1,1984-02-29,青葉　みどり,アオバ　ミドリ,2,例町2-1-2,06999007,,4021,02\n"
    "2,1984-02-29,青葉　かえで,アオバ　カエデ,2,例町2-1-2,06999007,,4021,03\n"
    "3,1990-01-01,青葉　みどり,アオバ　ミドリ,2,例町2-1-2,06999007,,4022,02\n"
    "4,1970-07-07,若葉　岳,ワカバ　ガク,1,例町5,06999007,,4023,01\n"
    "5,1970-07-07,若葉　岳,ワカバ　ガク,1,例町5,39999008,,77,01\n";

PatientLookup find(const BasicItems& card) {
    return find_patient(*PatientIndex::parse(csv), card);
}

BasicItems midori() {
    BasicItems items;
    items.name = "青葉　みどり";
    items.birth_date = std::chrono::year{1984} / 2 / 29;
    items.sex = Sex::Female;
    items.address = "例町二丁目１番２号";
    return items;
}

} // namespace

TEST_CASE("a patient is found by all items, whatever the notation") {
    const auto lookup = find(midori());
    REQUIRE(std::holds_alternative<PatientFound>(lookup));
    REQUIRE(std::get<PatientFound>(lookup).patient.reference_number == "1");
}

TEST_CASE("somebody who moved is a candidate for staff, not a match") {
    BasicItems card = midori();
    card.address = "別町9";
    const auto lookup = find(card);
    REQUIRE(std::holds_alternative<PatientUncertain>(lookup));
    REQUIRE(std::get<PatientUncertain>(lookup).candidates == 1); // the twin is none
}

TEST_CASE("a name that the chart cannot show is a candidate for staff") {
    BasicItems card = midori();
    card.name = "青●　みどり";
    REQUIRE(std::holds_alternative<PatientUncertain>(find(card)));
}

TEST_CASE("two records that fit are never chosen between") {
    BasicItems card;
    card.name = "若葉　岳";
    card.birth_date = std::chrono::year{1970} / 7 / 7;
    card.sex = Sex::Male;
    card.address = "例町5";
    const auto lookup = find(card);
    REQUIRE(std::holds_alternative<PatientUncertain>(lookup));
    REQUIRE(std::get<PatientUncertain>(lookup).candidates == 2);
}

TEST_CASE("another name, birth date or sex is another person") {
    BasicItems card = midori();
    SECTION("name") {
        card.name = "青葉　すみれ";
    }
    SECTION("birth date") {
        card.birth_date = std::chrono::year{1984} / 3 / 1;
    }
    SECTION("sex") {
        card.sex = Sex::Male;
    }
    SECTION("no birth date") {
        card.birth_date.reset();
    }
    REQUIRE(std::holds_alternative<PatientUnknown>(find(card)));
}
