// 性別 as the card stores it: one digit.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <cstdint>
#include <string_view>

namespace madoguchi::jpki {

enum class Sex : std::uint8_t { Male, Female, NotStated };

// '1' male, '2' female. Sources disagree on what else a card writes (0, 3 or 9); all three mean not
// stated. Errors: LengthInvalid, ValueInvalid.
[[nodiscard]] Result<Sex> parse_sex(ByteView digit);

// "male", "female", "not-stated".
[[nodiscard]] std::string_view name_of(Sex sex) noexcept;

// ISO/IEC 5218: "1", "2", "9".
[[nodiscard]] std::string_view code_of(Sex sex) noexcept;

} // namespace madoguchi::jpki
