#include "terminal_app/cli/card_trust.hpp"

namespace madoguchi::cli {

Result<jpki::TrustAnchors> anchors_for(const CardOptions& options) {
    if (!options.anchors.empty()) {
        return jpki::TrustAnchors::load(options.anchors);
    }
    std::error_code ignored;
    if (std::filesystem::is_directory(default_anchors, ignored)) {
        return jpki::TrustAnchors::load(default_anchors);
    }
    return jpki::TrustAnchors::none();
}

} // namespace madoguchi::cli
