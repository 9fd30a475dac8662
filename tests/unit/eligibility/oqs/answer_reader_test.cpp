#include "eligibility/model/outcome.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;
using test::date;
using test::with;

namespace {

const std::string one_person =
    "<ResultOfQualificationConfirmation><InsuredCardClassification>01</InsuredCardClassification>"
    "</ResultOfQualificationConfirmation>";

EligibilityAnswer answer_with_body(std::string_view body) {
    const auto file = test::read(test::message("<SegmentOfResult>1</SegmentOfResult>", body));
    REQUIRE(file);
    return file->answer;
}

std::size_t persons_in(std::string_view list) {
    return answer_with_body(list).persons.size();
}

} // namespace

TEST_CASE("a face file is read by element names, in whatever order they stand") {
    const auto file = test::read(test::sample_face_file());
    REQUIRE(file);
    const EligibilityAnswer& answer = file->answer;
    REQUIRE(answer.confirmation_date == date(2026, 11, 20));
    REQUIRE(answer.facility_code == "9919999999");
    REQUIRE(answer.session_id == "S-7Q2KX0-000124");
    REQUIRE(answer.route.means(ReferenceRoute::MyNumberCard));
    REQUIRE(answer.prescription.means(PrescriptionForm::Paper));
    REQUIRE(answer.result_message == "（模擬）証明書の期限が近い");
    REQUIRE(answer.unknown_elements.empty());
    REQUIRE(answer.findings.empty());
    REQUIRE(decide_outcome(answer, test::reception_day).kind == OutcomeKind::EligibleWithNote);
}

TEST_CASE("a person is read whole") {
    const auto file = test::read(test::sample_face_file());
    REQUIRE(file);
    REQUIRE(file->answer.persons.size() == 1);
    const PersonRecord& person = file->answer.persons.front();
    REQUIRE(person.insurance == InsuranceIdentity{"06999007", "見本７", "4021", "02"});
    REQUIRE(person.name == "青●　みどり");
    REQUIRE(person.kana == "ｱｵﾊﾞ ﾐﾄﾞﾘ");
    REQUIRE(person.birth_date == date(1984, 2, 29));
    REQUIRE(person.printed_sex.means(Sex::Female));
    REQUIRE(person.address == "架空県見本市例町２－１－２");
    REQUIRE(person.relation.means(FamilyRelation::Family));
    REQUIRE(person.reference_number == "000318");
    REQUIRE(person.high_cost_limit);
    REQUIRE(person.high_cost_limit->band.means(LimitBand::UpperU));
    REQUIRE(person.high_cost_limit->valid_to == date(2027, 7, 31));
    REQUIRE_FALSE(person.elderly);
}

TEST_CASE("an empty element is an absent one") {
    const auto file = test::read(test::sample_face_file());
    REQUIRE(file);
    REQUIRE_FALSE(file->answer.persons.front().valid_to); // its element is there and empty
    REQUIRE(persons_in("<ResultList/>") == 0);
    REQUIRE(persons_in("<ResultList><ResultOfQualificationConfirmation> "
                       "</ResultOfQualificationConfirmation></ResultList>") == 0);
}

TEST_CASE("an item of consent whose elements are empty was not offered") {
    const std::string blank =
        "<DiagnosisInfoConsFlg> </DiagnosisInfoConsFlg><DiagnosisInfoConsTime/>";
    const EligibilityAnswer answer = answer_with_body(
        "<ResultList>" + with(one_person, "</Result", blank + "</Result") + "</ResultList>");
    REQUIRE(answer.unknown_elements.empty());
    REQUIRE(answer.persons.front().consents.empty());
}

TEST_CASE("consents: agreed, refused and not offered are three things") {
    const auto file = test::read(test::sample_face_file());
    REQUIRE(file);
    const auto& consents = file->answer.persons.front().consents;
    REQUIRE(consents.size() == 3);
    REQUIRE(consents[0].item == ConsentItem::HighCostLimit);
    REQUIRE(consents[1].item == ConsentItem::Medication);
    REQUIRE(consents[1].is_given());
    REQUIRE(*consents[1].available_until - *consents[1].given_at == std::chrono::hours{24});
    REQUIRE(consents[2].item == ConsentItem::Treatment);
    REQUIRE(consents[2].answer.means(ConsentAnswer::Refused));
    REQUIRE_FALSE(consents[2].given_at);
}

TEST_CASE("a result list holds none, one or several persons") {
    REQUIRE(persons_in("") == 0);
    REQUIRE(persons_in("<ResultList>" + one_person + "</ResultList>") == 1);
    REQUIRE(persons_in("<ResultList>" + one_person + one_person + "</ResultList>") == 2);
}

