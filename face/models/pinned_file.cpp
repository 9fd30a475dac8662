#include "face/models/pinned_file.hpp"

#include <openssl/evp.h>

#include <fstream>

namespace madoguchi::face {

std::optional<Bytes> read_at_most(const std::filesystem::path& path, std::size_t most) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        return std::nullopt;
    }
    Bytes content(most + 1);
    stream.read(reinterpret_cast<char*>(content.data()),
                static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(stream.gcount()));
    return content;
}

bool has_sha256(ByteView content, std::string_view expected) {
    Bytes digest(EVP_MAX_MD_SIZE);
    unsigned int length = 0;
    if (EVP_Digest(content.data(), content.size(), digest.data(), &length, EVP_sha256(), nullptr) !=
        1) {
        return false;
    }
    digest.resize(length);
    std::string actual = to_hex(digest);
    for (char& digit : actual) {
        digit = digit >= 'A' && digit <= 'F' ? static_cast<char>(digit - 'A' + 'a') : digit;
    }
    return actual == expected;
}

} // namespace madoguchi::face
