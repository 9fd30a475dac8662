// CV certificates, presence keys and signature records: refused, or their signatures are computed
// with whatever key they brought.
#include "jpki/record/cv_certificate.hpp"
#include "jpki/record/input_support_signature.hpp"
#include "jpki/record/presence_key.hpp"
#include "jpki/trust/pkcs1_signature.hpp"
#include "jpki/trust/signature_algorithm.hpp"

#include <cstdlib>

using namespace madoguchi;
using namespace madoguchi::jpki;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView file(data, size);
    static_cast<void>(parse_input_support_signature(file));
    static_cast<void>(parse_provisional_basic_four_signature(file));
    if (const auto record = parse_presence_key(file)) {
        static_cast<void>(is_signature_over(record->key, record->signed_part, record->signature));
    }
    if (const auto certificate = parse_cv_certificate(file)) {
        const auto& key = std::get<RsaPublicKey>(certificate->key);
        const auto block = recover_block(key, certificate->signature);
        if (block && block->size() != key.modulus.size()) {
            std::abort();
        }
    }
    if (const auto certificate = parse_provisional_cv_certificate(file)) {
        static_cast<void>(
            is_signature_over(certificate->key, certificate->signed_part, certificate->signature));
    }
    return 0;
}
