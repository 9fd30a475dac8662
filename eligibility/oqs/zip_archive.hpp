// Results of bulk jobs may come as a ZIP archive with one XML file in it (APPNOTE 6.3, methods 0
// and 8). Everything else that archives can do is refused.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <cstddef>

namespace madoguchi::eligibility::oqs {

[[nodiscard]] bool looks_like_zip(ByteView file) noexcept;

// The content of the only file in the archive, its checksum verified; never more than limit bytes.
// Errors: AnswerUnreadable (damaged, encrypted, several files, too large, another method).
[[nodiscard]] Result<Bytes> unpack_single_file(ByteView archive, std::size_t limit);

} // namespace madoguchi::eligibility::oqs
