// The checks of the 券面 applications' data (card-interface reference, sections 6.3 and 7.4),
// whatever generation of card they come from: the kind of key tells the algorithm. For
// TrustExaminer.
#pragma once

#include "jpki/record/surface_record.hpp"
#include "jpki/trust/challenge.hpp"
#include "jpki/trust/check.hpp"
#include "jpki/trust/trust_anchors.hpp"

namespace madoguchi::jpki {

// The data-signing key is signed by the pinned key that it names, which is of its own kind: the
// authorities of one generation cannot speak for another's.
[[nodiscard]] CheckResult check_cv_issuer(const CvCertificate& certificate,
                                          const TrustAnchors& anchors);

// The signature over the card face is made over three digests at once. RSA gives them back, so it
// is compared in parts: the block up to the digests, and each digest with the one of the objects
// read. ECDSA gives nothing back: the parts are all good or all not.
struct SurfaceSignatureParts {
    bool block = false; // key, padding and digest header
    bool holder = false;
    bool images = false;
    bool photo = false;
};
[[nodiscard]] SurfaceSignatureParts compare_surface_signature(const PublicKey& data_signing_key,
                                                              const SurfaceRecord& surface);

// The key signed this challenge, and the challenge is not too old.
[[nodiscard]] bool is_signed_challenge(const PublicKey& key, const SignedChallenge& proof);

} // namespace madoguchi::jpki
