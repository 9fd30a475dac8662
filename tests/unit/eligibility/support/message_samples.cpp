#include "tests/unit/eligibility/support/message_samples.hpp"

#include "tests/unit/eligibility/support/oqs_samples.hpp"

namespace madoguchi::test {

using namespace madoguchi::eligibility;

namespace {

const InsuranceIdentity insurance{"999003", "見本７", "4021", "02"};
const std::vector<ExtraElement> tomorrow{{"Tomorrow", "", {{"Part", "＜あす＞", {}}}}};

SearchEcho search() {
    SearchEcho echo;
    echo.insurance = insurance;
    echo.birth_date = date(1984, 2, 29);
    echo.high_cost_consent = {"1", ConsentAnswer::Given};
    echo.arbitrary_identifier = "U-1";
    return echo;
}

AnswerHeader header() {
    AnswerHeader head;
    head.processed_at = CivilTime{std::chrono::seconds{1'795'134'615}};
    head.confirmation_date = reception_day;
    head.facility_code = "9919999999";
    head.session_id = "RT01-000123";
    head.segment = {"1", ResultSegment::Normal};
    head.extra = tomorrow;
    return head;
}

oqs::Message question() {
    NumberQuestion asked;
    asked.confirmation_date = reception_day;
    asked.facility_code = "9919999999";
    asked.session_id = "RT01-000123";
    asked.search = search();
    asked.body_extra = tomorrow;
    return asked;
}

ReferenceEntry entry() {
    return {"000318", insurance, {}};
}

oqs::Message upload() {
    BulkUpload job;
    job.confirmation_date = reception_day;
    job.facility_code = "9919999999";
    job.session_id = "RT01-000123";
    job.searches = {search(), search()};
    job.entries = {entry(), entry()};
    job.consent_from = date(2026, 11, 1);
    job.consent_to = reception_day;
    job.examination_from = date(2026, 11, 1);
    job.examination_to = reception_day;
    job.care_setting = {"2", CareSetting::HomeVisit};
    job.treatment_month = "202611";
    return job;
}

oqs::Message result() {
    BulkUnit unit;
    unit.search = search();
    unit.status = {"1", ProcessingStatus::Normal};
    unit.result_message = "（模擬）";
    unit.validity = {"1", QualificationValidity::Valid};
    unit.persons = read(sample_face_file())->answer.persons;
    unit.persons.front().limit_change = {"1", LimitChange::ChangedOrUndecidable};
    unit.reference_number = "000318";
    BulkUnit none;
    none.status = {"1", ProcessingStatus::Normal};
    none.validity = {"4", QualificationValidity::None};
    return BulkResult{header(), "R-1", "2", "2", "0", {unit, none}, tomorrow};
}

} // namespace

std::vector<oqs::Message> sample_messages() {
    RegistrationAnswer registered;
    registered.header = header();
    registered.status = {"1", ProcessingStatus::Normal};
    registered.result_code = "SIM-N-002";
    return {question(),
            read(with(sample_face_file(), "<Name>", "<Tomorrow>1</Tomorrow><Name>"))->answer,
            ReferenceRegistration{"9919999999", "RT01-000123", entry(), {}, tomorrow},
            registered,
            upload(),
            BulkReceipt{header(), "R-1", CivilTime{std::chrono::seconds{1'795'134'615}}, {}},
            BulkDownload{"9919999999", "RT01-000123", "R-1", tomorrow, {}},
            result()};
}

} // namespace madoguchi::test
