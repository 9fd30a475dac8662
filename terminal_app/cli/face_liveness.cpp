#include "face/evaluate/presentation.hpp"
#include "face/sandbox/sandboxed_decoder.hpp"
#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/cli/face_actions.hpp"
#include "terminal_app/cli/face_liveness_report.hpp"

#include <fmt/format.h>

#include <fstream>

namespace madoguchi::cli {

namespace {

class Evaluator {
public:
    Evaluator(face::FaceEngine& engine, face::LivenessVotes votes)
        : player_(engine, std::move(votes)) {}

    // Every presentation of a list, asked to either side.
    Result<void> add(const std::string& list, face::PresentationTally& tally) {
        std::ifstream stream(list);
        if (!stream) {
            return fail(ErrorCode::FileUnreadable,
                        "a list of presentations cannot be read; check its path");
        }
        const auto folder = std::filesystem::path(list).parent_path();
        for (const auto& files : MADOGUCHI_TRY(face::read_presentations(stream, folder))) {
            face::Presentation presentation;
            presentation.straight = MADOGUCHI_TRY(read_all(files.straight));
            presentation.left = MADOGUCHI_TRY(read_all(files.left));
            presentation.right = MADOGUCHI_TRY(read_all(files.right));
            for (const face::TurnSide side : {face::TurnSide::Left, face::TurnSide::Right}) {
                tally.add(MADOGUCHI_TRY(player_.play(presentation, side)));
            }
        }
        return {};
    }

private:
    Result<std::vector<face::Image>> read_all(const std::vector<std::filesystem::path>& paths) {
        std::vector<face::Image> pictures;
        for (const auto& path : paths) {
            pictures.push_back(MADOGUCHI_TRY(read_picture(decoder_, path)));
        }
        return pictures;
    }

    face::SandboxedDecoder decoder_{face::picture_sandbox()};
    face::PresentationPlayer player_;
};

// "print:attacks.tsv"; the whole of it is the list when it names no species.
std::pair<std::string, std::string> species_and_list(const std::string& attack) {
    const auto colon = attack.find(':');
    return colon == std::string::npos
               ? std::pair(std::string("attack"), attack)
               : std::pair(attack.substr(0, colon), attack.substr(colon + 1));
}

Result<LivenessReport> evaluate(const LivenessOptions& options) {
    const face::ModelSet models = MADOGUCHI_TRY(load_models(options.models));
    const face::Population population = population_of(options.models);
    face::FaceEngine engine = MADOGUCHI_TRY(face::FaceEngine::create(models, population));
    Evaluator evaluator(engine, MADOGUCHI_TRY(face::make_liveness_votes(models, population)));
    LivenessReport report;
    for (const std::string& list : options.live) {
        MADOGUCHI_TRY(evaluator.add(list, report.living));
    }
    for (const std::string& attack : options.attacks) {
        const auto [species, list] = species_and_list(attack);
        report.attacks.push_back({species, {}});
        MADOGUCHI_TRY(evaluator.add(list, report.attacks.back().tally));
    }
    return report;
}

} // namespace

int evaluate_liveness(const LivenessOptions& options) {
    const Result<LivenessReport> report = evaluate(options);
    if (!report) {
        return report_stop(report.error());
    }
    options.json ? print_json(to_json(*report)) : fmt::print("{}", to_text(*report));
    return exit_yes;
}

} // namespace madoguchi::cli