TEST_CASE("tickets of medical aid and lists of diseases are read") {
    const auto answer = answer_with_body(
        "<ResultList><ResultOfQualificationConfirmation>"
        "<InsuredCardClassification>A1</InsuredCardClassification>"
        "<PublicExpenseResultList><MedicalTicketInfo><TicketType>02</TicketType>"
        "<StatusOfInfecton>01</StatusOfInfecton></MedicalTicketInfo><MedicalTicketInfo>"
        "<IssueNumber>7</IssueNumber></MedicalTicketInfo></PublicExpenseResultList>"
        "<SpecificDiseasesCertificateList><SpecificDiseasesCertificateInfo>"
        "<SpecificDiseasesDiseaseCategory>1</SpecificDiseasesDiseaseCategory>"
        "<SpecificDiseasesSelfPay>10000</SpecificDiseasesSelfPay>"
        "</SpecificDiseasesCertificateInfo></SpecificDiseasesCertificateList>"
        "</ResultOfQualificationConfirmation></ResultList>");
    const PersonRecord& person = answer.persons.front();
    REQUIRE(person.is_medical_aid());
    REQUIRE(person.tickets.size() == 2);
    REQUIRE(person.tickets[0].type.means(TicketType::Dispensing));
    REQUIRE(person.tickets[0].infection_law.means(Presence::Present));
    REQUIRE(person.specific_diseases.front().disease.means(SpecificDisease::Dialysis));
}

TEST_CASE("insurer numbers lose their filling, whichever it is") {
    for (const char* number : {"  999003", "00999003", "999003"}) {
        const auto answer = answer_with_body(
            with("<ResultList><ResultOfQualificationConfirmation><InsurerNumber>@</InsurerNumber>"
                 "</ResultOfQualificationConfirmation></ResultList>",
                 "@", number));
        REQUIRE(answer.persons.front().insurance.insurer_number == "999003");
    }
    const auto file = test::read(test::sample_face_file());
    REQUIRE(file->answer.persons.front().insurance.insurer_number == "06999007");
}

TEST_CASE("elements of tomorrow are kept whole, at every level, and hinder nothing") {
    const auto file = test::read(with(test::sample_face_file(), "<ReferenceNumber>",
                                      "<NewThing><Inner>1</Inner></NewThing><ReferenceNumber>"));
    REQUIRE(file);
    REQUIRE(file->answer.unknown_elements == std::vector<std::string>{"NewThing"});
    const PersonRecord& person = file->answer.persons.front();
    REQUIRE(person.reference_number == "000318");
    REQUIRE(person.extra == std::vector<ExtraElement>{{"NewThing", "", {{"Inner", "1", {}}}}});
    const auto header = test::read(with(test::sample_face_file(), "<SegmentOfResult>",
                                        "<A>1</A><A>2</A><B/><SegmentOfResult>"));
    REQUIRE(header);
    REQUIRE(header->answer.header_extra ==
            std::vector<ExtraElement>{{"A", "1", {}}, {"A", "2", {}}});
    REQUIRE(header->answer.unknown_elements == std::vector<std::string>{"A", "B"});
}

TEST_CASE("the prescription's form may stand in the person instead") {
    const std::string element = "<PrescriptionIssueSelect>1</PrescriptionIssueSelect>";
    const auto answer = answer_with_body(
        "<ResultList>" + with(one_person, "</Result", element + "</Result") + "</ResultList>");
    REQUIRE(answer.prescription.means(PrescriptionForm::Electronic));
    REQUIRE(answer.persons.front().prescription.is_absent());
}

TEST_CASE("a wrong CharacterCodeIdentifier is a finding, not a failure") {
    for (const char* code : {"1", "2", "x"}) {
        const auto file = test::read(with(test::sample_face_file(), "<CharacterCodeIdentifier>0",
                                          std::string("<CharacterCodeIdentifier>") + code));
        REQUIRE(file);
        REQUIRE(file->answer.findings.size() == 1);
    }
}

TEST_CASE("a Shift_JIS answer says the same as the UTF-8 one") {
    const std::string text = with(with(test::sample_face_file(), "UTF-8", "Shift_JIS"),
                                  "<CharacterCodeIdentifier>0", "<CharacterCodeIdentifier>1");
    const Bytes bytes = *oqs::encode(text, oqs::TextEncoding::ShiftJis);
    const auto file = oqs::read_answer(bytes);
    REQUIRE(file);
    REQUIRE(file->answer.findings.empty());
    REQUIRE(file->answer.persons == test::read(test::sample_face_file())->answer.persons);
}

TEST_CASE("comments and CDATA inside a value change nothing") {
    const auto file = test::read(
        with(test::sample_face_file(), "青●　みどり", "青<!-- x -->●　<![CDATA[みどり]]>"));
    REQUIRE(file);
    REQUIRE(file->answer.persons.front().name == "青●　みどり");
}
