#include "terminal_app/cli/model_folder.hpp"

namespace madoguchi::cli {

std::filesystem::path default_model_folder() {
    std::error_code failed;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
    const auto folder = program.parent_path(); // <prefix>/bin or build/<preset>/bin
    auto installed = folder.parent_path() / "share" / "madoguchi" / "models";
    if (std::filesystem::is_directory(installed, failed)) {
        return installed;
    }
    return folder.parent_path().parent_path() / "models";
}

} // namespace madoguchi::cli
