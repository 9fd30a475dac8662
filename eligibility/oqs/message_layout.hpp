// Which layouts a message's header and body have.
#pragma once

#include "eligibility/oqs/bulk_layout.hpp"
#include "eligibility/oqs/request_layout.hpp"

namespace madoguchi::eligibility::oqs {

template <typename Message>
struct LayoutOf;

template <>
struct LayoutOf<NumberQuestion> {
    static constexpr const auto& header = dated_header_layout<NumberQuestion>;
    static constexpr const auto& body = question_body_layout;
};
template <>
struct LayoutOf<EligibilityAnswer> {
    static constexpr const auto& header = answer_header_layout;
    static constexpr const auto& body = answer_body_layout;
};
template <>
struct LayoutOf<ReferenceRegistration> {
    static constexpr const auto& header = facility_and_session_layout<ReferenceRegistration>;
    static constexpr const auto& body = registration_body_layout;
};
template <>
struct LayoutOf<RegistrationAnswer> {
    static constexpr const auto& header = common_header_layout;
    static constexpr const auto& body = registration_answer_body_layout;
};
template <>
struct LayoutOf<BulkUpload> {
    static constexpr const auto& header = dated_header_layout<BulkUpload>;
    static constexpr const auto& body = bulk_upload_body_layout;
};
template <>
struct LayoutOf<BulkReceipt> {
    static constexpr const auto& header = bulk_receipt_header_layout;
    static constexpr const auto& body = bulk_receipt_body_layout;
};
template <>
struct LayoutOf<BulkDownload> {
    static constexpr const auto& header = facility_and_session_layout<BulkDownload>;
    static constexpr const auto& body = bulk_download_body_layout;
};
template <>
struct LayoutOf<BulkResult> {
    static constexpr const auto& header = bulk_result_header_layout;
    static constexpr const auto& body = bulk_result_body_layout;
};

} // namespace madoguchi::eligibility::oqs
