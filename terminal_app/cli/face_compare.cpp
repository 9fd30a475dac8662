#include "face/sandbox/sandboxed_decoder.hpp"
#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/face_actions.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>

namespace madoguchi::cli {

namespace {

struct Comparison {
    face::MatchDecision decision;
    face::MatchThresholds thresholds;
    std::string unusable_picture; // which path; empty when both can be used
};

Result<Comparison> compare(const CompareOptions& options) {
    const auto thresholds =
        MADOGUCHI_TRY(load_thresholds(options.models, face::FalseMatchRate::OneInThousand, 1));
    face::SandboxedDecoder decoder(face::picture_sandbox()); // starts while the models are loaded
    face::FaceEngine engine = MADOGUCHI_TRY(start_engine(options.models));
    std::vector<face::FaceTemplate> faces;
    for (const std::string& path : {options.first, options.second}) {
        Result<face::FaceTemplate> face =
            read_picture(decoder, path).and_then([&engine](const face::Image& picture) {
                return engine.describe_only_face(picture.view());
            });
        if (face) {
            faces.push_back(std::move(*face));
        } else if (const auto decision = face::judge_photo_error(face.error())) {
            return Comparison{*decision, thresholds, path};
        } else {
            return fail(face.error());
        }
    }
    return Comparison{
        face::decide(face::score_of(faces[0], faces[1]), 1, thresholds), thresholds, {}};
}

std::string_view in_plain_words(face::MatchReason reason) {
    switch (reason) {
    case face::MatchReason::ScoreHigh:
        return "the faces are alike enough to be one person's";
    case face::MatchReason::ScoreBetween:
        return "the faces are alike, but not enough to be sure; try pictures with better light";
    case face::MatchReason::ScoreLow:
        return "the faces are too different to be one person's";
    case face::MatchReason::PhotoRefused:
        return "the picture is of a kind or size that is not accepted (PNG, JPEG, JPEG 2000)";
    case face::MatchReason::PhotoUnreadable:
        return "the picture file is damaged";
    case face::MatchReason::PhotoWithoutFace:
        return "no face was found in the picture";
    case face::MatchReason::PhotoWithSeveralFaces:
        return "the picture shows several faces; cut out the one that is meant";
    default:
        return "the faces cannot be compared";
    }
}

// Four decimals say all there is to say.
double rounded(float value) {
    return std::round(static_cast<double>(value) * 1e4) / 1e4;
}

void print_json(const Comparison& comparison) {
    const auto& decision = comparison.decision;
    nlohmann::json json{{"decision", face::name_of(decision.verdict).view()},
                        {"reason", face::name_of(decision.reason).view()},
                        {"score", nullptr},
                        {"accept_from", rounded(comparison.thresholds.accept)},
                        {"hopeless_below", rounded(comparison.thresholds.hopeless)},
                        {"unusable_picture", nullptr}};
    if (decision.score) {
        json["score"] = rounded(*decision.score);
    }
    if (!comparison.unusable_picture.empty()) {
        json["unusable_picture"] = comparison.unusable_picture;
    }
    fmt::print("{}\n", json.dump());
}

void print_text(const Comparison& comparison) {
    const auto& decision = comparison.decision;
    fmt::print("decision: {}\n", face::name_of(decision.verdict).view());
    if (decision.score) {
        fmt::print("score: {:.3f} (match from {:.2f}, hopeless below {:.2f})\n", *decision.score,
                   comparison.thresholds.accept, comparison.thresholds.hopeless);
    }
    if (!comparison.unusable_picture.empty()) {
        fmt::print("picture: {}\n", comparison.unusable_picture);
    }
    fmt::print("because: {}\n", in_plain_words(decision.reason));
}

int status_of(face::MatchVerdict verdict) {
    switch (verdict) {
    case face::MatchVerdict::Match:
        return exit_yes;
    case face::MatchVerdict::NoMatch:
    case face::MatchVerdict::Unsure:
        return exit_no;
    default:
        return exit_failed;
    }
}

} // namespace

int compare_faces(const CompareOptions& options) {
    const Result<Comparison> comparison = compare(options);
    if (!comparison) {
        fmt::print(stderr, "madoguchi: {}\n", comparison.error().text());
        return exit_failed;
    }
    options.json ? print_json(*comparison) : print_text(*comparison);
    return status_of(comparison->decision.verdict);
}

} // namespace madoguchi::cli
