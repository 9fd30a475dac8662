#include "eligibility/oqs/validation.hpp"

#include "eligibility/oqs/code_walk.hpp"
#include "eligibility/oqs/person_validation.hpp"

#include <charconv>

namespace madoguchi::eligibility::oqs {

namespace {

bool is_number(std::string_view text, std::size_t value) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number == value;
}

void check_facility(Violations& found, const std::string& code) {
    found.expect(is_digits(code, 10), Severity::Wrong, "MedicalInstitutionCode",
                 "a facility code is ten digits");
}

void check_header(Violations& found, const AnswerHeader& header) {
    found.expect(header.segment.means(ResultSegment::Abnormal) || header.error_code.empty(),
                 Severity::Odd, "ErrorCode", "an error code stands beside a result that is none");
}

void check(Violations& found, const NumberQuestion& question) {
    check_facility(found, question.facility_code);
    found.expect(question.confirmation_date.has_value(), Severity::Wrong,
                 "QualificationConfirmationDate", "a question needs the day it is about");
    if (question.search) {
        check_search(found, *question.search);
    } else {
        found.add(Severity::Wrong, "QualificationConfirmSearchInfo", "the question is missing");
    }
}

void check(Violations& found, const EligibilityAnswer& answer) {
    const bool is_normal = answer.segment.means(ResultSegment::Normal);
    found.expect(!is_normal || !answer.status.is_absent(), Severity::Wrong,
                 "ProcessingResultStatus", "a normal result states the status of the look-up");
    found.expect(is_normal || answer.error_code.empty() || !answer.error_message.empty(),
                 Severity::Odd, "ErrorMessage", "an error code stands without its message");
    const bool is_valid = answer.validity.means(QualificationValidity::Valid);
    found.expect(!is_valid || !answer.persons.empty(), Severity::Wrong, "ResultList",
                 "the qualification is valid and nobody is named");
    found.expect(!answer.validity.means(QualificationValidity::None) || answer.persons.empty(),
                 Severity::Wrong, "ResultList", "nobody qualifies and somebody is named");
    check_persons(found, answer.persons, answer.confirmation_date);
}

void check(Violations& found, const ReferenceRegistration& registration) {
    check_facility(found, registration.facility_code);
    check_entry(found, registration.entry);
}

void check(Violations& found, const RegistrationAnswer& answer) {
    check_header(found, answer.header);
}

void check(Violations& found, const BulkUpload& job) {
    check_facility(found, job.facility_code);
    for (const SearchEcho& search : job.searches) {
        found.next_record();
        check_search(found, search);
    }
    for (const ReferenceEntry& entry : job.entries) {
        found.next_record();
        check_entry(found, entry);
    }
}

void check(Violations& found, const BulkReceipt& receipt) {
    check_header(found, receipt.header);
    found.expect(!receipt.header.segment.means(ResultSegment::Normal) ||
                     !receipt.reception_number.empty(),
                 Severity::Wrong, "ReceptionNumber", "a job was received and has no number");
}

void check(Violations& found, const BulkDownload& job) {
    check_facility(found, job.facility_code);
    found.expect(!job.reception_number.empty(), Severity::Wrong, "ReceptionNumber",
                 "a download names the job it wants");
}

void check(Violations& found, const BulkResult& result) {
    check_header(found, result.header);
    found.expect(result.processed_count.empty() ||
                     is_number(result.processed_count, result.units.size()),
                 Severity::Wrong, "NumberOfProcessingResult",
                 "the stated number of results is not the number of units");
    for (const BulkUnit& unit : result.units) {
        found.next_record();
        check_unit_persons(found, unit.persons, result.header.confirmation_date);
    }
}

} // namespace

std::string_view name_of(Severity severity) noexcept {
    return severity == Severity::Wrong ? "wrong" : "odd";
}

std::vector<Violation> validate(const Message& message) {
    Violations found;
    std::visit(
        [&](const auto& form) {
            using Form = std::remove_cvref_t<decltype(form)>;
            check_codes(found, LayoutOf<Form>::header, form);
            check_codes(found, LayoutOf<Form>::body, form);
            check(found, form);
        },
        message);
    return found.take();
}

} // namespace madoguchi::eligibility::oqs
