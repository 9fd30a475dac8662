#include "face/image/picture_decoder.hpp"
#include "face/match/face_engine.hpp"
#include "terminal_app/cli/commands.hpp"
#include "terminal_app/cli/model_folder.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>
#include <fstream>

namespace madoguchi::cli {

namespace {

constexpr int status_failed = 1;
constexpr int status_no = 3;
constexpr auto thresholds = face::thresholds_for(face::FalseMatchRate::OneInThousand);

struct CompareOptions {
    std::string first;
    std::string second;
    std::string models; // empty: the default folder
    std::string population = "east_asian";
    bool json = false;
};

struct Comparison {
    face::MatchDecision decision;
    std::string unusable_picture; // which path; empty when both can be used
};

Result<Bytes> read_picture_file(const std::string& path) {
    constexpr std::size_t longest = 16U << 20U;
    std::ifstream stream(path, std::ios::binary);
    Bytes content(longest + 1); // one more, so that the decoder sees that a file is too long
    stream.read(reinterpret_cast<char*>(content.data()),
                static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(stream.gcount()));
    if (content.empty()) {
        return fail(ErrorCode::FileUnreadable, "picture file cannot be read; check its path");
    }
    return content;
}

Result<face::FaceTemplate> describe(face::FaceEngine& engine, const std::string& path) {
    const Bytes file = MADOGUCHI_TRY(read_picture_file(path));
    const face::Image picture = MADOGUCHI_TRY(face::decode_picture(file));
    return engine.describe_only_face(picture.view());
}

Result<face::FaceEngine> start_engine(const CompareOptions& options) {
    const auto folder =
        options.models.empty() ? default_model_folder() : std::filesystem::path(options.models);
    const auto population =
        options.population == "rendered" ? face::Population::Rendered : face::Population::EastAsian;
    return face::FaceEngine::create(MADOGUCHI_TRY(face::ModelSet::load(folder)), population);
}

Result<Comparison> compare(const CompareOptions& options) {
    face::FaceEngine engine = MADOGUCHI_TRY(start_engine(options));
    std::vector<face::FaceTemplate> faces;
    for (const std::string& path : {options.first, options.second}) {
        Result<face::FaceTemplate> face = describe(engine, path);
        if (face) {
            faces.push_back(std::move(*face));
        } else if (const auto decision = face::judge_photo_error(face.error())) {
            return Comparison{*decision, path};
        } else {
            return fail(face.error());
        }
    }
    return Comparison{face::decide(face::cosine(faces[0], faces[1]), 1, thresholds), {}};
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
                        {"accept_from", rounded(thresholds.accept)},
                        {"hopeless_below", rounded(thresholds.hopeless)},
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
                   thresholds.accept, thresholds.hopeless);
    }
    if (!comparison.unusable_picture.empty()) {
        fmt::print("picture: {}\n", comparison.unusable_picture);
    }
    fmt::print("because: {}\n", in_plain_words(decision.reason));
}

int status_of(face::MatchVerdict verdict) {
    switch (verdict) {
    case face::MatchVerdict::Match:
        return 0;
    case face::MatchVerdict::NoMatch:
    case face::MatchVerdict::Unsure:
        return status_no;
    default:
        return status_failed;
    }
}

void run_compare(const CompareOptions& options) {
    const Result<Comparison> comparison = compare(options);
    if (!comparison) {
        fmt::print(stderr, "madoguchi: {}\n", comparison.error().text());
        throw CLI::RuntimeError(status_failed);
    }
    options.json ? print_json(*comparison) : print_text(*comparison);
    if (const int status = status_of(comparison->decision.verdict); status != 0) {
        throw CLI::RuntimeError(status);
    }
}

} // namespace

void add_face_command(CLI::App& program) {
    auto* face_command = program.add_subcommand("face", "Finds and compares faces");
    face_command->require_subcommand(1);
    auto* compare_command =
        face_command->add_subcommand("compare", "Says whether two pictures show one person");
    const auto options = std::make_shared<CompareOptions>();
    compare_command->add_option("A", options->first, "picture: PNG, JPEG or JPEG 2000")->required();
    compare_command->add_option("B", options->second, "another picture")->required();
    compare_command->add_option("--models", options->models, "folder of the face models");
    compare_command->add_option("--population", options->population, "whose faces these are")
        ->check(CLI::IsMember({"east_asian", "rendered"}))
        ->capture_default_str();
    compare_command->add_flag("--json", options->json, "one JSON object on standard output");
    compare_command->callback([options] { run_compare(*options); });
}

} // namespace madoguchi::cli
