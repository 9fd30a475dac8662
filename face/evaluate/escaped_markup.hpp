// Text inside a drawing or a page.
#pragma once

#include <string>
#include <string_view>

namespace madoguchi::face {

// For XML and HTML, between tags and inside attributes; control characters become spaces.
[[nodiscard]] std::string escaped_markup(std::string_view text);

} // namespace madoguchi::face
