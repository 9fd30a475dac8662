#include "hw-sim/eligibility/answer_composer.hpp"
#include "hw-sim/eligibility/japanese_text.hpp"
#include "hw-sim/eligibility/patient_index_file.hpp"
#include "hw-sim/eligibility/xml_element.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace madoguchi;
using namespace madoguchi::sim;

namespace {

const ServiceRequest request_of_p09{.date = "20261120",
                                    .facility_code = "9919999999",
                                    .identifier = "S-1",
                                    .insurer_number = "999003",
                                    .symbol = "",
                                    .number = "4090",
                                    .branch = "",
                                    .birth_date = "19680611",
                                    .high_cost_consent = "1"};

std::string composed(std::uint64_t seed, FileEncoding encoding = FileEncoding::Utf8) {
    const auto people = InsuredRegister::load(MADOGUCHI_PERSONAS);
    return as_text(compose_answer(request_of_p09, *people, *find_scenario("eligible"),
                                  {encoding, seed, "20261120093015"}));
}

std::multiset<char> letters(const std::string& text) {
    return {text.begin(), text.end()};
}

} // namespace

TEST_CASE("the order of elements depends on the seed alone, the content never") {
    CHECK(composed(1) == composed(1));
    CHECK(composed(1) != composed(2));
    CHECK(letters(composed(1)) == letters(composed(2)));
}

TEST_CASE("a character that CP932 lacks becomes a black circle") {
    CHECK(from_cp932(composed(1, FileEncoding::ShiftJis)).find("<Name>●川　正道<") !=
          std::string::npos);
    CHECK(composed(1).find("<Name>𠮷川　正道<") != std::string::npos);
    CHECK(from_cp932(as_text(to_cp932("髙﨑"))) == "髙﨑");
}

TEST_CASE("kana are written in half width with their marks apart") {
    CHECK(half_width("ワタナベ　ケンゴ") == "ﾜﾀﾅﾍﾞ ｹﾝｺﾞ");
}

TEST_CASE("markup inside a value is escaped, an empty value has no element") {
    XmlElement root{"A", "", {}};
    add_text(root, "B", "<&>");
    add_text(root, "C", "");
    CHECK(document_text(root, "UTF-8").find("<A><B>&lt;&amp;&gt;</B>\n</A>") != std::string::npos);
}

TEST_CASE("scenario names are unique, and an unknown one is none") {
    std::set<std::string_view> names;
    for (const ServiceScenario& scenario : all_scenarios()) {
        names.insert(scenario.name);
        CHECK(find_scenario(scenario.name) == &scenario);
    }
    CHECK(names.size() == all_scenarios().size());
    CHECK(find_scenario("") == nullptr);
}

TEST_CASE("a request is read in either encoding and with either filling") {
    const std::string form =
        "<XmlMsg><MessageHeader><QualificationConfirmationDate>20261120"
        "</QualificationConfirmationDate><MedicalInstitutionCode>9919999999"
        "</MedicalInstitutionCode></MessageHeader><MessageBody><QualificationConfirmSearchInfo>"
        "<InsurerNumber>@</InsurerNumber><InsuredCardSymbol>見本７</InsuredCardSymbol>"
        "<InsuredIdentificationNumber>1</InsuredIdentificationNumber><Birthdate>19680611"
        "</Birthdate></QualificationConfirmSearchInfo></MessageBody></XmlMsg>";
    const auto with_number = [&](const char* number) {
        std::string text = form;
        return text.replace(text.find('@'), 1, number);
    };
    CHECK(read_service_request(with_number("  999003"))->insurer_number == "999003");
    CHECK(read_service_request(with_number("00999003"))->insurer_number == "999003");
    CHECK_FALSE(read_service_request(with_number("999003"))); // eight characters are the rule
    const Bytes cp932 =
        to_cp932("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" + with_number("06999007"));
    CHECK(read_service_request(as_text(cp932))->symbol == "見本７");
}

TEST_CASE("the patient index holds every persona once, quoted") {
    const auto people = InsuredRegister::load(MADOGUCHI_PERSONAS);
    const std::string text = patient_index_text(*people);
    CHECK(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) ==
          people->persons().size() + 1);
    CHECK(text.find("1001,") != std::string::npos);
    CHECK_FALSE(InsuredRegister::load("/nowhere"));
}
