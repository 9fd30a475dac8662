// Where the picture decoder's program is.
#pragma once

#include <filesystem>

namespace madoguchi::face {

// ../libexec/madoguchi/madoguchi-picture-decoder, from the folder of the running program: the same
// in a build tree and where it is installed. Nothing that the environment says counts.
[[nodiscard]] std::filesystem::path decoder_program();

} // namespace madoguchi::face
