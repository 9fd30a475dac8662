#include "eligibility/model/insurer_number.hpp"
#include "eligibility/oqs/validation.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;
using oqs::Severity;

namespace {

std::vector<oqs::Violation> violations_of(std::string_view file) {
    const auto read = oqs::read_message(as_bytes(file));
    REQUIRE(read);
    return oqs::validate(read->message);
}

struct Case {
    const char* what;
    const char* replaced; // in the sample face file
    const char* by;
    Severity severity;
    const char* element;
    std::size_t record;
};

} // namespace

TEST_CASE("the sample face file has nothing to find") {
    REQUIRE(violations_of(test::sample_face_file()).empty());
}

TEST_CASE("each rule finds its own violation and no other") {
    const std::vector<Case> cases{
        {"a code of tomorrow", "<Sex1>2<", "<Sex1>7<", Severity::Odd, "Sex1", 0},
        {"check digit", "06999007", "06999008", Severity::Odd, "InsurerNumber", 1},
        {"no number", "<InsuredIdentificationNumber>4021<", "<InsuredIdentificationNumber><",
         Severity::Wrong, "InsuredIdentificationNumber", 1},
        {"branch of one digit", "<InsuredBranchNumber>02<", "<InsuredBranchNumber>2<",
         Severity::Wrong, "InsuredBranchNumber", 1},
        {"refused, and yet a time", "<DiagnosisInfoConsFlg>0</DiagnosisInfoConsFlg>",
         "<DiagnosisInfoConsFlg>0</DiagnosisInfoConsFlg><DiagnosisInfoConsTime>20261120093015</"
         "DiagnosisInfoConsTime>",
         Severity::Wrong, "DiagnosisInfoConsFlg", 1},
        {"open for two days", "20261121093015", "20261122093015", Severity::Odd,
         "PharmacistsInfoConsFlg", 1},
        {"limit without consent",
         "RelatedConsFlg>1</LimitApplicationCertificateRelatedConsFlg>"
         "\n        <LimitApplicationCertificateRelatedConsTime>20261120093015</",
         "RelatedConsFlg>0</LimitApplicationCertificateRelatedConsFlg>"
         "\n        <LimitApplicationCertificateRelatedConsTime></",
         Severity::Wrong, "LimitApplicationCertificateRelatedInfo", 1},
        {"not born yet", "<Birthdate>1984", "<Birthdate>2084", Severity::Wrong, "Birthdate", 1},
        {"valid, and nobody", "<QualificationValidity>1<", "<QualificationValidity>4<",
         Severity::Wrong, "ResultList", 0},
        {"no status", "<ProcessingResultStatus>1</ProcessingResultStatus>", "", Severity::Wrong,
         "ProcessingResultStatus", 0},
    };
    for (const Case& c : cases) {
        INFO(c.what);
        const auto found = violations_of(test::with(test::sample_face_file(), c.replaced, c.by));
        REQUIRE(found.size() == 1);
        CHECK(found[0].severity == c.severity);
        CHECK(found[0].element == c.element);
        CHECK(found[0].record == c.record);
    }
}

TEST_CASE("requests and jobs are validated, too") {
    const std::string head = "<XmlMsg><MessageHeader><MedicalInstitutionCode>99</"
                             "MedicalInstitutionCode></MessageHeader><MessageBody>";
    const auto of = [&](const std::string& body) {
        return violations_of(head + body + "</MessageBody></XmlMsg>").size();
    };
    // facility, day and the question, which is empty
    REQUIRE(of("<QualificationConfirmSearchInfo/>") == 3);
    // facility, reference number, insurer, number
    REQUIRE(of("<ReferenceNumberRegistrationInfo/>") == 4);
    REQUIRE(of("<ReceptionNumber/>") == 2);
    REQUIRE(violations_of("<XmlMsg><MessageHeader><SegmentOfResult>1</SegmentOfResult>"
                          "<NumberOfProcessingResult>2</NumberOfProcessingResult></MessageHeader>"
                          "<MessageBody/></XmlMsg>")
                .size() == 1);
}

TEST_CASE("check digits of insurer numbers") {
    for (const char* right :
         {"06999007", "39999008", "01999002", "12996013", "999003", "77777779"}) {
        INFO(right);
        REQUIRE(has_right_check_digit(right));
    }
    for (const char* wrong : {"", "0", "06999008", "77777777", "0699900", "0699900x", "999 03"}) {
        INFO(wrong);
        REQUIRE_FALSE(has_right_check_digit(wrong));
    }
}
