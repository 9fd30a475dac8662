// Key files and the signatures of certificates and lists: refused, or a signature is computed with
// whatever key they brought, and does not hold.
#include "jpki/trust/signature_algorithm.hpp"
#include "jpki/trust/signed_object.hpp"

#include <cstdlib>

using namespace madoguchi;
using namespace madoguchi::jpki;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView file(data, size);
    const auto key = parse_public_key_file(file);
    if (!key) {
        return 0;
    }
    if (is_object_signed_by(file, *key) || is_signature_over(*key, as_bytes("message"), file)) {
        std::abort();
    }
    return 0;
}
