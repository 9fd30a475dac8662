#include "jpki/trust/trust_verdict.hpp"

#include <algorithm>

namespace madoguchi::jpki {

TrustVerdict::TrustVerdict() {
    results_.fill(NotChecked{"not part of this reading"});
}

const CheckResult& TrustVerdict::result(Check check) const noexcept {
    return results_[static_cast<std::size_t>(check)];
}

bool TrustVerdict::passed(Check check) const noexcept {
    return std::holds_alternative<Passed>(result(check));
}

bool TrustVerdict::failed(Check check) const noexcept {
    return std::holds_alternative<Failed>(result(check));
}

bool TrustVerdict::passed_all(std::span<const Check> checks) const noexcept {
    return std::all_of(checks.begin(), checks.end(), [this](Check check) { return passed(check); });
}

bool TrustVerdict::any_failed() const noexcept {
    return std::any_of(results_.begin(), results_.end(), [](const CheckResult& result) {
        return std::holds_alternative<Failed>(result);
    });
}

void TrustVerdict::set(Check check, CheckResult result) {
    results_[static_cast<std::size_t>(check)] = result;
}

void TrustVerdict::set(Check check, bool passed, StaticText why_failed) {
    if (passed) {
        set(check, Passed{});
    } else {
        set(check, Failed{why_failed});
    }
}

void TrustVerdict::skip(std::initializer_list<Check> checks, StaticText why) {
    for (const Check check : checks) {
        set(check, NotChecked{why});
    }
}

} // namespace madoguchi::jpki
