#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include "hal/base/contract.hpp"

namespace madoguchi::test {

namespace {

constexpr std::string_view face_header = R"(
    <ProcessExecutionTime>20261120093015</ProcessExecutionTime>
    <QualificationConfirmationDate>20261120</QualificationConfirmationDate>
    <MedicalInstitutionCode>9919999999</MedicalInstitutionCode>
    <ArbitraryFileIdentifier>S-7Q2KX0-000124</ArbitraryFileIdentifier>
    <ReferenceClassification>1</ReferenceClassification>
    <SegmentOfResult>1</SegmentOfResult>
    <CharacterCodeIdentifier>0</CharacterCodeIdentifier>)";

constexpr std::string_view face_body = R"(
    <ResultList>
      <ResultOfQualificationConfirmation>
        <Address>架空県見本市例町２－１－２</Address>
        <PharmacistsInfoConsTime>20261120093015</PharmacistsInfoConsTime>
        <PharmacistsInfoConsFlg>1</PharmacistsInfoConsFlg>
        <PharmacistsInfoAvailableTime>20261121093015</PharmacistsInfoAvailableTime>
        <DiagnosisInfoConsFlg>0</DiagnosisInfoConsFlg>
        <InsuredCardClassification>01</InsuredCardClassification>
        <InsurerNumber>06999007</InsurerNumber>
        <InsuredCardSymbol>見本７</InsuredCardSymbol>
        <InsuredIdentificationNumber>4021</InsuredIdentificationNumber>
        <InsuredBranchNumber>02</InsuredBranchNumber>
        <PersonalFamilyClassification>2</PersonalFamilyClassification>
        <InsuredName>青●　岳</InsuredName>
        <Name>青●　みどり</Name>
        <NameKana>ｱｵﾊﾞ ﾐﾄﾞﾘ</NameKana>
        <Sex1>2</Sex1>
        <Birthdate>19840229</Birthdate>
        <PostNumber>0000000</PostNumber>
        <QualificationDate>20240401</QualificationDate>
        <InsuredCardValidDate>20240401</InsuredCardValidDate>
        <InsuredCardExpirationDate></InsuredCardExpirationDate>
        <InsurerName>架空健康保険組合</InsurerName>
        <LimitApplicationCertificateRelatedConsFlg>1</LimitApplicationCertificateRelatedConsFlg>
        <LimitApplicationCertificateRelatedConsTime>20261120093015</LimitApplicationCertificateRelatedConsTime>
        <LimitApplicationCertificateRelatedInfo>
          <LimitApplicationCertificateClassification>01</LimitApplicationCertificateClassification>
          <LimitApplicationCertificateClassificationFlag>A03</LimitApplicationCertificateClassificationFlag>
          <LimitApplicationCertificateValidEndDate>20270731</LimitApplicationCertificateValidEndDate>
        </LimitApplicationCertificateRelatedInfo>
        <ReferenceNumber>000318</ReferenceNumber>
      </ResultOfQualificationConfirmation>
    </ResultList>
    <PrescriptionIssueSelect>2</PrescriptionIssueSelect>
    <ProcessingResultStatus>1</ProcessingResultStatus>
    <ProcessingResultCode>SIM-N-001</ProcessingResultCode>
    <ProcessingResultMessage>（模擬）証明書の期限が近い</ProcessingResultMessage>
    <QualificationValidity>1</QualificationValidity>)";

} // namespace

std::string message(std::string_view header, std::string_view body, std::string_view encoding) {
    std::string text = "<?xml version=\"1.0\" encoding=\"";
    text += encoding;
    text += "\" standalone=\"no\"?>\n<XmlMsg><MessageBody>";
    text += body;
    text += "</MessageBody><MessageHeader>";
    text += header;
    return text + "</MessageHeader></XmlMsg>\n";
}

std::string sample_face_file() {
    return message(face_header, face_body);
}

eligibility::EligibilityRequest sample_request() {
    return {.session_id = "RT01-000123",
            .date = reception_day,
            .facility_code = "9919999999",
            .insurance = {"06999007", "見本７", "4021", "02"},
            .birth_date = date(1984, 2, 29),
            .consents = {}};
}

std::string answer_to(const eligibility::EligibilityRequest& request) {
    return with(sample_face_file(), "S-7Q2KX0-000124", request.session_id);
}

std::string with(std::string text, std::string_view what, std::string_view by) {
    std::size_t at = text.find(what);
    MADOGUCHI_EXPECTS(at != std::string::npos);
    for (; at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
    return text;
}

Result<eligibility::oqs::AnswerFile> read(std::string_view file) {
    return eligibility::oqs::read_answer(as_bytes(file));
}

} // namespace madoguchi::test
