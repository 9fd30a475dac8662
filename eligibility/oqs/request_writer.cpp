#include "eligibility/oqs/request_writer.hpp"

#include "eligibility/oqs/codec.hpp"
#include "eligibility/oqs/message.hpp"
#include "eligibility/oqs/request_checks.hpp"

namespace madoguchi::eligibility::oqs {

namespace {

Result<void> check(const EligibilityRequest& request) {
    MADOGUCHI_TRY(check_sender(request.session_id, request.facility_code));
    MADOGUCHI_TRY(check_insurance(request.insurance));
    if (!request.date.ok() || !request.birth_date.ok()) {
        return fail(ErrorCode::ValueInvalid, "the request needs a whole date and birth date");
    }
    return {};
}

void fill(InsuranceIdentity& insurance, const RequestFormat& format) {
    insurance.insurer_number =
        InsurerNumberCodec::fill(insurance.insurer_number, format.insurer_number_filler);
}

Result<void> check_entry(const ReferenceEntry& entry) {
    MADOGUCHI_TRY(check_reference_number(entry.reference_number));
    return check_insurance(entry.insurance);
}

bool is_month(std::string_view text) {
    return text.size() == 6 && parse_date(std::string(text) + "01").has_value();
}

bool has_period(const BulkUpload& job) {
    const bool consent = job.consent_from && job.consent_to && *job.consent_from <= *job.consent_to;
    const bool examination =
        job.examination_from && job.examination_to && *job.examination_from <= *job.examination_to;
    return consent != examination;
}

// What the kind asks for, and nothing of what other kinds ask for.
bool has_just_what_it_needs(BulkKind kind, const BulkUpload& job) {
    const bool periods =
        job.consent_from || job.consent_to || job.examination_from || job.examination_to;
    switch (kind) {
    case BulkKind::Qualification:
        return !job.searches.empty() && job.entries.empty() && job.treatment_month.empty() &&
               !periods;
    case BulkKind::ReferenceNumber:
        return job.searches.empty() && !job.entries.empty() && job.treatment_month.empty() &&
               !periods;
    case BulkKind::MedicalAid:
        return job.searches.empty() && job.entries.empty() && is_month(job.treatment_month) &&
               !periods;
    case BulkKind::HomeVisit:
    case BulkKind::OnlineCare:
        return job.searches.empty() && job.entries.empty() && job.treatment_month.empty() &&
               has_period(job);
    }
    return false;
}

Result<void> check_content(BulkKind kind, const BulkUpload& job) {
    if (!has_just_what_it_needs(kind, job)) {
        return fail(ErrorCode::ValueInvalid,
                    "the bulk job lacks what its kind asks for, or holds what another kind does");
    }
    for (const SearchEcho& search : job.searches) {
        MADOGUCHI_TRY(check_insurance(search.insurance));
        if (!search.birth_date || !search.birth_date->ok()) {
            return fail(ErrorCode::ValueInvalid, "a question of the bulk job has no birth date");
        }
    }
    for (const ReferenceEntry& entry : job.entries) {
        MADOGUCHI_TRY(check_entry(entry));
    }
    return {};
}

SearchEcho search_info(const EligibilityRequest& request, const RequestFormat& format) {
    SearchEcho search;
    search.insurance = request.insurance;
    search.birth_date = request.birth_date;
    fill(search.insurance, format);
    for (const Consent& consent : request.consents) {
        if (consent.item == ConsentItem::HighCostLimit) {
            search.high_cost_consent = consent.answer;
        }
    }
    return search;
}

} // namespace

Result<Bytes> write_request(const EligibilityRequest& request, const RequestFormat& format) {
    MADOGUCHI_TRY(check(request));
    NumberQuestion question;
    question.confirmation_date = request.date;
    question.facility_code = request.facility_code;
    question.session_id = request.session_id;
    question.search = search_info(request, format);
    return write_message(question, format.encoding);
}

Result<Bytes> write_registration(ReferenceRegistration registration, const RequestFormat& format) {
    MADOGUCHI_TRY(check_sender(registration.session_id, registration.facility_code));
    MADOGUCHI_TRY(check_entry(registration.entry));
    fill(registration.entry.insurance, format);
    return write_message(registration, format.encoding);
}

Result<Bytes> write_bulk_upload(BulkKind kind, BulkUpload job, const RequestFormat& format) {
    MADOGUCHI_TRY(check_sender(job.session_id, job.facility_code));
    MADOGUCHI_TRY(check_content(kind, job));
    if (kind == BulkKind::HomeVisit || kind == BulkKind::OnlineCare) {
        job.care_setting = {"", kind == BulkKind::HomeVisit ? CareSetting::HomeVisit
                                                            : CareSetting::Online};
    }
    for (SearchEcho& search : job.searches) {
        fill(search.insurance, format);
    }
    for (ReferenceEntry& entry : job.entries) {
        fill(entry.insurance, format);
    }
    return write_message(job, format.encoding);
}

Result<Bytes> write_bulk_download(const BulkDownload& job, const RequestFormat& format) {
    MADOGUCHI_TRY(check_sender(job.session_id, job.facility_code));
    if (job.reception_number.empty()) {
        return fail(ErrorCode::ValueInvalid, "a download needs the reception number of its upload");
    }
    return write_message(job, format.encoding);
}

} // namespace madoguchi::eligibility::oqs
