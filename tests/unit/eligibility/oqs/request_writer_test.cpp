#include "eligibility/oqs/request_writer.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;

namespace {

std::string written(const EligibilityRequest& request, const oqs::RequestFormat& format = {}) {
    const auto file = oqs::write_request(request, format);
    REQUIRE(file);
    return as_text(*file);
}

} // namespace

TEST_CASE("a request is the layout's elements in the layout's order") {
    EligibilityRequest request = test::sample_request();
    request.consents = {given(ConsentItem::HighCostLimit, CivilTime{}),
                        refused(ConsentItem::Medication)};
    REQUIRE(written(request) == R"(<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<XmlMsg>
  <MessageHeader>
    <QualificationConfirmationDate>20261120</QualificationConfirmationDate>
    <MedicalInstitutionCode>9919999999</MedicalInstitutionCode>
    <ArbitraryFileIdentifier>RT01-000123</ArbitraryFileIdentifier>
  </MessageHeader>
  <MessageBody>
    <QualificationConfirmSearchInfo>
      <InsurerNumber>06999007</InsurerNumber>
      <InsuredCardSymbol>見本７</InsuredCardSymbol>
      <InsuredIdentificationNumber>4021</InsuredIdentificationNumber>
      <InsuredBranchNumber>02</InsuredBranchNumber>
      <Birthdate>19840229</Birthdate>
      <LimitApplicationCertificateRelatedConsFlg>1</LimitApplicationCertificateRelatedConsFlg>
    </QualificationConfirmSearchInfo>
  </MessageBody>
</XmlMsg>
)");
}

TEST_CASE("consent is written as given, refused, or not at all when not offered") {
    const std::string element = "LimitApplicationCertificateRelatedConsFlg";
    EligibilityRequest request = test::sample_request();
    REQUIRE(written(request).find(element) == std::string::npos);
    request.consents = {refused(ConsentItem::HighCostLimit)};
    REQUIRE(written(request).find("<" + element + ">0<") != std::string::npos);
}

TEST_CASE("short insurer numbers are filled as the site wants it") {
    EligibilityRequest request = test::sample_request();
    request.insurance.insurer_number = "999003";
    REQUIRE(written(request).find("<InsurerNumber>  999003<") != std::string::npos);
    const oqs::RequestFormat zeros{oqs::TextEncoding::Utf8, '0'};
    REQUIRE(written(request, zeros).find("<InsurerNumber>00999003<") != std::string::npos);
}

TEST_CASE("Shift_JIS requests declare and are Shift_JIS") {
    const auto file =
        oqs::write_request(test::sample_request(), {oqs::TextEncoding::ShiftJis, ' '});
    REQUIRE(oqs::decode(*file)->encoding == oqs::TextEncoding::ShiftJis);
    REQUIRE(oqs::decode(*file)->text.find("見本７") != std::string::npos);
}

TEST_CASE("a request that the layout cannot hold is refused") {
    using Change = void (*)(EligibilityRequest&);
    const std::vector<std::pair<const char*, Change>> changes{
        {"no session", [](auto& r) { r.session_id = ""; }},
        {"long session", [](auto& r) { r.session_id = std::string(33, 'a'); }},
        {"session with markup", [](auto& r) { r.session_id = "<a>"; }},
        {"short facility", [](auto& r) { r.facility_code = "991999999"; }},
        {"facility with letters", [](auto& r) { r.facility_code = "99199X9999"; }},
        {"no insurer", [](auto& r) { r.insurance.insurer_number = ""; }},
        {"long insurer", [](auto& r) { r.insurance.insurer_number = "069990070"; }},
        {"no number", [](auto& r) { r.insurance.number = ""; }},
        {"long number", [](auto& r) { r.insurance.number = std::string(21, '1'); }},
        {"number not UTF-8", [](auto& r) { r.insurance.number = "\xFF"; }},
        {"branch of one digit", [](auto& r) { r.insurance.branch = "2"; }},
        {"no date", [](auto& r) { r.date = CivilDate{}; }},
        {"birth date in part", [](auto& r) { r.birth_date = test::date(1940, 5, 0); }},
    };
    for (const auto& [what, change] : changes) {
        INFO(what);
        EligibilityRequest request = test::sample_request();
        change(request);
        REQUIRE(oqs::write_request(request, {}).error().code() == ErrorCode::ValueInvalid);
    }
}
