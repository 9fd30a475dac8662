// Request files' content, checked before it is written: 資格確認要求 by insurance numbers
// (OQS-IF-001) and 照会番号登録 (OQS-IF-003).
#pragma once

#include "eligibility/model/bulk_job.hpp"
#include "eligibility/model/eligibility_request.hpp"
#include "eligibility/model/reference_registration.hpp"
#include "eligibility/oqs/text_encoding.hpp"
#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

namespace madoguchi::eligibility::oqs {

struct RequestFormat {
    TextEncoding encoding = TextEncoding::Utf8;
    // Fills insurer numbers shorter than eight characters on the left; sources differ between
    // space and zero.
    char insurer_number_filler = ' ';
};

// Elements in layout order. Errors: ValueInvalid (a required item is missing or too long),
// TextInvalid (a character that the encoding lacks).
[[nodiscard]] Result<Bytes> write_request(const EligibilityRequest& request,
                                          const RequestFormat& format);

// Uploads and downloads of bulk jobs. Only what the kind asks for may be there: searches,
// entries, a treatment month, or periods of consent or examination; those of HomeVisit and
// OnlineCare get their care_setting here.
[[nodiscard]] Result<Bytes> write_bulk_upload(BulkKind kind, BulkUpload job,
                                              const RequestFormat& format);
[[nodiscard]] Result<Bytes> write_bulk_download(const BulkDownload& job,
                                                const RequestFormat& format);
[[nodiscard]] Result<Bytes> write_registration(ReferenceRegistration registration,
                                               const RequestFormat& format);

} // namespace madoguchi::eligibility::oqs
