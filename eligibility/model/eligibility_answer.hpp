// The neutral answer: everything the service said, decided upon by nobody yet (see outcome.hpp).
#pragma once

#include "eligibility/model/coded.hpp"
#include "eligibility/model/codes.hpp"
#include "eligibility/model/person_record.hpp"
#include "hal/base/error.hpp"

#include <optional>
#include <string>
#include <vector>

namespace madoguchi::eligibility {

// The question as the service understood it (number route only).
struct SearchEcho {
    InsuranceIdentity insurance;
    std::optional<CivilDate> birth_date;
    Coded<ConsentAnswer> high_cost_consent;
    std::string arbitrary_identifier; // 任意の識別子
    std::vector<ExtraElement> extra;

    friend bool operator==(const SearchEcho&, const SearchEcho&) = default;
};

// Something odd that does not make the answer unusable, for diagnostics.
struct AnswerFinding {
    StaticText text;

    friend bool operator==(const AnswerFinding& a, const AnswerFinding& b) {
        return a.text.view() == b.text.view();
    }
};

struct EligibilityAnswer {
    std::optional<CivilTime> processed_at;      // 処理実行日時
    std::optional<CivilDate> confirmation_date; // 資格確認日
    std::string facility_code;
    std::string session_id; // 任意のファイル識別子, echoed
    Coded<ReferenceRoute> route;
    Coded<ResultSegment> segment;
    std::string error_code; // opaque: the list of codes is not public
    std::string error_message;
    std::string character_code; // 文字コード識別, as received

    Coded<PrescriptionForm> prescription;
    Coded<ProcessingStatus> status;
    std::string result_code;    // opaque; on success a side note
    std::string result_message; // shown unchanged
    Coded<QualificationValidity> validity;
    std::optional<SearchEcho> search_echo;
    std::vector<PersonRecord> persons;

    std::vector<ExtraElement> header_extra;
    std::vector<ExtraElement> body_extra;
    std::vector<std::string> unknown_elements; // their names, in order of first appearance
    std::vector<AnswerFinding> findings;

    friend bool operator==(const EligibilityAnswer&, const EligibilityAnswer&) = default;
};

} // namespace madoguchi::eligibility
