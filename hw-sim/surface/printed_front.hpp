// What stands printed on one card front. All of it belongs to an invented person.
#pragma once

#include "hw-sim/card/japanese_font.hpp"
#include "hw-sim/card/persona.hpp"
#include "hw-sim/surface/random_source.hpp"

namespace madoguchi::sim {

struct PrintedFront {
    std::string name;
    std::string address;
    CivilDate birth_date{};
    std::string sex; // as in Persona
    CivilDate expiry{};
    std::string security_code;
    std::filesystem::path photo; // 3:4, frontal
    Typeface typeface = Typeface::Gothic;
};

[[nodiscard]] PrintedFront front_of(const Persona& persona);

// Somebody born in the last hundred years with a card in force that day. Photos are lent by the
// personas whose folders stand in the folder.
// Errors: FileUnreadable (no persona with a photo there).
[[nodiscard]] Result<PrintedFront> invent_front(const std::filesystem::path& personas,
                                                CivilDate today, RandomSource& random);

// "昭和41年 3月 5日生", "平成元年12月31日生": one cell of width for each pair of digits.
[[nodiscard]] std::string printed_birth_date(CivilDate date);
// "2031年 3月 5日まで有効"
[[nodiscard]] std::string printed_expiry(CivilDate date);

// 照合番号B of that front, 14 digits.
[[nodiscard]] std::string verification_number_b(const PrintedFront& front);

} // namespace madoguchi::sim
