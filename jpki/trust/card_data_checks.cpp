#include "jpki/trust/card_data_checks.hpp"

#include "jpki/trust/pkcs1_signature.hpp"
#include "jpki/trust/signature_algorithm.hpp"

namespace madoguchi::jpki {

CheckResult check_cv_issuer(const CvCertificate& certificate, const TrustAnchors& anchors) {
    const PublicKey* issuer = anchors.card_data_key(kind_of(certificate.key), certificate.issuer);
    if (issuer == nullptr) {
        return NotChecked{"the anchors folder holds no key of this generation of cards with the "
                          "identifier that the card names"};
    }
    if (!is_signature_over(*issuer, certificate.signed_part, certificate.signature)) {
        return Failed{"the pinned key did not sign the card's data-signing key"};
    }
    return Passed{};
}

namespace {

Bytes segment_digests(HashAlgorithm hash, const SurfaceSegments& segments) {
    return concatenate({digest_of(hash, segments.holder.reveal()),
                        digest_of(hash, segments.images.reveal()),
                        digest_of(hash, segments.photo.reveal())});
}

SurfaceSignatureParts compare_with_block(const RsaPublicKey& key, const SurfaceRecord& surface) {
    const auto recovered = recover_block(key, surface.signature);
    if (!recovered) {
        return {};
    }
    const Bytes expected = pkcs1_block(
        key, sha256_digest_info(segment_digests(HashAlgorithm::Sha256, surface.signed_segments)));
    const ByteView have(*recovered);
    const ByteView want(expected);
    constexpr std::size_t digest = std::tuple_size_v<Sha256Digest>;
    const std::size_t header = want.size() - 3 * digest;
    const auto same = [have, want](std::size_t offset, std::size_t size) {
        return same_bytes(have.subspan(offset, size), want.subspan(offset, size));
    };
    return {same(0, header), same(header, digest), same(header + digest, digest),
            same(header + 2 * digest, digest)};
}

} // namespace

SurfaceSignatureParts compare_surface_signature(const PublicKey& data_signing_key,
                                                const SurfaceRecord& surface) {
    if (const auto* rsa = std::get_if<RsaPublicKey>(&data_signing_key)) {
        return compare_with_block(*rsa, surface);
    }
    const Bytes digests =
        segment_digests(usual_algorithm(data_signing_key).hash, surface.signed_segments);
    const bool good = is_signature_over(data_signing_key, digests, surface.signature);
    return {good, good, good, good};
}

bool is_signed_challenge(const PublicKey& key, const SignedChallenge& proof) {
    return !proof.challenge.is_too_old() &&
           is_signature_over(key, proof.challenge.bytes(), proof.signature);
}

} // namespace madoguchi::jpki
