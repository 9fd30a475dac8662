#include "face/evaluate/averaged_evaluation.hpp"

#include "hal/base/contract.hpp"

namespace madoguchi::face {

AveragedEvaluation::AveragedEvaluation(TemplateCache& templates, int frames)
    : templates_(templates), frames_(static_cast<std::size_t>(frames)) {
    MADOGUCHI_EXPECTS(frames > 0);
}

bool AveragedEvaluation::continues_row(const FacePair& pair) const {
    return pairs_ > 0 && pair.first == row_.first && pair.truth == row_.truth &&
           pair.condition == row_.condition &&
           pair.second.parent_path() == row_.second.parent_path();
}

Result<void> AveragedEvaluation::add(const FacePair& pair) {
    if (!continues_row(pair)) {
        live_.clear();
        row_ = pair;
        reference_ = MADOGUCHI_TRY(templates_.find(pair.first, PictureRole::Reference));
    }
    ++pairs_;
    auto live = MADOGUCHI_TRY(templates_.find(pair.second, PictureRole::Live));
    if (live == nullptr || reference_ == nullptr) {
        return {};
    }
    live_.push_back(std::move(live));
    if (live_.size() == frames_) {
        compare_row();
    }
    return {};
}

void AveragedEvaluation::compare_row() {
    used_ += live_.size();
    std::vector<const FaceTemplate*> faces;
    for (const auto& face : live_) {
        faces.push_back(face.get());
    }
    auto& tally = row_.truth == PairTruth::SamePerson ? tallies_.same : tallies_.different;
    if (const auto mean = mean_of(faces)) {
        tally.add(score_of(*reference_, *mean));
    } else { // they cancel each other out
        tally.add_failure();
    }
    live_.clear();
}

} // namespace madoguchi::face
