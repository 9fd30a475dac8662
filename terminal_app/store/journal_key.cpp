#include "terminal_app/store/journal_key.hpp"

#include "hal/base/contract.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <unistd.h>

#include <cerrno>

namespace madoguchi::terminal {

namespace {

constexpr std::size_t key_size = 32;

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

Result<SecretBytes> read_key(int descriptor) {
    SecretBytes key(key_size + 1);
    const auto got = ::read(descriptor, key.reveal_for_writing().data(), key.size());
    if (got != static_cast<ssize_t>(key_size)) {
        return fail(ErrorCode::StorageFailed, "the journal's key file does not hold 32 bytes");
    }
    return SecretBytes(key.reveal().first(key_size));
}

Result<SecretBytes> make_key(const std::filesystem::path& file) {
    const FileDescriptor out(
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (out.value() < 0) {
        return fail(Error(ErrorCode::StorageFailed, "the journal's key file cannot be made")
                        .with_system_code(errno));
    }
    SecretBytes key(key_size);
    if (RAND_bytes(key.reveal_for_writing().data(), static_cast<int>(key_size)) != 1) {
        return fail(ErrorCode::StorageFailed, "no random bytes for the journal's key");
    }
    if (::write(out.value(), key.reveal().data(), key_size) != static_cast<ssize_t>(key_size) ||
        ::fsync(out.value()) != 0) {
        return fail(Error(ErrorCode::StorageFailed, "the journal's key file cannot be written")
                        .with_system_code(errno));
    }
    return key;
}

} // namespace

Result<JournalKey> JournalKey::load_or_make(const std::filesystem::path& file) {
    const FileDescriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (in.value() >= 0) {
        return JournalKey(MADOGUCHI_TRY(read_key(in.value())));
    }
    if (errno != ENOENT) {
        return fail(Error(ErrorCode::StorageFailed, "the journal's key file cannot be opened")
                        .with_system_code(errno));
    }
    return JournalKey(MADOGUCHI_TRY(make_key(file)));
}

Digest JournalKey::authenticate(ByteView message) const {
    Digest digest{};
    unsigned int length = 0;
    const auto* const done = HMAC(EVP_sha256(), key_.reveal().data(), static_cast<int>(key_size),
                                  message.data(), message.size(), digest.data(), &length);
    MADOGUCHI_ENSURES(done != nullptr && length == digest.size());
    return digest;
}

} // namespace madoguchi::terminal
