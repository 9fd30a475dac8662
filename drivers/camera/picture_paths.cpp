#include "drivers/camera/picture_paths.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <array>
#include <functional>
#include <string>

namespace madoguchi::drivers {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_pictures = 10'000;

bool is_picture(const fs::path& path) {
    constexpr std::array<std::string_view, 3> endings{".jpg", ".jpeg", ".png"};
    return std::find(endings.begin(), endings.end(), path.extension().string()) != endings.end();
}

std::vector<fs::path> list(const fs::path& folder,
                           const std::function<bool(const fs::path&)>& wanted) {
    std::vector<fs::path> found;
    std::error_code failed;
    fs::directory_iterator entry(folder, failed);
    while (!failed && entry != fs::directory_iterator() && found.size() < most_pictures) {
        if (entry->is_regular_file(failed) && wanted(entry->path())) {
            found.push_back(entry->path());
        }
        entry.increment(failed);
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<fs::path> split(std::string_view joined) {
    std::vector<fs::path> paths;
    while (!joined.empty()) {
        const std::size_t comma = std::min(joined.find(','), joined.size());
        if (comma > 0) {
            paths.emplace_back(joined.substr(0, comma));
        }
        joined.remove_prefix(std::min(comma + 1, joined.size()));
    }
    return paths;
}

} // namespace

Result<std::vector<fs::path>> find_pictures(std::string_view where) {
    const fs::path path(where);
    std::error_code failed;
    std::vector<fs::path> found;
    if (fs::is_directory(path, failed)) {
        found = list(path, is_picture);
    } else if (where.find_first_of("*?[") != std::string_view::npos) {
        const std::string pattern = path.filename().string();
        const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
        found = list(folder, [&](const fs::path& candidate) {
            return fnmatch(pattern.c_str(), candidate.filename().c_str(), 0) == 0;
        });
    } else {
        found = split(where);
    }
    const bool all_there = std::all_of(found.begin(), found.end(), [&](const fs::path& picture) {
        return fs::is_regular_file(picture, failed);
    });
    if (found.empty() || !all_there) {
        return fail(ErrorCode::CameraMissing,
                    "picture sequence has no pictures, or one is missing");
    }
    return found;
}

} // namespace madoguchi::drivers
