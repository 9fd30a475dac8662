#include "eligibility/oqs/answer_writer.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;

namespace {

EligibilityAnswer full_answer() {
    EligibilityAnswer answer = test::read(test::sample_face_file())->answer;
    PersonRecord& person = answer.persons.front();
    person.elderly = ElderlyRecipient{{}, test::date(2026, 8, 1), {}, "020", {}};
    person.specific_diseases = {{{"1", SpecificDisease::Dialysis}, {}, {}, {}, "10000", {}}};
    person.tickets.resize(2);
    person.tickets[0].issue_number = "1";
    person.tickets[1].remarks3 = "備考 <&>";
    person.birth_date = test::date(1940, 5, 0);
    person.tickets[1].facility_match = {"1", TicketFacility::Another};
    person.tickets[1].aid_use = {"7", {}}; // a code of tomorrow
    person.insurance.insurer_number = "999003";
    person.extra = {{"Tomorrow", "", {{"Part", "＜あす＞", {}}}}};
    answer.body_extra = {{"Tomorrow", "1", {}}};
    return answer;
}

} // namespace

TEST_CASE("what is written reads back the same, in both encodings") {
    const EligibilityAnswer answer = full_answer();
    for (const auto encoding : {oqs::TextEncoding::Utf8, oqs::TextEncoding::ShiftJis}) {
        const auto file = oqs::write_answer(answer, encoding);
        REQUIRE(file);
        const auto back = oqs::read_answer(*file);
        REQUIRE(back);
        REQUIRE(back->encoding == encoding);
        REQUIRE(back->answer.findings.empty());
        REQUIRE(back->answer.unknown_elements == std::vector<std::string>{"Tomorrow"});
        REQUIRE(back->answer.body_extra == answer.body_extra);
        REQUIRE(back->answer.persons == answer.persons);
        REQUIRE(back->answer.processed_at == answer.processed_at);
        REQUIRE(back->answer.result_message == answer.result_message);
    }
}

TEST_CASE("elements stand in layout order whatever order they came in") {
    const std::string text = as_text(*oqs::write_answer(full_answer(), oqs::TextEncoding::Utf8));
    std::size_t last = 0;
    for (const char* element :
         {"<MessageHeader>", "<ProcessExecutionTime>", "<SegmentOfResult>", "<MessageBody>",
          "<PrescriptionIssueSelect>", "<QualificationValidity>", "<ResultList>",
          "<InsuredCardClassification>", "<InsurerNumber>  999003<", "<Name>", "<Sex1>",
          "<Birthdate>", "<Address>", "<ElderlyRecipientCertificateInfo>",
          "<LimitApplicationCertificateRelatedConsFlg>", "<PublicExpenseResultList>",
          "<PharmacistsInfoConsFlg>", "<DiagnosisInfoConsFlg>", "<ReferenceNumber>"}) {
        INFO(element);
        const std::size_t at = text.find(element);
        REQUIRE(at != std::string::npos);
        REQUIRE(at > last);
        last = at;
    }
}

TEST_CASE("an absent value has no element") {
    const std::string text = as_text(*oqs::write_answer({}, oqs::TextEncoding::Utf8));
    for (const char* element : {"<ResultList", "<ErrorCode", "<SegmentOfResult"}) {
        REQUIRE(text.find(element) == std::string::npos);
    }
}

TEST_CASE("a character that Shift_JIS lacks is an error, never a silent loss") {
    EligibilityAnswer answer = full_answer();
    answer.persons.front().name = "𠮷川　正道";
    REQUIRE(oqs::write_answer(answer, oqs::TextEncoding::Utf8));
    REQUIRE(oqs::write_answer(answer, oqs::TextEncoding::ShiftJis).error().code() ==
            ErrorCode::TextInvalid);
}
