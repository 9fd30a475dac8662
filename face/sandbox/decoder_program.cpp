#include "face/sandbox/decoder_program.hpp"

namespace madoguchi::face {

std::filesystem::path decoder_program() {
    std::error_code failed; // the empty path then, which cannot be started
    const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
    return program.parent_path().parent_path() / "libexec/madoguchi/madoguchi-picture-decoder";
}

} // namespace madoguchi::face
