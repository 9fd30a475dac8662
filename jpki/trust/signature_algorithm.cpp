#include "jpki/trust/signature_algorithm.hpp"

#include "jpki/trust/ecdsa_signature.hpp"
#include "jpki/trust/pkcs1_signature.hpp"

namespace madoguchi::jpki {

namespace {

constexpr std::array hashes{HashAlgorithm::Sha256, HashAlgorithm::Sha384, HashAlgorithm::Sha512};
constexpr std::array kinds{KeyKind::Rsa, KeyKind::P256, KeyKind::P384, KeyKind::P521};

std::string name_of(KeyKind kind) {
    switch (kind) {
    case KeyKind::Rsa:
        return "rsa-pkcs1";
    case KeyKind::P256:
        return "ecdsa-p256";
    case KeyKind::P384:
        return "ecdsa-p384";
    case KeyKind::P521:
        return "ecdsa-p521";
    }
    return {};
}

std::string name_of(HashAlgorithm hash) {
    switch (hash) {
    case HashAlgorithm::Sha256:
        return "sha256";
    case HashAlgorithm::Sha384:
        return "sha384";
    case HashAlgorithm::Sha512:
        return "sha512";
    }
    return {};
}

// Both families number their hashes in the last byte of the object identifier, in this order.
std::uint8_t place_of(HashAlgorithm hash) {
    return static_cast<std::uint8_t>(hash);
}

Bytes rsa_identifier(HashAlgorithm hash) {
    const auto last = static_cast<std::uint8_t>(0x0B + place_of(hash));
    return {0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86,
            0xF7, 0x0D, 0x01, 0x01, last, 0x05, 0x00};
}

Bytes ecdsa_identifier(HashAlgorithm hash) {
    const auto last = static_cast<std::uint8_t>(0x02 + place_of(hash));
    return {0x30, 0x0A, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, last};
}

} // namespace

KeyKind kind_of(const PublicKey& key) noexcept {
    const auto* point = std::get_if<EcPublicKey>(&key);
    if (point == nullptr) {
        return KeyKind::Rsa;
    }
    switch (point->curve) {
    case NamedCurve::P256:
        return KeyKind::P256;
    case NamedCurve::P384:
        return KeyKind::P384;
    case NamedCurve::P521:
        break;
    }
    return KeyKind::P521;
}

std::vector<SignatureAlgorithm> all_signature_algorithms() {
    std::vector<SignatureAlgorithm> all;
    for (const KeyKind kind : kinds) {
        for (const HashAlgorithm hash : hashes) {
            all.push_back({kind, hash});
        }
    }
    return all;
}

std::string name_of(SignatureAlgorithm algorithm) {
    return name_of(algorithm.key) + "-" + name_of(algorithm.hash);
}

SignatureAlgorithm usual_algorithm(const PublicKey& key) noexcept {
    const KeyKind kind = kind_of(key);
    switch (kind) {
    case KeyKind::Rsa:
    case KeyKind::P256:
        return {kind, HashAlgorithm::Sha256};
    case KeyKind::P384:
        return {kind, HashAlgorithm::Sha384};
    case KeyKind::P521:
        break;
    }
    return {kind, HashAlgorithm::Sha512};
}

std::optional<SignatureAlgorithm> algorithm_named(ByteView identifier, const PublicKey& key) {
    const KeyKind kind = kind_of(key);
    for (const HashAlgorithm hash : hashes) {
        const Bytes expected = kind == KeyKind::Rsa ? rsa_identifier(hash) : ecdsa_identifier(hash);
        if (same_bytes(identifier, expected)) {
            return SignatureAlgorithm{kind, hash};
        }
    }
    return std::nullopt;
}

bool is_signature_over(const PublicKey& key, SignatureAlgorithm algorithm, ByteView message,
                       ByteView signature) {
    if (kind_of(key) != algorithm.key) {
        return false;
    }
    return std::visit(
        [&](const auto& known) {
            return is_signature_over(known, algorithm.hash, message, signature);
        },
        key);
}

bool is_signature_over(const PublicKey& key, ByteView message, ByteView signature) {
    return is_signature_over(key, usual_algorithm(key), message, signature);
}

} // namespace madoguchi::jpki
