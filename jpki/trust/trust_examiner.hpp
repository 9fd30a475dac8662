// Makes every check and keeps the verdict. The only maker of Verified values: what it proves, it
// takes over, so that nothing can be exchanged between proof and use.
#pragma once

#include "jpki/trust/certificate_standing.hpp"
#include "jpki/trust/readings.hpp"
#include "jpki/trust/trust_anchors.hpp"
#include "jpki/trust/trust_verdict.hpp"
#include "jpki/trust/verified.hpp"

namespace madoguchi::jpki {

struct ExaminedCardData {
    Examined<BasicFourAttributes> basic_four;
    Examined<SurfaceRecord> surface;
};

class TrustExaminer {
public:
    // Asks the revocation lists of the anchors folder. What is given by reference must outlive the
    // examiner.
    TrustExaminer(const TrustAnchors& anchors, CivilTime now,
                  GraceRule grace = reception_grace) noexcept
        : TrustExaminer(anchors, anchors.revocation_lists(), now, grace) {}

    TrustExaminer(const TrustAnchors& anchors, const RevocationSource& revocation, CivilTime now,
                  GraceRule grace = reception_grace) noexcept
        : anchors_(anchors), revocation_(revocation), now_(now), grace_(grace) {}

    // Verified when certificate_checks passed (trust/check_groups.hpp) and it is not known to be
    // revoked.
    [[nodiscard]] Examined<UserAuthenticationCertificate>
    examine(UserAuthenticationCertificate certificate);

    // The same from a file. Errors: as UserAuthenticationCertificate::parse; the verdict then holds
    // CertificateForm as failed.
    [[nodiscard]] Result<Examined<UserAuthenticationCertificate>>
    examine_certificate_file(ByteView file);

    // AuthenticationKeyProof. A proof counts once.
    void examine_key_proof(const UserAuthenticationCertificate& certificate, SignedChallenge proof);

    // Verified when basic_four_checks passed; whether the chip is the original, the verdict tells.
    [[nodiscard]] Examined<BasicFourAttributes> examine(InputSupportReading reading);

    // Verified when surface_record_checks passed; as above.
    [[nodiscard]] Examined<SurfaceRecord> examine(SurfaceReading reading);

    // Both of the above over the one application that holds both, with its one data-signing key and
    // one card key.
    [[nodiscard]] ExaminedCardData examine(CardDataReading reading);

    // SamePerson; compares proved values only.
    void examine_same_person(const Examined<BasicFourAttributes>& basic_four,
                             const Examined<SurfaceRecord>& surface);

    [[nodiscard]] const TrustVerdict& verdict() const noexcept { return verdict_; }

private:
    void examine_basic_four(const BasicFourRecord& record, const InputSupportSignature& signature,
                            const CvCertificate& certificate);
    template <typename T>
    [[nodiscard]] Examined<T> seal(T value, std::span<const Check> required) const;

    const TrustAnchors& anchors_;
    const RevocationSource& revocation_;
    CivilTime now_;
    GraceRule grace_;
    TrustVerdict verdict_;
};

} // namespace madoguchi::jpki
