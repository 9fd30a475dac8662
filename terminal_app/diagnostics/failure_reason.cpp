#include "terminal_app/diagnostics/failure_reason.hpp"

#include <algorithm>

namespace madoguchi::terminal {

namespace {

// In the order of the enumeration; its length is checked against it.
constexpr std::array<std::string_view, failure_reason_count> codes{
    "F-CARD-REMOVED",
    "F-CARD-UNSUITABLE",
    "F-CARD-DRIVING-LICENCE",
    "F-CARD-RESIDENCE",
    "F-CARD-PASSPORT",
    "F-CARD-CREDIT",
    "F-CARD-TRANSIT",
    "F-CARD-PHONE",
    "F-CARD-RESIDENT-REGISTRY",
    "F-CARD-UNREADABLE",
    "F-CARD-UNEXPECTED",
    "F-CARD-LEFT",
    "F-READER-NONE",
    "F-READER-LOST",
    "F-READER-BUSY",
    "F-READER-SERVICE",
    "F-READER-ACCESS",
    "F-READER-STUCK",
    "F-PIN-WRONG",
    "F-PIN-BLOCKED",
    "F-PIN-UNAVAILABLE",
    "F-PIN-NONE",
    "F-NUMBER-REJECTED",
    "F-NUMBER-BLOCKED",
    "F-NUMBER-UNREADABLE",
    "F-SURFACE-CAMERA-NONE",
    "F-SURFACE-CAMERA-LOST",
    "F-SURFACE-CAMERA-BLACK",
    "F-SURFACE-CAMERA-UNSUITABLE",
    "F-SURFACE-CAMERA-SLOW",
    "F-SURFACE-MODELS",
    "F-TRUST-FAILED",
    "F-TRUST-EXPIRED",
    "F-TRUST-REVOKED",
    "F-TRUST-ANCHORS",
    "F-PHOTO-UNREADABLE",
    "F-PHOTO-NONE",
    "F-PHOTO-DECODER",
    "F-FACE-NOT-CONFIRMED",
    "F-FACE-UNSURE",
    "F-FACE-LIVENESS",
    "F-FACE-NONE",
    "F-FACE-SEVERAL",
    "F-FACE-TRIES",
    "F-FACE-MODELS",
    "F-CAMERA-NONE",
    "F-CAMERA-LOST",
    "F-CAMERA-BLACK",
    "F-CAMERA-UNSUITABLE",
    "F-CAMERA-SLOW",
    "F-LINK-FOLDER",
    "F-LINK-TIMEOUT",
    "F-ANSWER-UNREADABLE",
    "F-ANSWER-FOREIGN",
    "F-IDENTITY-UNKNOWN",
    "F-IDENTITY-MISMATCH",
    "F-IDENTITY-NOT-CONFIRMED",
    "F-SYSTEM-TIMED-OUT",
    "F-SYSTEM-CANCELLED",
    "F-SYSTEM-SHUTDOWN",
    "F-SYSTEM-HAND-OVER",
    "F-SYSTEM-STORAGE",
    "F-SYSTEM-CONFIG",
    "F-SYSTEM-INTERNAL",
};
static_assert(!codes.back().empty(), "a code is missing");

constexpr std::array<FailureReason, failure_reason_count> reasons = [] {
    std::array<FailureReason, failure_reason_count> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = static_cast<FailureReason>(i);
    }
    return all;
}();

} // namespace

const std::array<FailureReason, failure_reason_count>& all_failure_reasons() noexcept {
    return reasons;
}

std::string_view code_of(FailureReason reason) noexcept {
    return codes[static_cast<std::size_t>(reason)];
}

std::optional<FailureReason> failure_reason_of(std::string_view code) noexcept {
    const auto* const found = std::find(codes.begin(), codes.end(), code);
    if (found == codes.end()) {
        return std::nullopt;
    }
    return reasons[static_cast<std::size_t>(found - codes.begin())];
}

} // namespace madoguchi::terminal
