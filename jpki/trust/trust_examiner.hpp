// Makes every check and keeps the verdict. The only maker of Verified values: what it proves, it
// takes over, so that nothing can be exchanged between proof and use.
#pragma once

#include "jpki/trust/readings.hpp"
#include "jpki/trust/trust_anchors.hpp"
#include "jpki/trust/trust_verdict.hpp"
#include "jpki/trust/verified.hpp"

namespace madoguchi::jpki {

class TrustExaminer {
public:
    // The anchors must outlive the examiner.
    TrustExaminer(const TrustAnchors& anchors, CivilTime now) noexcept
        : anchors_(anchors), now_(now) {}

    // Verified when certificate_checks passed (trust/check_groups.hpp).
    [[nodiscard]] Examined<UserAuthenticationCertificate>
    examine(UserAuthenticationCertificate certificate);

    // AuthenticationKeyProof.
    void examine_key_proof(const UserAuthenticationCertificate& certificate,
                           const SignedChallenge& proof);

    // Verified when basic_four_checks passed; whether the chip is the original, the verdict tells.
    [[nodiscard]] Examined<BasicFourAttributes> examine(InputSupportReading reading);

    // Verified when surface_record_checks passed; as above.
    [[nodiscard]] Examined<SurfaceRecord> examine(SurfaceReading reading);

    // SamePerson; compares proved values only.
    void examine_same_person(const Examined<BasicFourAttributes>& basic_four,
                             const Examined<SurfaceRecord>& surface);

    [[nodiscard]] const TrustVerdict& verdict() const noexcept { return verdict_; }

private:
    template <typename T>
    [[nodiscard]] Examined<T> seal(T value, std::span<const Check> required) const;

    const TrustAnchors& anchors_;
    CivilTime now_;
    TrustVerdict verdict_;
};

} // namespace madoguchi::jpki
