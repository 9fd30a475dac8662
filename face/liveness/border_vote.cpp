#include "face/liveness/border_vote.hpp"

#include "face/liveness/border_lines.hpp"

namespace madoguchi::face {

Result<void> BorderVote::see(const ImageView& picture, const SeenFace& seen) {
    const auto border = MADOGUCHI_TRY(measure_border(picture, seen.where.box));
    edges_hidden_ = !border;
    if (border) {
        borders_.add(*border);
    }
    return {};
}

void BorderVote::restart() {
    borders_.clear();
    edges_hidden_ = false;
}

LivenessSign BorderVote::sign() const {
    if (borders_.count() < least_frames) {
        return {LivenessTest::Border,
                edges_hidden_ ? LivenessReason::EdgesHidden : LivenessReason::TooFewFrames,
                std::nullopt};
    }
    const float border = borders_.median();
    return {LivenessTest::Border,
            border < border_from ? LivenessReason::AsOfAPerson : LivenessReason::BorderSeen,
            border};
}

} // namespace madoguchi::face
