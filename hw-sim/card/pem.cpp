#include "hw-sim/card/pem.hpp"

#include <openssl/evp.h>

namespace madoguchi::sim {

std::string certificate_pem(ByteView der) {
    Bytes base64(4 * ((der.size() + 2) / 3) + 1); // with the terminator that OpenSSL writes
    EVP_EncodeBlock(base64.data(), der.data(), static_cast<int>(der.size()));
    base64.pop_back();
    constexpr std::size_t line_length = 64;
    std::string pem = "-----BEGIN CERTIFICATE-----\n";
    for (std::size_t start = 0; start < base64.size(); start += line_length) {
        pem +=
            as_text(ByteView(base64).subspan(start, std::min(line_length, base64.size() - start)));
        pem += '\n';
    }
    return pem + "-----END CERTIFICATE-----\n";
}

} // namespace madoguchi::sim
