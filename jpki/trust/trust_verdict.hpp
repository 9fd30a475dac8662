// What is known about the genuineness of a card: one result for every Check, always.
#pragma once

#include "jpki/trust/certificate_standing.hpp"
#include "jpki/trust/check.hpp"

#include <initializer_list>
#include <span>

namespace madoguchi::jpki {

class TrustVerdict {
public:
    // Nothing checked yet.
    TrustVerdict();

    [[nodiscard]] const CheckResult& result(Check check) const noexcept;
    [[nodiscard]] bool passed(Check check) const noexcept;
    [[nodiscard]] bool failed(Check check) const noexcept;
    [[nodiscard]] bool passed_all(std::span<const Check> checks) const noexcept;
    [[nodiscard]] bool any_failed() const noexcept;
    // What CertificateValidity rests on; nothing when no certificate was examined.
    [[nodiscard]] std::optional<CertificateStanding> certificate_standing() const noexcept {
        return certificate_standing_;
    }

    void set(Check check, CheckResult result);
    // passed: Passed; otherwise Failed with this reason.
    void set(Check check, bool passed, StaticText why_failed);
    void note(CertificateStanding standing) { certificate_standing_ = standing; }
    void skip(std::initializer_list<Check> checks, StaticText why);

private:
    std::array<CheckResult, check_count> results_;
    std::optional<CertificateStanding> certificate_standing_;
};

} // namespace madoguchi::jpki
