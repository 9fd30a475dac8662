#include "jpki/trust/trust_examiner.hpp"

#include "jpki/trust/card_data_checks.hpp"
#include "jpki/trust/certificate_checks.hpp"
#include "jpki/trust/check_groups.hpp"
#include "jpki/trust/signature_algorithm.hpp"

namespace madoguchi::jpki {

template <typename T>
Examined<T> TrustExaminer::seal(T value, std::span<const Check> required) const {
    if (verdict_.passed_all(required)) {
        return Verified<T>(std::move(value));
    }
    return Unverified<T>(std::move(value));
}

Examined<UserAuthenticationCertificate>
TrustExaminer::examine(UserAuthenticationCertificate certificate) {
    const IssuerCertificate* issuer = find_issuer(certificate, anchors_);
    verdict_.set(Check::CertificateForm, Passed{}); // else there were no such value
    verdict_.set(Check::CertificateIssuer, check_issuer(certificate, issuer, anchors_));
    verdict_.set(Check::CertificateIssuerValidity,
                 check_issuer_validity(certificate, issuer, now_));
    const CertificateStanding standing = standing_of(certificate.validity(), now_, grace_);
    verdict_.note(standing);
    verdict_.set(Check::CertificateValidity, check_validity(standing));
    verdict_.set(Check::CertificateNames, check_names(certificate));
    verdict_.set(Check::CertificateKeyUsage, check_key_usage(certificate));
    verdict_.set(Check::CertificatePolicy, check_policy(certificate));
    verdict_.set(Check::CertificateBasicConstraints, check_basic_constraints(certificate));
    verdict_.set(Check::CertificateKey, check_key(certificate));
    verdict_.set(Check::CertificateExtensions, check_extensions(certificate));
    if (issuer == nullptr) {
        verdict_.skip({Check::CertificateRevocation}, "the authority is not known");
    } else {
        verdict_.set(Check::CertificateRevocation,
                     check_revocation(revocation_.status_of(certificate, now_)));
    }
    if (verdict_.failed(Check::CertificateRevocation)) {
        return Unverified<UserAuthenticationCertificate>(std::move(certificate));
    }
    return seal(std::move(certificate), certificate_checks);
}

Result<Examined<UserAuthenticationCertificate>>
TrustExaminer::examine_certificate_file(ByteView file) {
    auto certificate = UserAuthenticationCertificate::parse(file);
    if (!certificate) {
        verdict_.set(Check::CertificateForm, form_failure(certificate.error()));
        return fail(certificate.error());
    }
    return examine(std::move(*certificate));
}

void TrustExaminer::examine_key_proof(const UserAuthenticationCertificate& certificate,
                                      SignedChallenge proof) {
    const auto key = public_key_of(certificate.x509());
    if (!key) {
        verdict_.skip({Check::AuthenticationKeyProof}, "the certificate's key is unusable");
        return;
    }
    verdict_.set(Check::AuthenticationKeyProof, is_signed_challenge(*key, proof),
                 "the card did not sign our challenge with the certificate's key");
}

void TrustExaminer::examine_basic_four(const BasicFourRecord& record,
                                       const InputSupportSignature& signature,
                                       const CvCertificate& certificate) {
    verdict_.set(Check::InputSupportIssuer, check_cv_issuer(certificate, anchors_));
    verdict_.set(Check::BasicFourSignature,
                 is_signature_over(certificate.key, signature.signed_part, signature.signature),
                 "the digests were not signed by the data-signing key");
    verdict_.set(
        Check::BasicFourDigest,
        same_bytes(digest_of(usual_algorithm(certificate.key).hash, record.signed_part.reveal()),
                   signature.basic_four_digest),
        "the items differ from those that were signed");
}

Examined<BasicFourAttributes> TrustExaminer::examine(InputSupportReading reading) {
    examine_basic_four(reading.basic_four, reading.signature, reading.data_signing_certificate);
    const bool key_signed =
        is_signature_over(reading.data_signing_certificate.key, reading.presence_key.signed_part,
                          reading.presence_key.signature);
    verdict_.set(Check::InputSupportPresenceKey, key_signed,
                 "the card's key was not signed by the data-signing key");
    if (key_signed) {
        verdict_.set(Check::InputSupportPresence,
                     is_signed_challenge(reading.presence_key.key, reading.presence),
                     "the chip does not hold the key that belongs to the data: a copy");
    } else {
        verdict_.skip({Check::InputSupportPresence}, "the key to check with is not genuine");
    }
    return seal(std::move(reading.basic_four.attributes), basic_four_checks);
}

Examined<SurfaceRecord> TrustExaminer::examine(SurfaceReading reading) {
    verdict_.set(Check::SurfaceIssuer, check_cv_issuer(reading.data_signing_certificate, anchors_));
    const SurfaceSignatureParts parts =
        compare_surface_signature(reading.data_signing_certificate.key, reading.surface);
    verdict_.set(Check::SurfaceSignature, parts.block,
                 "the card face was not signed by the data-signing key");
    if (parts.block) {
        verdict_.set(Check::SurfaceHolderSegment, parts.holder,
                     "birth date, sex or card key differ from those that were signed");
        verdict_.set(Check::SurfaceImageSegment, parts.images,
                     "the name or address picture differs from the one that was signed");
        verdict_.set(Check::SurfacePhotoSegment, parts.photo,
                     "the photo differs from the one that was signed");
    } else {
        verdict_.skip(
            {Check::SurfaceHolderSegment, Check::SurfaceImageSegment, Check::SurfacePhotoSegment},
            "there is no good signature to compare with");
    }
    if (parts.block && parts.holder) {
        verdict_.set(Check::SurfacePresence,
                     is_signed_challenge(reading.surface.card_key, reading.presence),
                     "the chip does not hold the key that belongs to the data: a copy");
    } else {
        verdict_.skip({Check::SurfacePresence}, "the key to check with is not genuine");
    }
    return seal(std::move(reading.surface), surface_record_checks);
}

ExaminedCardData TrustExaminer::examine(CardDataReading reading) {
    examine_basic_four(reading.basic_four, reading.basic_four_signature,
                       reading.data_signing_certificate);
    auto surface = examine(SurfaceReading{std::move(reading.surface),
                                          std::move(reading.data_signing_certificate),
                                          std::move(reading.presence)});
    // The one card key stands in the card face, under its signature.
    verdict_.set(Check::InputSupportPresenceKey, verdict_.result(Check::SurfaceHolderSegment));
    verdict_.set(Check::InputSupportPresence, verdict_.result(Check::SurfacePresence));
    return {seal(std::move(reading.basic_four.attributes), basic_four_checks), std::move(surface)};
}

void TrustExaminer::examine_same_person(const Examined<BasicFourAttributes>& basic_four,
                                        const Examined<SurfaceRecord>& surface) {
    const auto* attributes = std::get_if<Verified<BasicFourAttributes>>(&basic_four);
    const auto* face = std::get_if<Verified<SurfaceRecord>>(&surface);
    if (attributes == nullptr || face == nullptr) {
        verdict_.skip({Check::SamePerson}, "only proved data are compared");
        return;
    }
    verdict_.set(Check::SamePerson,
                 (*attributes)->birth_date == (*face)->birth_date &&
                     (*attributes)->sex == (*face)->sex,
                 "birth date or sex differ between card face and basic four items");
}

} // namespace madoguchi::jpki
