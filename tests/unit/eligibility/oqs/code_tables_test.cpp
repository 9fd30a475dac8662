#include "eligibility/oqs/code_catalogue.hpp"
#include "eligibility/oqs/code_tables.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace madoguchi::eligibility;
using namespace madoguchi::eligibility::oqs;

TEMPLATE_TEST_CASE("each code has one meaning, each meaning one code, and both ways agree", "",
                   ReferenceRoute, ResultSegment, ProcessingStatus, QualificationValidity, Sex,
                   LossReason, FamilyRelation, InsuranceClass, LimitClass, LimitBand,
                   SpecificDisease, Preschool, ConsentAnswer, PrescriptionForm, TicketType,
                   TreatmentKind, AidUse, Presence, TicketConsistency, TicketFacility, LimitChange,
                   CareSetting) {
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

namespace {

template <typename Meaning>
std::set<std::string_view> acted_upon() {
    std::set<std::string_view> codes;
    for (const auto& entry : code_table<Meaning>()) {
        codes.insert(entry.code);
    }
    return codes;
}

std::set<std::string_view> in_catalogue(std::string_view vocabulary) {
    std::set<std::string_view> codes;
    for (const CodeWord& word : words_of(vocabulary)) {
        codes.insert(word.code);
    }
    return codes;
}

} // namespace

TEST_CASE("the catalogue for people has the codes that the program acts upon") {
    const std::vector<std::pair<std::string_view, std::set<std::string_view>>> pairs{
        {"002", acted_upon<ReferenceRoute>()},
        {"003", acted_upon<ResultSegment>()},
        {"004", acted_upon<ProcessingStatus>()},
        {"006", acted_upon<QualificationValidity>()},
        {"007", acted_upon<Sex>()},
        {"008", acted_upon<LossReason>()},
        {"009", acted_upon<FamilyRelation>()},
        {"010", acted_upon<InsuranceClass>()},
        {"011", acted_upon<LimitClass>()},
        {"012", acted_upon<LimitBand>()},
        {"013", acted_upon<SpecificDisease>()},
        {"014", acted_upon<LimitChange>()},
        {"015", acted_upon<Preschool>()},
        {"016", acted_upon<ConsentAnswer>()},
        {"017", acted_upon<PrescriptionForm>()},
        {"018", acted_upon<TicketType>()},
        {"019", acted_upon<TreatmentKind>()},
        {"020", acted_upon<AidUse>()},
        {"021", acted_upon<Presence>()},
        {"022", acted_upon<TicketConsistency>()},
        {"023", acted_upon<Presence>()},
        {"024", acted_upon<Presence>()},
        {"025", acted_upon<Presence>()},
        {"026", acted_upon<TicketFacility>()},
        {"028", acted_upon<CareSetting>()},
    };
    for (const auto& [vocabulary, codes] : pairs) {
        INFO(vocabulary);
        REQUIRE(in_catalogue(vocabulary) == codes);
    }
}

TEST_CASE("the catalogue is whole: every vocabulary has codes, each once, each with a word") {
    for (const Vocabulary& vocabulary : all_vocabularies()) {
        INFO(vocabulary.number);
        REQUIRE_FALSE(words_of(vocabulary.number).empty());
        REQUIRE(in_catalogue(vocabulary.number).size() == words_of(vocabulary.number).size());
    }
    REQUIRE(word_for("012", "A03") == "ウ");
    REQUIRE(word_for("012", "A3").empty());
    REQUIRE(word_for("999", "1").empty());
}
