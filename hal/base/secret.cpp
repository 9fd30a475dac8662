// The only place in hal/ that calls the operating system: memory locking has no portable form
// (docs/decisions/0002-secret-memory.md).
#include "hal/base/secret.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace madoguchi {

namespace {

std::size_t whole_pages(std::size_t size) {
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    return (size + page - 1) / page * page;
}

std::uint8_t* allocate_pages(std::size_t size) {
    if (size == 0) {
        return nullptr;
    }
    void* memory = ::mmap(nullptr, whole_pages(size), PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        throw std::bad_alloc();
    }
    // Both are best effort: a container may set the locked-memory limit to nothing.
    static_cast<void>(::mlock(memory, whole_pages(size)));
    static_cast<void>(::madvise(memory, whole_pages(size), MADV_DONTDUMP));
    return static_cast<std::uint8_t*>(memory);
}

} // namespace

void wipe(void* memory, std::size_t size) noexcept {
    if (size != 0) {
        ::explicit_bzero(memory, size);
    }
}

void wipe(Bytes& bytes) noexcept {
    bytes.resize(bytes.capacity());
    wipe(bytes.data(), bytes.size());
    bytes.clear();
}

void wipe(std::string& text) noexcept {
    text.resize(text.capacity());
    wipe(text.data(), text.size());
    text.clear();
}

SecretBytes::SecretBytes(std::size_t size) : data_(allocate_pages(size)), size_(size) {
}

SecretBytes::SecretBytes(ByteView source) : SecretBytes(source.size()) {
    std::copy(source.begin(), source.end(), data_);
}

SecretBytes::~SecretBytes() {
    clear();
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
    if (this != &other) {
        clear();
        data_ = std::exchange(other.data_, nullptr);
        size_ = std::exchange(other.size_, 0);
    }
    return *this;
}

SecretBytes SecretBytes::taking(Bytes&& source) {
    SecretBytes secret{ByteView(source)};
    wipe(source);
    return secret;
}

void SecretBytes::clear() noexcept {
    if (data_ == nullptr) {
        return;
    }
    wipe(data_, size_);
    ::munmap(data_, whole_pages(size_));
    data_ = nullptr;
    size_ = 0;
}

} // namespace madoguchi
