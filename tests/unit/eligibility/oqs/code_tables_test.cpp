#include "eligibility/oqs/code_tables.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace madoguchi::eligibility;
using namespace madoguchi::eligibility::oqs;

TEMPLATE_TEST_CASE("each code has one meaning, each meaning one code, and both ways agree", "",
                   ReferenceRoute, ResultSegment, ProcessingStatus, QualificationValidity, Sex,
                   LossReason, FamilyRelation, InsuranceClass, LimitClass, LimitBand,
                   SpecificDisease, Preschool, ConsentAnswer, PrescriptionForm, TicketType,
                   TreatmentKind) {
    std::set<std::string_view> codes;
    std::set<TestType> meanings;
    for (const auto& entry : code_table<TestType>()) {
        codes.insert(entry.code);
        meanings.insert(entry.meaning);
        REQUIRE(interpret<TestType>(entry.code).means(entry.meaning));
        REQUIRE(spell(Coded<TestType>{"", entry.meaning}) == entry.code);
    }
    REQUIRE(codes.size() == code_table<TestType>().size());
    REQUIRE(meanings.size() == code_table<TestType>().size());
}

TEST_CASE("the codes that decide are those of the interface") {
    REQUIRE(interpret<ResultSegment>("1").means(ResultSegment::Normal));
    REQUIRE(interpret<ResultSegment>("2").means(ResultSegment::Pending));
    REQUIRE(interpret<ResultSegment>("9").means(ResultSegment::Abnormal));
    REQUIRE(interpret<QualificationValidity>("3").means(QualificationValidity::InvalidNewerExists));
    REQUIRE(interpret<QualificationValidity>("4").means(QualificationValidity::None));
    REQUIRE(interpret<QualificationValidity>("5").means(QualificationValidity::Ambiguous));
    REQUIRE(interpret<QualificationValidity>("6").means(QualificationValidity::AidUnregistered));
    REQUIRE(interpret<Sex>("3").means(Sex::NotStated));
    REQUIRE(interpret<InsuranceClass>("A1").means(InsuranceClass::MedicalAid));
    REQUIRE(interpret<LimitBand>("B10").means(LimitBand::General1));
}

TEST_CASE("an unknown code is kept as it came and has no meaning") {
    for (const char* code : {"7", "01", "1 ", "x"}) {
        const auto value = interpret<QualificationValidity>(code);
        REQUIRE_FALSE(value.meaning);
        REQUIRE_FALSE(value.is_absent());
        REQUIRE(spell(value) == code);
    }
    REQUIRE(interpret<QualificationValidity>("").is_absent());
}
