// Compares photos with the mean of several live pictures each, as a reception does.
#pragma once

#include "face/evaluate/evaluation.hpp"

namespace madoguchi::face {

// Pairs that follow each other with the same first picture, truth and condition, and whose second
// pictures stand in one folder, are taken for pictures of one visit: of each so many in a row, the
// mean is compared once. What is left over of a row is not compared.
class AveragedEvaluation {
public:
    // Contract: frames is positive; the cache outlives the evaluation.
    AveragedEvaluation(TemplateCache& templates, int frames);

    // Errors: FileUnreadable, ModelFailed.
    [[nodiscard]] Result<void> add(const FacePair& pair);

    [[nodiscard]] const TruthTallies& tallies() const noexcept { return tallies_; }
    // Pairs that no comparison used so far: no face was found, or their row is too short.
    [[nodiscard]] std::uint64_t unused_pairs() const noexcept { return pairs_ - used_; }

private:
    [[nodiscard]] bool continues_row(const FacePair& pair) const;
    void compare_row();

    TemplateCache& templates_;
    std::size_t frames_;
    FacePair row_;
    std::shared_ptr<const FaceTemplate> reference_;
    std::vector<std::shared_ptr<const FaceTemplate>> live_;
    TruthTallies tallies_;
    std::uint64_t pairs_ = 0;
    std::uint64_t used_ = 0;
};

} // namespace madoguchi::face
