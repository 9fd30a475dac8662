#include "eligibility/oqs/folder_watch.hpp"

#include "eligibility/oqs/shared_folder.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <thread>

namespace madoguchi::eligibility::oqs {

namespace {

constexpr std::chrono::milliseconds poll_interval{200};
constexpr std::size_t files_at_most = 20'000; // in one folder; what lies beyond is not watched

bool is_unfinished(const std::string& name) {
    return name.starts_with('.') || name.starts_with('~') || name.ends_with(".part");
}

} // namespace

FolderWatch::FolderWatch(std::vector<std::filesystem::path> folders, std::size_t limit)
    : folders_(std::move(folders)), limit_(limit),
      events_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    for (const auto& folder : folders_) {
        if (events_ >= 0) { // a folder that cannot be watched so is looked at all the same
            ::inotify_add_watch(events_, folder.c_str(),
                                IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_MODIFY);
        }
    }
    seen_ = list();
    for (auto& [path, file] : seen_) {
        file.is_settled = true;
    }
}

FolderWatch::~FolderWatch() {
    if (events_ >= 0) {
        ::close(events_);
    }
}

std::vector<AppearedFile> FolderWatch::next(Deadline deadline) {
    for (;;) {
        std::vector<AppearedFile> appeared = look();
        if (!appeared.empty() || deadline.has_passed()) {
            return appeared;
        }
        wait_for_event(deadline);
    }
}

std::map<std::filesystem::path, FolderWatch::Seen> FolderWatch::list() const {
    std::map<std::filesystem::path, Seen> files;
    for (const auto& folder : folders_) {
        std::size_t count = 0;
        std::error_code error;
        for (std::filesystem::directory_iterator at(folder, error), end;
             !error && at != end && count < files_at_most; at.increment(error), ++count) {
            std::error_code gone;
            Seen file;
            file.size = at->file_size(gone);
            file.changed = at->last_write_time(gone);
            if (!gone && at->is_regular_file(gone) &&
                !is_unfinished(at->path().filename().string())) {
                files.emplace(at->path(), std::move(file));
            }
        }
    }
    return files;
}

std::vector<AppearedFile> FolderWatch::look() {
    std::vector<AppearedFile> appeared;
    std::map<std::filesystem::path, Seen> now = list();
    for (auto& [path, file] : now) {
        const auto before = seen_.find(path);
        const bool is_unchanged = before != seen_.end() && before->second.is_as(file);
        if (is_unchanged && before->second.is_settled) {
            file.is_settled = true;
            continue;
        }
        auto content = read_at_most(path, limit_);
        if (!content || !*content) {
            continue; // gone again, or held by its writer: the next look tells
        }
        if (is_unchanged && before->second.content == **content) {
            file.is_settled = true;
            appeared.push_back({path, std::move(**content)});
        } else {
            file.content = std::move(**content);
        }
    }
    seen_ = std::move(now);
    return appeared;
}

void FolderWatch::wait_for_event(Deadline deadline) const {
    const auto patience = std::min<Deadline::Clock::duration>(poll_interval, deadline.remaining());
    const auto milliseconds = std::chrono::ceil<std::chrono::milliseconds>(patience).count();
    pollfd events{events_, POLLIN, 0};
    if (::poll(&events, events_ >= 0 ? 1 : 0, static_cast<int>(milliseconds)) > 0) {
        std::array<char, 4096> ignored{}; // what happened is seen by looking
        while (::read(events_, ignored.data(), ignored.size()) > 0) {
        }
        // Writers are seldom done with their first byte.
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
}

} // namespace madoguchi::eligibility::oqs
