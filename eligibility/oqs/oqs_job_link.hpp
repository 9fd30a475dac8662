// The service's other questions through its shared folders: 照会番号登録 and bulk jobs.
#pragma once

#include "eligibility/model/bulk_job.hpp"
#include "eligibility/model/reference_registration.hpp"
#include "eligibility/oqs/folder_exchange.hpp"

#include <variant>

namespace madoguchi::eligibility::oqs {

// The service has the job and no result yet: ask again later, with the same number.
struct StillWorking {};

// One question at a time: not for use by two threads. date: today, in the names of the files. Of
// every answer, only one that echoes our session id counts. Errors: as EligibilityLink::ask, and
// ValueInvalid for what the layouts cannot hold.
class OqsJobLink {
public:
    explicit OqsJobLink(OqsFolderSettings settings) : exchange_(std::move(settings)) {}

    [[nodiscard]] Result<RegistrationAnswer>
    register_reference(const ReferenceRegistration& registration, CivilDate date,
                       Deadline deadline);

    // A receipt without reception_number is a refusal; its header says why.
    [[nodiscard]] Result<BulkReceipt> upload(BulkKind kind, BulkUpload job, CivilDate date,
                                             Deadline deadline);

    // Results may come as XML or as a ZIP archive with the XML in it, up to bulk_size_limit.
    [[nodiscard]] Result<std::variant<StillWorking, BulkResult>>
    download(BulkKind kind, const BulkDownload& job, CivilDate date, Deadline deadline);

private:
    template <typename Answer>
    [[nodiscard]] Result<std::variant<StillWorking, Answer>>
    exchange(std::string_view prefix, CivilDate date, ByteView content, std::string_view session_id,
             Deadline deadline);

    FolderExchange exchange_;
};

} // namespace madoguchi::eligibility::oqs
