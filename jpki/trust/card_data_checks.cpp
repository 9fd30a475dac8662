#include "jpki/trust/card_data_checks.hpp"

#include "jpki/trust/pkcs1_signature.hpp"
#include "jpki/trust/signature_algorithm.hpp"

namespace madoguchi::jpki {

CheckResult check_cv_issuer(const CvCertificate& certificate, const TrustAnchors& anchors) {
    const RsaPublicKey* issuer = anchors.card_data_key(certificate.issuer);
    if (issuer == nullptr) {
        return NotChecked{"the anchors folder holds no key with the identifier that the card "
                          "names"};
    }
    if (!is_signature_over(*issuer, certificate.signed_part, certificate.signature)) {
        return Failed{"the pinned key did not sign the card's data-signing key"};
    }
    return Passed{};
}

SurfaceSignatureParts compare_surface_signature(const RsaPublicKey& data_signing_key,
                                                const SurfaceRecord& surface) {
    const auto recovered = recover_block(data_signing_key, surface.signature);
    if (!recovered) {
        return {};
    }
    const SurfaceSegments& segments = surface.signed_segments;
    const Sha256Digest holder = sha256(segments.holder.reveal());
    const Sha256Digest images = sha256(segments.images.reveal());
    const Sha256Digest photo = sha256(segments.photo.reveal());
    const Bytes expected =
        pkcs1_block(data_signing_key, sha256_digest_info(concatenate({holder, images, photo})));
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

bool is_signed_challenge(const PublicKey& key, const SignedChallenge& proof) {
    return !proof.challenge.is_too_old() &&
           is_signature_over(key, usual_algorithm(key), proof.challenge.bytes(), proof.signature);
}

} // namespace madoguchi::jpki
