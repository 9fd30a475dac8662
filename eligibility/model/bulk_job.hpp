// 一括: jobs of many questions in four files. An upload is received under a number; with that
// number its result is downloaded, once the service has it. Source: eligibility interface notes,
// sections 2, 4 and 5; how an upload lists its questions is inferred from the single request.
#pragma once

#include "eligibility/model/eligibility_answer.hpp"
#include "eligibility/model/reference_registration.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::eligibility {

enum class BulkKind : std::uint8_t {
    Qualification,   // 資格確認一括照会: one search each
    ReferenceNumber, // 照会番号一括登録: one entry each
    MedicalAid,      // 医療扶助: all of a treatment month
    HomeVisit,       // 同意済資格情報, 訪問診療等: all of a period
    OnlineCare,      // the same, オンライン診療等
};

// "qualification", "reference", "medical-aid", "home-visit", "online-care".
[[nodiscard]] std::string_view name_of(BulkKind kind) noexcept;

// Which of the members below the header matter depends on the kind.
struct BulkUpload {
    std::optional<CivilDate> confirmation_date;
    std::string facility_code;
    std::string session_id;
    std::vector<SearchEcho> searches;
    std::vector<ReferenceEntry> entries;
    std::optional<CivilDate> consent_from;
    std::optional<CivilDate> consent_to;
    std::optional<CivilDate> examination_from;
    std::optional<CivilDate> examination_to;
    Coded<CareSetting> care_setting;
    std::string treatment_month; // yyyyMM
    std::vector<ExtraElement> header_extra;
    std::vector<ExtraElement> body_extra;

    friend bool operator==(const BulkUpload&, const BulkUpload&) = default;
};

struct BulkReceipt {
    AnswerHeader header;
    std::string reception_number; // 受付番号, opaque
    std::optional<CivilTime> received_at;
    std::vector<ExtraElement> extra;

    friend bool operator==(const BulkReceipt&, const BulkReceipt&) = default;
};

struct BulkDownload {
    std::string facility_code;
    std::string session_id;
    std::string reception_number;
    std::vector<ExtraElement> header_extra;
    std::vector<ExtraElement> body_extra;

    friend bool operator==(const BulkDownload&, const BulkDownload&) = default;
};

// The answer to one question of the job.
struct BulkUnit {
    std::optional<SearchEcho> search;
    Coded<ProcessingStatus> status;
    std::string result_code;
    std::string result_message;
    Coded<QualificationValidity> validity;
    std::vector<PersonRecord> persons;
    std::string reference_number; // beside the person here, inside it in single answers
    std::vector<ExtraElement> extra;

    friend bool operator==(const BulkUnit&, const BulkUnit&) = default;
};

struct BulkResult {
    AnswerHeader header;
    std::string reception_number;
    std::string processed_count; // texts, as everything; compared with the units by validation
    std::string normal_count;
    std::string error_count;
    std::vector<BulkUnit> units;
    std::vector<ExtraElement> extra;

    friend bool operator==(const BulkResult&, const BulkResult&) = default;
};

// A unit as the single answer that it would have been, so that one rule decides its outcome.
[[nodiscard]] EligibilityAnswer single_answer(const BulkResult& result, const BulkUnit& unit);

} // namespace madoguchi::eligibility
