// XML from outside, parsed so that nothing in it can cost more than reading it: no DTD, no entity
// of its own, limits on size, depth and count. The parser itself reaches no file and no network.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <pugixml.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace madoguchi::eligibility::oqs {

inline constexpr std::size_t file_size_limit = std::size_t{1} << 20U;  // single questions
inline constexpr std::size_t bulk_size_limit = std::size_t{16} << 20U; // results of bulk jobs

// One element with its content, well-formed. utf8: decoded text without byte order mark; the number
// of elements admitted grows with its size. Errors: AnswerUnreadable.
[[nodiscard]] Result<pugi::xml_document> parse_xml(std::string_view utf8);

// All text directly inside an element, ASCII white space trimmed at both ends.
[[nodiscard]] std::string text_of(pugi::xml_node element);

// A document with the declaration that OQS files carry, for that encoding, ready for its root.
[[nodiscard]] pugi::xml_document new_document(std::string_view encoding_name);

// Indented UTF-8 text of a document.
[[nodiscard]] std::string to_text(const pugi::xml_document& document);

} // namespace madoguchi::eligibility::oqs
