// Files that hold what a card says of a person: new, and readable by their owner alone.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <filesystem>

namespace madoguchi::cli {

// To be asked before a card is touched. Errors: StorageFailed when something has this name already,
// or its folder does not exist.
[[nodiscard]] Result<void> expect_free_name(const std::filesystem::path& file);

// Mode 0600; never overwrites, never follows a link; half a file is removed again.
// Errors: StorageFailed.
[[nodiscard]] Result<void> write_private_file(const std::filesystem::path& file, ByteView content);

// To a file descriptor that is open, past every buffer of the standard library.
// Errors: StorageFailed.
[[nodiscard]] Result<void> write_all(int descriptor, ByteView content);

} // namespace madoguchi::cli
