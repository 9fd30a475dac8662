#include "face/evaluate/transaction_evaluation.hpp"

#include "face/evaluate/chip_degradation.hpp"
#include "face/image/picture_decoder.hpp"

#include <algorithm>
#include <set>

namespace madoguchi::face {

namespace {

constexpr std::size_t most_live_pictures = 32;
constexpr std::size_t most_chip_faces = 4096;

bool is_same_transaction(const FacePair& one, const FacePair& other) {
    return one.first == other.first && one.truth == other.truth &&
           one.condition == other.condition &&
           one.second.parent_path() == other.second.parent_path();
}

Frame frame_of(const Image& picture, std::uint64_t sequence, MonotonicTime taken_at) {
    const ByteView pixels = picture.view().pixels();
    return {picture.width(),  picture.height(),
            picture.format(), Bytes(pixels.begin(), pixels.end()),
            taken_at,         sequence};
}

// "child/office": child, and child/office.
std::set<std::string> groups_of(const std::string& condition) {
    std::set<std::string> names{"all"};
    if (!condition.empty()) {
        names.insert(condition);
        names.insert(condition.substr(0, condition.find('/')));
    }
    return names;
}

void add_to(TransactionCounts& counts, const MatchDecision& decision) {
    ++counts.all;
    if (decision.verdict == MatchVerdict::NoPhoto ||
        decision.verdict == MatchVerdict::UnusablePhoto) {
        ++counts.photo_unusable;
    } else if (!decision.score) {
        ++counts.not_compared;
    } else {
        counts.accepted += decision.verdict == MatchVerdict::Match ? 1 : 0;
        counts.lowest = std::min(counts.lowest, *decision.score);
        counts.highest = std::max(counts.highest, *decision.score);
    }
}

} // namespace

TransactionEvaluation::TransactionEvaluation(FaceEngine& engine, PictureSource pictures,
                                             PixelDecoder& decoder, TransactionSettings settings)
    : engine_(engine), pictures_(std::move(pictures)), decoder_(decoder), settings_(settings) {
}

Result<void> TransactionEvaluation::add(const FacePair& pair) {
    if (!row_.empty() && !is_same_transaction(row_.front(), pair)) {
        MADOGUCHI_TRY(finish());
    }
    if (row_.size() >= most_live_pictures) {
        return fail(ErrorCode::TooLarge, "a transaction has more than 32 live pictures");
    }
    row_.push_back(pair);
    return {};
}

Result<void> TransactionEvaluation::finish() {
    if (row_.empty()) {
        return {};
    }
    const ChipFace* const chip = MADOGUCHI_TRY(chip_face(row_.front().first));
    if (const auto* unusable = std::get_if<MatchDecision>(chip)) {
        count(*unusable);
    } else {
        count(MADOGUCHI_TRY(play(std::get<FaceTemplate>(*chip).copy())));
    }
    row_.clear();
    return {};
}

Result<const ChipFace*> TransactionEvaluation::chip_face(const std::filesystem::path& photo) {
    if (const auto known = chip_faces_.find(photo); known != chip_faces_.end()) {
        return &known->second;
    }
    if (chip_faces_.size() >= most_chip_faces) {
        chip_faces_.clear();
    }
    return &chip_faces_.emplace(photo, MADOGUCHI_TRY(make_chip_face(photo))).first->second;
}

Result<ChipFace> TransactionEvaluation::make_chip_face(const std::filesystem::path& photo) {
    const Image picture = MADOGUCHI_TRY(pictures_(photo));
    const auto face = engine_.find_main_face(picture.view());
    if (!face) {
        if (const auto decision = judge_photo_error(face.error())) {
            return *decision;
        }
        return fail(face.error());
    }
    const Bytes chip =
        MADOGUCHI_TRY(as_chip_photo(picture.view(), face->box, settings_.chip_bytes));
    return engine_.read_chip_photo(decoder_, chip);
}

Result<const Image*> TransactionEvaluation::live_picture(const std::filesystem::path& path) {
    if (const auto known = live_.find(path); known != live_.end()) {
        return &known->second;
    }
    if (live_.size() >= most_live_pictures) {
        live_.clear();
    }
    return &live_.emplace(path, MADOGUCHI_TRY(pictures_(path))).first->second;
}

Result<MatchDecision> TransactionEvaluation::play(FaceTemplate chip) {
    MatchSession session(engine_, std::move(chip), settings_.policy);
    const auto frames =
        static_cast<std::uint64_t>(settings_.policy.time / settings_.frame_interval);
    MonotonicTime now{};
    for (std::uint64_t number = 0; number < frames; ++number) {
        now += settings_.frame_interval;
        const Image* const picture = MADOGUCHI_TRY(live_picture(row_[number % row_.size()].second));
        const auto seen = MADOGUCHI_TRY(session.feed(frame_of(*picture, number + 1, now), now));
        if (seen.decision) {
            return *seen.decision;
        }
    }
    return session.conclude();
}

void TransactionEvaluation::count(const MatchDecision& decision) {
    const FacePair& pair = row_.front();
    for (const std::string& name : groups_of(pair.condition)) {
        TransactionGroup& group = groups_[name];
        add_to(pair.truth == PairTruth::SamePerson ? group.genuine : group.impostor, decision);
    }
}

} // namespace madoguchi::face
