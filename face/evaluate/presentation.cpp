#include "face/evaluate/presentation.hpp"

#include <chrono>

namespace madoguchi::face {

namespace {

using std::chrono_literals::operator""ms;

constexpr std::size_t longest_line = 8192;
constexpr std::size_t most_lines = 10000;
constexpr std::size_t columns = 3;
constexpr auto frame_interval = 250ms;
constexpr std::size_t frames_wanted = 5;    // compared, as in a reception
constexpr std::size_t most_frames = 45;     // shown for that
constexpr std::size_t frames_a_picture = 2; // of an answer; the last picture stays

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts(1);
    for (const char letter : text) {
        if (letter == separator) {
            parts.emplace_back();
        } else {
            parts.back() += letter;
        }
    }
    return parts;
}

Result<std::vector<std::filesystem::path>> paths_in(const std::string& column,
                                                    const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    if (column.empty()) {
        return paths;
    }
    for (const std::string& name : split(column, ',')) {
        if (name.empty()) {
            return fail(ErrorCode::SyntaxInvalid,
                        "a presentation has an empty path; separate paths by one comma each");
        }
        paths.push_back(folder / name);
    }
    return paths;
}

Result<PresentationFiles> parse_line(const std::string& line, const std::filesystem::path& folder) {
    std::vector<std::string> parts = split(line, '\t');
    if (parts.size() > columns || parts.front().empty()) {
        return fail(ErrorCode::SyntaxInvalid,
                    "a presentation is one to three columns of paths: straight, left, right");
    }
    parts.resize(columns);
    PresentationFiles files;
    files.straight = MADOGUCHI_TRY(paths_in(parts[0], folder));
    files.left = MADOGUCHI_TRY(paths_in(parts[1], folder));
    files.right = MADOGUCHI_TRY(paths_in(parts[2], folder));
    return files;
}

bool may_be_another(Guidance guidance) {
    return guidance == Guidance::NoFace || guidance == Guidance::OnePerson;
}

} // namespace

Result<std::vector<PresentationFiles>> read_presentations(std::istream& list,
                                                          const std::filesystem::path& folder) {
    std::vector<PresentationFiles> presentations;
    std::string line;
    for (std::size_t number = 0; std::getline(list, line); ++number) {
        if (line.size() > longest_line || number == most_lines) {
            return fail(ErrorCode::TooLarge, "the list of presentations is too long");
        }
        if (!line.empty() && line.front() != '#') {
            presentations.push_back(MADOGUCHI_TRY(parse_line(line, folder)));
        }
    }
    return presentations;
}

PresentationPlayer::PresentationPlayer(FaceEngine& engine, LivenessVotes votes)
    : engine_(engine),
      check_(std::move(votes), {LivenessMode::Required, false, {}}, [this] { return side_; }) {
}

Result<LivenessVerdict> PresentationPlayer::play(const Presentation& presentation, TurnSide side) {
    side_ = side;
    check_.begin();
    if (MADOGUCHI_TRY(show_straight(presentation.straight))) {
        MADOGUCHI_TRY(show_answer(presentation));
    }
    return check_.verdict();
}

// Whether enough frames were good enough to be compared.
Result<bool> PresentationPlayer::show_straight(const std::vector<Image>& pictures) {
    std::size_t compared = 0;
    for (std::size_t i = 0; i < most_frames && compared < frames_wanted; ++i) {
        now_ += frame_interval;
        const ImageView picture = pictures[i % pictures.size()].view();
        const LiveFace seen = MADOGUCHI_TRY(engine_.look(picture));
        if (const auto* face = std::get_if<SeenFace>(&seen)) {
            MADOGUCHI_TRY(check_.on_compared(picture, *face, now_));
            ++compared;
        } else if (may_be_another(std::get<Guidance>(seen))) {
            check_.on_began_anew();
            compared = 0;
        }
    }
    return compared == frames_wanted;
}

Result<void> PresentationPlayer::show_answer(const Presentation& presentation) {
    const std::vector<Image>& answer =
        side_ == TurnSide::Left ? presentation.left : presentation.right;
    const MonotonicTime end = now_ + check_.longest_turn();
    std::size_t answered = 0; // frames since the question
    while (now_ < end && !check_.turn_is_over(now_)) {
        now_ += frame_interval;
        const bool answers = check_.asked_side().has_value() && !answer.empty();
        const Image& picture =
            answers ? answer[std::min(answered / frames_a_picture, answer.size() - 1)]
                    : presentation.straight[answered % presentation.straight.size()];
        const LiveFace seen = MADOGUCHI_TRY(engine_.look_at_turning_head(picture.view()));
        answered += check_.asked_side() ? 1U : 0U;
        MADOGUCHI_TRY(check_.watch_turn(seen, now_));
    }
    return {};
}

} // namespace madoguchi::face
