#include "jpki/trust/ecdsa_signature.hpp"

#include "jpki/trust/der.hpp"
#include "jpki/trust/ec_key_handle.hpp"

#include <openssl/err.h>
#include <openssl/evp.h>

namespace madoguchi::jpki {

namespace {

struct ContextDeleter {
    void operator()(EVP_PKEY_CTX* context) const noexcept { EVP_PKEY_CTX_free(context); }
};

// That both numbers are below the order, the computation itself checks.
Result<void> require_two_numbers(ByteView signature, std::size_t longest_number) {
    apdu::BerTlvReader numbers = MADOGUCHI_TRY(enter_only_sequence(signature));
    const ByteView r = MADOGUCHI_TRY(read_positive_integer(numbers));
    const ByteView s = MADOGUCHI_TRY(read_positive_integer(numbers));
    MADOGUCHI_TRY(require_der_end(numbers));
    if (r.size() > longest_number || s.size() > longest_number) {
        return fail(ErrorCode::ValueInvalid, "a number of a signature is beyond its curve");
    }
    return {};
}

} // namespace

bool is_signature_over(const EcPublicKey& key, HashAlgorithm hash, ByteView message,
                       ByteView signature) {
    const KeyHandle handle = ec_key_handle(key);
    if (handle == nullptr || !require_two_numbers(signature, coordinate_size(key.curve))) {
        return false;
    }
    const std::unique_ptr<EVP_PKEY_CTX, ContextDeleter> context(
        EVP_PKEY_CTX_new(handle.get(), nullptr));
    const Bytes digest = digest_of(hash, message);
    const bool good = context != nullptr && EVP_PKEY_verify_init(context.get()) == 1 &&
                      EVP_PKEY_verify(context.get(), signature.data(), signature.size(),
                                      digest.data(), digest.size()) == 1;
    ERR_clear_error();
    return good;
}

} // namespace madoguchi::jpki
