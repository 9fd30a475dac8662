// 一部負担金割合: which share the patient pays when sources differ or the check failed. A technical
// failure never makes it the whole (requirement D2), and nothing overwrites what a source said
// (D16).
#pragma once

#include "eligibility/fallback/fallback_ladder.hpp"

#include <optional>
#include <vector>

namespace madoguchi::eligibility {

enum class ShareSource : std::uint8_t {
    Answer,      // of the online check
    Certificate, // 資格確認書, 健康保険証
    Notice,      // 資格情報のお知らせ, マイナポータル
    PastVisit,
    Declared, // by the patient, in 被保険者資格申立書
    Age,      // the rule of the age, when nobody knows more
};

// "answer", "certificate", "notice", "past-visit", "declared", "age".
[[nodiscard]] std::string_view name_of(ShareSource source) noexcept;

struct CopayShare {
    int percent = 0; // 0, 10, 20 or 30
    ShareSource source = ShareSource::Age;

    friend bool operator==(const CopayShare&, const CopayShare&) = default;
};

// Text of three digits as in answers ("030"), or of one or two. Nothing: not a share that exists.
[[nodiscard]] std::optional<int> parse_share(std::string_view percent) noexcept;

struct ProperShare {
    CopayShare share;
    std::vector<CopayShare> differing; // other sources that say something else: staff are warned
};

// The share of the best source, in the order of the enumeration. Without any, what the age says on
// that day: 20 below school age and from 70 to 74, 10 from 75, else 30; staff confirm it.
// School begins on the first of April after the sixth birthday.
[[nodiscard]] ProperShare proper_share(const std::vector<CopayShare>& known,
                                       std::optional<CivilDate> birth_date, CivilDate day);

} // namespace madoguchi::eligibility
