// Exclusive use of a folder between processes, until destruction.
#pragma once

#include "hal/base/result.hpp"

#include <filesystem>

namespace madoguchi::sim {

class FolderLock {
public:
    // Waits for whoever holds it. Errors: StorageFailed.
    [[nodiscard]] static Result<FolderLock> take(const std::filesystem::path& folder);

    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&&) = delete;

private:
    explicit FolderLock(int file) noexcept : file_(file) {}
    int file_;
};

} // namespace madoguchi::sim
