#include "terminal_app/store/key_file.hpp"

#include <fcntl.h>
#include <openssl/rand.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <optional>
#include <string>

namespace madoguchi::terminal {

namespace {

class FileDescriptor {
public:
    explicit FileDescriptor(int value) noexcept : value_(value) {}
    ~FileDescriptor() {
        if (value_ >= 0) {
            ::close(value_);
        }
    }
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;

    [[nodiscard]] int value() const noexcept { return value_; }

private:
    int value_;
};

tl::unexpected<Error> failed(StaticText text) {
    return fail(Error(ErrorCode::StorageFailed, text).with_system_code(errno));
}

// Nothing when there is no such file.
Result<std::optional<SecretBytes>> read_key(const std::filesystem::path& file) {
    const FileDescriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (in.value() < 0 && errno == ENOENT) {
        return std::optional<SecretBytes>();
    }
    if (in.value() < 0) {
        return failed("a key file of the store cannot be opened; check its owner and permissions");
    }
    SecretBytes key(key_size + 1);
    if (::read(in.value(), key.reveal_for_writing().data(), key.size()) !=
        static_cast<ssize_t>(key_size)) {
        return fail(ErrorCode::StorageFailed,
                    "a key file of the store does not hold 32 bytes; put back the right one");
    }
    return std::optional(SecretBytes(key.reveal().first(key_size)));
}

Result<void> sync_folder(const std::filesystem::path& folder) {
    const FileDescriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.value() < 0 || ::fsync(opened.value()) != 0) {
        return failed("the folder of a key file cannot be synchronised");
    }
    return {};
}

Result<void> write_key(const std::filesystem::path& file, const SecretBytes& key) {
    const FileDescriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
                                    static_cast<mode_t>(S_IRUSR | S_IWUSR)));
    if (out.value() < 0) {
        return failed("a key file of the store cannot be made; check folder and free space");
    }
    if (::write(out.value(), key.reveal().data(), key_size) != static_cast<ssize_t>(key_size) ||
        ::fsync(out.value()) != 0) {
        return failed("a key file of the store cannot be written; check the free space");
    }
    return {};
}

// Under its own name only when it is whole and on disk. Another program may be as quick: the first
// one's key counts.
Result<void> make_key(const std::filesystem::path& file) {
    SecretBytes key(key_size);
    if (RAND_bytes(key.reveal_for_writing().data(), static_cast<int>(key_size)) != 1) {
        return fail(ErrorCode::StorageFailed, "no random bytes for a key of the store");
    }
    const std::filesystem::path unnamed = file.string() + ".new-" + std::to_string(::getpid());
    auto written = write_key(unnamed, key);
    if (written && ::link(unnamed.c_str(), file.c_str()) != 0 && errno != EEXIST) {
        written = failed("a key file of the store cannot be named; check folder and free space");
    }
    ::unlink(unnamed.c_str());
    MADOGUCHI_TRY(std::move(written));
    return sync_folder(file.has_parent_path() ? file.parent_path() : ".");
}

Result<std::optional<SecretBytes>> read_credential(std::string_view name) {
    const char* const folder =
        std::getenv("CREDENTIALS_DIRECTORY"); // NOLINT(concurrency-mt-unsafe)
    if (name.empty() || folder == nullptr) {
        return std::optional<SecretBytes>();
    }
    return read_key(std::filesystem::path(folder) / name);
}

} // namespace

Result<SecretBytes> load_or_make_key(const std::filesystem::path& file,
                                     std::string_view credential) {
    if (auto handed_over = MADOGUCHI_TRY(read_credential(credential))) {
        return std::move(*handed_over);
    }
    if (auto key = MADOGUCHI_TRY(read_key(file))) {
        return std::move(*key);
    }
    MADOGUCHI_TRY(make_key(file));
    auto key = MADOGUCHI_TRY(read_key(file));
    if (!key) {
        return fail(ErrorCode::StorageFailed, "a key file of the store went away");
    }
    return std::move(*key);
}

} // namespace madoguchi::terminal
