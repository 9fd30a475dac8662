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
constexpr std::size_t reads_at_most = 64;     // in one look

bool is_unfinished(const std::string& name) {
    return name.starts_with('.') || name.starts_with('~') || name.ends_with(".part");
}

} // namespace

FolderWatch::FolderWatch(std::vector<std::filesystem::path> folders, std::size_t limit)
    : limit_(limit), events_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    for (auto& folder : folders) {
        if (events_ >= 0) { // a folder that cannot be watched so is looked at all the same
            ::inotify_add_watch(events_, folder.c_str(),
                                IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_MODIFY);
        }
        folders_.push_back({std::move(folder), std::nullopt});
    }
    static_cast<void>(look());
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

std::optional<FolderWatch::Files> FolderWatch::list(const std::filesystem::path& folder) {
    Files files;
    const auto now = Deadline::Clock::now();
    std::error_code error;
    std::filesystem::directory_iterator at(folder, error);
    for (std::size_t count = 0;
         !error && at != std::filesystem::directory_iterator() && count < files_at_most; ++count) {
        std::error_code gone;
        Seen file;
        file.size = at->file_size(gone);
        file.changed = at->last_write_time(gone);
        file.first_seen = now;
        if (!gone && at->is_regular_file(gone) && !is_unfinished(at->path().filename().string())) {
            files.emplace(at->path(), std::move(file));
        }
        at.increment(error);
    }
    return error ? std::nullopt : std::optional(std::move(files));
}

std::vector<AppearedFile> FolderWatch::look() {
    std::vector<AppearedFile> appeared;
    for (Folder& folder : folders_) {
        look_into(folder, appeared);
    }
    return appeared;
}

void FolderWatch::look_into(Folder& folder, std::vector<AppearedFile>& appeared) const {
    std::optional<Files> now = list(folder.path);
    if (!now) {
        return; // it may come back with its files
    }
    if (!folder.seen) {
        for (auto& [path, file] : *now) {
            file.is_settled = true;
        }
        folder.seen = std::move(now);
        return;
    }
    std::size_t reads = 0;
    for (auto& [path, file] : *now) {
        const auto before = folder.seen->find(path);
        const bool is_unchanged = before != folder.seen->end() && before->second.is_as(file);
        if (is_unchanged) {
            file.first_seen = before->second.first_seen;
            file.is_settled = before->second.is_settled;
        }
        if (file.is_settled || reads == reads_at_most) {
            continue;
        }
        ++reads;
        auto content = read_at_most(path, limit_);
        if (!content || !*content) {
            continue; // gone again, or held by its writer: the next look tells
        }
        if (is_unchanged && before->second.content == *content) {
            file.is_settled = true;
            appeared.push_back({path, std::move(**content), file.first_seen});
        } else {
            file.content = std::move(*content);
        }
    }
    folder.seen = std::move(now);
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
