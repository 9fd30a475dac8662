// Small files of the simulator's own state: read whole, replaced whole.
#pragma once

#include "hal/base/result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::sim {

// Nothing when there is no such file. Errors: FileUnreadable.
[[nodiscard]] Result<std::optional<std::string>> read_text_file(const std::filesystem::path& file);

// Makes the folder if needed; the file is readable by its owner only and appears complete or not at
// all. Errors: StorageFailed.
[[nodiscard]] Result<void> replace_text_file(const std::filesystem::path& file,
                                             std::string_view content);

} // namespace madoguchi::sim
