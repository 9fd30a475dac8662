#include "terminal_app/service/liveness_notice.hpp"

namespace madoguchi::terminal {

namespace {

bool speaks_against(const face::LivenessSign& sign) {
    return outcome_of(sign.reason) == face::LivenessOutcome::Failed;
}

} // namespace

nlohmann::ordered_json liveness_json(const std::optional<face::LivenessVerdict>& liveness) {
    if (!liveness) {
        return nullptr;
    }
    auto signs = nlohmann::ordered_json::array();
    for (const face::LivenessSign& sign : liveness->signs) {
        signs.push_back({{"test", name_of(sign.test).view()},
                         {"outcome", name_of(outcome_of(sign.reason)).view()},
                         {"reason", name_of(sign.reason).view()}});
    }
    return {{"grade", name_of(liveness->grade()).view()}, {"signs", std::move(signs)}};
}

std::string liveness_summary(const std::optional<face::LivenessVerdict>& liveness) {
    if (!liveness) {
        return {};
    }
    std::string summary(name_of(liveness->grade()).view());
    char separator = ':';
    for (const face::LivenessSign& sign : liveness->signs) {
        if (speaks_against(sign)) {
            summary += separator;
            summary += name_of(sign.reason).view();
            separator = ',';
        }
    }
    return summary;
}

std::string liveness_text(const std::optional<face::LivenessVerdict>& liveness) {
    std::string text;
    if (liveness) {
        for (const face::LivenessSign& sign : liveness->signs) {
            if (speaks_against(sign)) {
                text.append("liveness: ").append(in_words(sign.reason).view()).append("\n");
            }
        }
    }
    return text;
}

} // namespace madoguchi::terminal
