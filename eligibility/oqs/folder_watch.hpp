// Files as they appear in folders that other programs write to: by the system's events where there
// are any, and by looking again, because a network share sends none. Nothing is opened for writing,
// locked, moved or deleted.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/deadline.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::eligibility::oqs {

struct AppearedFile {
    std::filesystem::path path;
    Bytes content; // at most limit + 1 bytes
    Deadline::Clock::time_point first_seen;
};

class FolderWatch {
public:
    // What lies in a folder when it is first seen is known and not reported. A folder may be
    // missing, come, and go; what was known in it stays so.
    FolderWatch(std::vector<std::filesystem::path> folders, std::size_t limit);
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

    // Files that are new or changed and whose content was the same in two looks, one poll interval
    // apart, oldest name first; after a flood, some with each look. Returns early when there are
    // some, or at the deadline with none.
    // Names with a dot or "~" in front are others' unfinished files.
    [[nodiscard]] std::vector<AppearedFile> next(Deadline deadline);

private:
    struct Seen {
        std::uintmax_t size = 0;
        std::filesystem::file_time_type changed;
        Deadline::Clock::time_point first_seen;
        std::optional<Bytes> content; // of the last look, until it is settled
        bool is_settled = false;      // reported, or there from the beginning

        [[nodiscard]] bool is_as(const Seen& other) const {
            return size == other.size && changed == other.changed;
        }
    };
    using Files = std::map<std::filesystem::path, Seen>;
    struct Folder {
        std::filesystem::path path;
        std::optional<Files> seen; // nothing until it was there
    };

    // Nothing when the folder cannot be listed.
    [[nodiscard]] static std::optional<Files> list(const std::filesystem::path& folder);
    [[nodiscard]] std::vector<AppearedFile> look();
    void look_into(Folder& folder, std::vector<AppearedFile>& appeared) const;
    void wait_for_event(Deadline deadline) const;

    std::vector<Folder> folders_;
    std::size_t limit_;
    int events_; // inotify descriptor, negative where there is none
};

} // namespace madoguchi::eligibility::oqs
