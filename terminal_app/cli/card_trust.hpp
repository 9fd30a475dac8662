// The anchors that card commands check with.
#pragma once

#include "jpki/trust/trust_anchors.hpp"
#include "terminal_app/cli/card_options.hpp"

namespace madoguchi::cli {

inline constexpr const char* default_anchors = "/etc/madoguchi/anchors";

// The folder that was named; else the default one; else none at all, which the verdict tells.
// Errors: as jpki::TrustAnchors::load for a folder that was named or exists.
[[nodiscard]] Result<jpki::TrustAnchors> anchors_for(const CardOptions& options);

} // namespace madoguchi::cli
