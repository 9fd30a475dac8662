// Error rates of whole receptions: a card's photo against a sequence of pictures that goes through
// gates, averaging, tries and time limit as at the desk (FRR and FAR of ISO/IEC 19795-1).
#pragma once

#include "face/evaluate/error_rates.hpp"
#include "face/evaluate/pair_list.hpp"
#include "face/evaluate/template_cache.hpp"
#include "face/match/match_session.hpp"

#include <map>

namespace madoguchi::face {

struct TransactionCounts {
    std::uint64_t all = 0;
    std::uint64_t accepted = 0;
    std::uint64_t not_compared = 0;   // the gates let too few frames through: guided to the end
    std::uint64_t photo_unusable = 0; // the card's photo ended it
    float lowest = 1;                 // of the scores that decided
    float highest = -1;

    // Of those that were compared.
    [[nodiscard]] Share accepted_of_compared() const noexcept {
        return {accepted, all - not_compared - photo_unusable};
    }
};

struct TransactionGroup {
    TransactionCounts genuine;
    TransactionCounts impostor;
};

struct TransactionSettings {
    MatchPolicy policy;
    std::size_t chip_bytes = 3000;
    std::chrono::milliseconds frame_interval{100};
};

// Pairs that follow each other with the same first picture, truth and condition, and whose second
// pictures stand in one folder, are one transaction; its pictures are shown in turn, again and
// again, until it is decided. "child/office" is a condition "office" of the group "child".
class TransactionEvaluation {
public:
    // Contract: engine, pictures' source and decoder outlive the evaluation.
    TransactionEvaluation(FaceEngine& engine, PictureSource pictures, PixelDecoder& decoder,
                          TransactionSettings settings = {});

    // Errors: FileUnreadable, ModelFailed, ImageRefused, ImageUnreadable (a live picture).
    [[nodiscard]] Result<void> add(const FacePair& pair);
    // Plays what was listed last. Errors: as add.
    [[nodiscard]] Result<void> finish();

    // By name: "all", each group, each condition.
    [[nodiscard]] const std::map<std::string, TransactionGroup>& groups() const noexcept {
        return groups_;
    }

private:
    [[nodiscard]] Result<const ChipFace*> chip_face(const std::filesystem::path& photo);
    [[nodiscard]] Result<ChipFace> make_chip_face(const std::filesystem::path& photo);
    [[nodiscard]] Result<const Image*> live_picture(const std::filesystem::path& path);
    [[nodiscard]] Result<MatchDecision> play(FaceTemplate chip);
    void count(const MatchDecision& decision);

    FaceEngine& engine_;
    PictureSource pictures_;
    PixelDecoder& decoder_;
    TransactionSettings settings_;
    std::vector<FacePair> row_;
    std::map<std::filesystem::path, ChipFace> chip_faces_;
    std::map<std::filesystem::path, Image> live_; // a few, of the transaction at hand
    std::map<std::string, TransactionGroup> groups_;
};

} // namespace madoguchi::face
