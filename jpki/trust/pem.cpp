#include "jpki/trust/pem.hpp"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <memory>

namespace madoguchi::jpki {

namespace {

struct StreamDeleter {
    void operator()(BIO* stream) const noexcept { BIO_free(stream); }
};

struct MemoryDeleter {
    void operator()(char* text) const noexcept { OPENSSL_free(text); }
    void operator()(unsigned char* bytes) const noexcept { OPENSSL_free(bytes); }
};

struct PemObject {
    std::unique_ptr<char, MemoryDeleter> label;
    std::unique_ptr<unsigned char, MemoryDeleter> content;
    std::size_t size = 0;
};

PemObject read_first(ByteView file) {
    const std::unique_ptr<BIO, StreamDeleter> stream(
        BIO_new_mem_buf(file.data(), static_cast<int>(file.size())));
    char* label = nullptr;
    char* header = nullptr;
    unsigned char* content = nullptr;
    long size = 0;
    const bool found = PEM_read_bio(stream.get(), &label, &header, &content, &size) == 1;
    ERR_clear_error();
    if (!found) {
        return {};
    }
    OPENSSL_free(header);
    return {std::unique_ptr<char, MemoryDeleter>(label),
            std::unique_ptr<unsigned char, MemoryDeleter>(content), static_cast<std::size_t>(size)};
}

} // namespace

Result<Bytes> der_content(ByteView file, std::string_view label) {
    constexpr std::uint8_t der_sequence = 0x30;
    constexpr std::size_t largest = 32U << 20U;
    if (file.size() > largest) {
        return fail(ErrorCode::TooLarge, "a file is larger than any of its kind");
    }
    if (!file.empty() && file.front() == der_sequence) {
        return to_bytes(file);
    }
    const PemObject object = read_first(file);
    if (object.label == nullptr || object.label.get() != label) {
        return fail(ErrorCode::SyntaxInvalid,
                    "a file is neither DER nor a PEM object of the kind that its place demands");
    }
    return Bytes(object.content.get(), object.content.get() + object.size);
}

} // namespace madoguchi::jpki
