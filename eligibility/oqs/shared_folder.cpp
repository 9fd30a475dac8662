#include "eligibility/oqs/shared_folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio> // renameat2
#include <system_error>

namespace madoguchi::eligibility::oqs {

namespace {

constexpr mode_t file_mode = 0660; // the linking application may run as another user of the group

class FileDescriptor {
public:
    explicit FileDescriptor(int number) noexcept : number_(number) {}
    ~FileDescriptor() {
        if (is_open()) {
            ::close(number_);
        }
    }
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;

    [[nodiscard]] bool is_open() const noexcept { return number_ >= 0; }
    [[nodiscard]] int number() const noexcept { return number_; }

private:
    int number_;
};

tl::unexpected<Error> cannot_write() {
    return fail(Error(ErrorCode::LinkUnavailable,
                      "a file cannot be written to the shared folder; check share, permissions and "
                      "free space")
                    .with_system_code(errno));
}

bool write_whole(int descriptor, ByteView content) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        content = content.subspan(static_cast<std::size_t>(written));
    }
    return ::fsync(descriptor) == 0;
}

// Gives the finished file its name. Some network file systems cannot rename without replacing;
// there a look beforehand must do.
bool name_without_replacing(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return true;
    }
    if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP) {
        return false;
    }
    if (is_there(to)) {
        errno = EEXIST;
        return false;
    }
    return ::rename(from.c_str(), to.c_str()) == 0;
}

} // namespace

Result<Placing> place_file(const std::filesystem::path& folder, const std::string& name,
                           ByteView content) {
    const std::filesystem::path unfinished =
        folder / ("." + name + "." + std::to_string(::getpid()) + ".part");
    {
        const FileDescriptor file(::open(
            unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, file_mode));
        if (!file.is_open()) {
            return cannot_write();
        }
        if (!write_whole(file.number(), content)) {
            const auto error = cannot_write();
            ::unlink(unfinished.c_str());
            return error;
        }
    }
    if (name_without_replacing(unfinished, folder / name)) {
        return Placing::Placed;
    }
    const bool name_taken = errno == EEXIST;
    const auto error = cannot_write();
    ::unlink(unfinished.c_str());
    return name_taken ? Result<Placing>(Placing::NameTaken) : Result<Placing>(error);
}

Result<std::optional<Bytes>> read_at_most(const std::filesystem::path& file, std::size_t limit) {
    const FileDescriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!descriptor.is_open() && errno == ENOENT) {
        return std::nullopt;
    }
    Bytes content(limit + 1);
    std::size_t filled = 0;
    while (descriptor.is_open() && filled < content.size()) {
        const ssize_t count =
            ::read(descriptor.number(), content.data() + filled, content.size() - filled);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count == 0) {
            content.resize(filled);
            return content;
        }
        if (count < 0) {
            break;
        }
        filled += static_cast<std::size_t>(count);
    }
    if (filled == content.size()) {
        return content;
    }
    return fail(Error(ErrorCode::LinkUnavailable,
                      "a file in the shared folder is there and cannot be read; check permissions")
                    .with_system_code(errno));
}

bool is_folder(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::is_directory(path, error);
}

bool is_there(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::exists(path, error);
}

} // namespace madoguchi::eligibility::oqs
