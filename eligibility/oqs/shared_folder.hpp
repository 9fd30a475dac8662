// Files in a folder that other programs write to and read from at the same time.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace madoguchi::eligibility::oqs {

enum class Placing : std::uint8_t { Placed, NameTaken };

// The file appears whole under its name or not at all; a file that is there is never replaced.
// Errors: LinkUnavailable with errno.
[[nodiscard]] Result<Placing> place_file(const std::filesystem::path& folder,
                                         const std::string& name, ByteView content);

// At most limit + 1 bytes, so that a longer file shows as too long; nothing when there is no such
// file. Never locks. Errors: LinkUnavailable with errno.
[[nodiscard]] Result<std::optional<Bytes>> read_at_most(const std::filesystem::path& file,
                                                        std::size_t limit);

// False for every reason why it cannot be told.
[[nodiscard]] bool is_folder(const std::filesystem::path& path);
[[nodiscard]] bool is_there(const std::filesystem::path& path);

} // namespace madoguchi::eligibility::oqs
