// A JSON document that a command is given: numbers and names belong in no argument.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <string>

namespace madoguchi::cli {

// The file's content, or standard input's for "-"; one byte more than longest_document at most.
// Errors: FileUnreadable.
[[nodiscard]] Result<Bytes> document_content(const std::string& file);

} // namespace madoguchi::cli
