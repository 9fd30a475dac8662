#include "terminal_app/cli/eligibility_request_document.hpp"

#include "eligibility/oqs/lexical.hpp"
#include "eligibility/text/strict_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

namespace madoguchi::cli {

namespace {

using namespace eligibility;
using Json = nlohmann::json;

// Reads the members of an object; the first thing wrong stays, and what was not asked for is wrong.
class Members {
public:
    explicit Members(const Json& object) : object_(object) {
        if (!object.is_object()) {
            refuse(Error(ErrorCode::ValueInvalid, "a question in the list is no JSON object"));
        }
    }

    std::string text(const char* key) {
        const Json* value = find(key);
        if (value == nullptr) {
            return {};
        }
        if (!value->is_string()) {
            refuse(Error(ErrorCode::ValueInvalid, "a value of the question is no text"));
            return {};
        }
        return value->get<std::string>();
    }

    // "YYYY-MM-DD".
    std::optional<CivilDate> date(const char* key) {
        std::string value = text(key);
        value.erase(std::remove(value.begin(), value.end(), '-'), value.end());
        const auto parsed = oqs::parse_date(value);
        if (!parsed) {
            refuse(Error(ErrorCode::ValueInvalid, "a date of the question is not YYYY-MM-DD"));
            return std::nullopt;
        }
        return *parsed;
    }

    // An array of objects, or none.
    std::vector<Json> list(const char* key) {
        const Json* value = find(key);
        if (value == nullptr) {
            return {};
        }
        if (!value->is_array()) {
            refuse(Error(ErrorCode::ValueInvalid, "a list of the question is no array"));
            return {};
        }
        return {value->begin(), value->end()};
    }

    void refuse(const Error& error) {
        if (!error_) {
            error_ = error;
        }
    }

    [[nodiscard]] std::optional<Error> finish() {
        if (!error_ && object_.size() != taken_) {
            error_ = Error(ErrorCode::ValueInvalid, "the question has a key that is not known");
        }
        return error_;
    }

private:
    const Json* find(const char* key) {
        const auto at = object_.is_object() ? object_.find(key) : object_.end();
        if (at == object_.end()) {
            return nullptr;
        }
        ++taken_;
        return &*at;
    }

    const Json& object_;
    std::size_t taken_ = 0;
    std::optional<Error> error_;
};

InsuranceIdentity insurance_of(Members& members) {
    return {members.text("insurer_number"), members.text("symbol"), members.text("number"),
            members.text("branch")};
}

Coded<ConsentAnswer> consent_of(Members& members) {
    const std::string word = members.text("high_cost_consent");
    if (word.empty()) {
        return {};
    }
    if (word != "given" && word != "refused") {
        members.refuse(
            Error(ErrorCode::ValueInvalid, "high_cost_consent is neither given nor refused"));
    }
    return {"", word == "given" ? ConsentAnswer::Given : ConsentAnswer::Refused};
}

Result<SearchEcho> read_search(const Json& json) {
    Members members(json);
    SearchEcho search;
    search.insurance = insurance_of(members);
    search.birth_date = members.date("birth_date");
    search.high_cost_consent = consent_of(members);
    search.arbitrary_identifier = members.text("identifier");
    if (const auto error = members.finish()) {
        return fail(*error);
    }
    return search;
}

Result<ReferenceEntry> read_entry(const Json& json) {
    Members members(json);
    ReferenceEntry entry{members.text("reference_number"), insurance_of(members), {}};
    if (const auto error = members.finish()) {
        return fail(*error);
    }
    return entry;
}

Result<BulkKind> read_bulk_kind(Members& members) {
    const std::string word = members.text("job");
    for (const BulkKind kind : {BulkKind::Qualification, BulkKind::ReferenceNumber,
                                BulkKind::MedicalAid, BulkKind::HomeVisit, BulkKind::OnlineCare}) {
        if (word == name_of(kind)) {
            return kind;
        }
    }
    return fail(ErrorCode::ValueInvalid, "the kind of bulk job is not known");
}

Result<RequestDocument> read_question(Members& members, CivilDate today) {
    EligibilityRequest request;
    request.session_id = members.text("session_id");
    request.facility_code = members.text("facility_code");
    request.date = members.date("date").value_or(today);
    request.insurance = insurance_of(members);
    request.birth_date = members.date("birth_date").value_or(CivilDate{});
    if (const auto answer = consent_of(members); !answer.is_absent()) {
        Consent consent;
        consent.answer = answer;
        request.consents = {consent};
    }
    return request;
}

Result<RequestDocument> read_registration(Members& members) {
    ReferenceRegistration registration;
    registration.session_id = members.text("session_id");
    registration.facility_code = members.text("facility_code");
    registration.entry = {members.text("reference_number"), insurance_of(members), {}};
    return registration;
}

Result<RequestDocument> read_upload(Members& members, CivilDate today) {
    UploadDocument upload{MADOGUCHI_TRY(read_bulk_kind(members)), {}};
    upload.job.session_id = members.text("session_id");
    upload.job.facility_code = members.text("facility_code");
    upload.job.confirmation_date = members.date("date").value_or(today);
    upload.job.consent_from = members.date("consent_from");
    upload.job.consent_to = members.date("consent_to");
    upload.job.examination_from = members.date("examination_from");
    upload.job.examination_to = members.date("examination_to");
    upload.job.treatment_month = members.text("treatment_month");
    for (const Json& question : members.list("questions")) {
        upload.job.searches.push_back(MADOGUCHI_TRY(read_search(question)));
    }
    for (const Json& entry : members.list("entries")) {
        upload.job.entries.push_back(MADOGUCHI_TRY(read_entry(entry)));
    }
    return upload;
}

Result<RequestDocument> read_download(Members& members) {
    DownloadDocument download{MADOGUCHI_TRY(read_bulk_kind(members)), {}};
    download.job.session_id = members.text("session_id");
    download.job.facility_code = members.text("facility_code");
    download.job.reception_number = members.text("reception_number");
    return download;
}

Result<RequestDocument> read_by_kind(Members& members, CivilDate today) {
    const std::string kind = members.text("kind");
    if (kind == "question") {
        return read_question(members, today);
    }
    if (kind == "registration") {
        return read_registration(members);
    }
    if (kind == "upload") {
        return read_upload(members, today);
    }
    if (kind == "download") {
        return read_download(members);
    }
    return fail(ErrorCode::ValueInvalid,
                "kind is none of question, registration, upload, download");
}

} // namespace

Result<RequestDocument> read_request_document(std::string_view json, CivilDate today) {
    const Json object = MADOGUCHI_TRY(text::parse_json_object(json));
    Members members(object);
    auto document = read_by_kind(members, today);
    if (const auto error = members.finish(); document && error) {
        return fail(*error);
    }
    return document;
}

} // namespace madoguchi::cli
