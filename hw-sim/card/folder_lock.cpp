#include "hw-sim/card/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <system_error>
#include <utility>

namespace madoguchi::sim {

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const int file = ::open((folder / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        return fail(ErrorCode::StorageFailed,
                    "the simulator's state folder cannot be written; check its permissions");
    }
    FolderLock lock(file);
    if (::flock(file, LOCK_EX) != 0) {
        return fail(ErrorCode::StorageFailed, "the simulator's state folder cannot be locked");
    }
    return lock;
}

FolderLock::~FolderLock() {
    if (file_ >= 0) {
        ::close(file_);
    }
}

FolderLock::FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {
}

} // namespace madoguchi::sim
