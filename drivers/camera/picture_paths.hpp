// The files that the description of a picture sequence means.
#pragma once

#include "hal/base/result.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace madoguchi::drivers {

// A folder (its .jpg, .jpeg and .png files), a pattern for the last part of a path, or several
// paths joined by commas. At least one file, at most 10,000. Errors: CameraMissing when there is
// none.
[[nodiscard]] Result<std::vector<std::filesystem::path>> find_pictures(std::string_view where);

} // namespace madoguchi::drivers
