// The questions that "madoguchi eligibility request" takes on standard input, because numbers and
// birth dates belong in no argument. The JSON form is documented in docs/command-line.md.
#pragma once

#include "eligibility/model/bulk_job.hpp"
#include "eligibility/model/eligibility_request.hpp"
#include "eligibility/model/reference_registration.hpp"
#include "hal/base/result.hpp"

#include <string_view>
#include <variant>

namespace madoguchi::cli {

struct UploadDocument {
    eligibility::BulkKind kind;
    eligibility::BulkUpload job;
};

struct DownloadDocument {
    eligibility::BulkKind kind;
    eligibility::BulkDownload job;
};

using RequestDocument =
    std::variant<eligibility::EligibilityRequest, eligibility::ReferenceRegistration,
                 UploadDocument, DownloadDocument>;

// today: 資格確認日 where the document names none. Errors: ValueInvalid (an
// unknown key or kind, a value of the wrong type), and those of text::parse_json_object.
[[nodiscard]] Result<RequestDocument> read_request_document(std::string_view json, CivilDate today);

} // namespace madoguchi::cli
