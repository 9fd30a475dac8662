// The files of eligibility/identity/data as they stand in the library. Made by the build.
#pragma once

#include <string_view>

namespace madoguchi::eligibility::identity {

[[nodiscard]] std::string_view unicode_kanji_variants() noexcept;
[[nodiscard]] std::string_view name_kanji_variants() noexcept;
[[nodiscard]] std::string_view place_names() noexcept;

} // namespace madoguchi::eligibility::identity
