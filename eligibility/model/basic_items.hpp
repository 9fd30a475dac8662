// The items by which two records are held to be of one person: 基本4情報 and the names' readings.
#pragma once

#include "eligibility/model/codes.hpp"
#include "hal/base/clock.hpp"

#include <optional>
#include <string>

namespace madoguchi::eligibility {

// UTF-8. An empty text or optional is "not known", never "differs".
struct BasicItems {
    std::string name;       // 氏名
    std::string kana;       // 氏名カナ
    std::string other_name; // 通称 and the like
    std::string other_kana;
    std::optional<CivilDate> birth_date; // month or day 0: that part is unknown
    std::optional<Sex> sex;
    std::string address; // 住所

    friend bool operator==(const BasicItems&, const BasicItems&) = default;
};

} // namespace madoguchi::eligibility
