#include "hw-sim/card/text_file.hpp"

#include <fstream>
#include <sstream>
#include <system_error>

namespace madoguchi::sim {

Result<std::optional<std::string>> read_text_file(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return std::optional<std::string>();
    }
    std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    if (!in) {
        return fail(ErrorCode::FileUnreadable, "a file of the simulator's state cannot be read");
    }
    return std::optional(content.str());
}

Result<void> replace_text_file(const std::filesystem::path& file, std::string_view content) {
    std::error_code error;
    if (file.has_parent_path()) {
        std::filesystem::create_directories(file.parent_path(), error);
    }
    std::filesystem::path draft = file;
    draft += ".new";
    std::ofstream out(draft, std::ios::binary | std::ios::trunc);
    std::filesystem::permissions(
        draft, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
    out << content;
    out.close();
    if (!out || error) {
        return fail(ErrorCode::StorageFailed,
                    "the simulator's state folder cannot be written; check its permissions");
    }
    std::filesystem::rename(draft, file, error);
    if (error) {
        return fail(ErrorCode::StorageFailed, "a file of the simulator's state cannot be replaced");
    }
    return {};
}

} // namespace madoguchi::sim
