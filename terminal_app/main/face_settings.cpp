#include "terminal_app/main/face_settings.hpp"

#include "face/calibrate/calibration.hpp"

namespace madoguchi::terminal {

namespace {

face::Population population_of(const TerminalConfig& config) {
    return config.faces_are_rendered ? face::Population::Rendered : face::Population::EastAsian;
}

struct FaceParts {
    face::FaceEngine engine;
    std::unique_ptr<face::LivenessCheck> liveness; // null: off
};

Result<FaceParts> make_face_parts(const TerminalConfig& config, const face::GateLimits& gates) {
    if (config.face_models.empty()) {
        return fail(ErrorCode::ModelMissing, "face.models is not set");
    }
    const face::ModelSet models = MADOGUCHI_TRY(face::ModelSet::load(config.face_models));
    auto networks = config.dlib_files
                        ? MADOGUCHI_TRY(face::dlib_engine_parts(models, population_of(config),
                                                                *config.dlib_files))
                        : MADOGUCHI_TRY(face::default_engine_parts(models, population_of(config)));
    FaceParts parts{face::FaceEngine(std::move(networks), gates), {}};
    if (config.liveness != face::LivenessMode::Off) {
        parts.liveness = std::make_unique<face::LivenessCheck>(
            MADOGUCHI_TRY(face::make_liveness_votes(models, population_of(config))),
            face::LivenessPolicy{config.liveness, config.is_unattended, {}});
    }
    return parts;
}

// A calibration that cannot be used stops the terminal: to go on with other thresholds than those
// asked for would be worse than to say so.
Result<face::MatchPolicy> make_match_policy(const TerminalConfig& config) {
    const auto source = config.dlib_files ? face::dlib_source(*config.dlib_files)
                                          : face::opencv_source(population_of(config));
    const face::Calibration calibration = MADOGUCHI_TRY(
        face::load_calibration(config.face_calibration, source, population_of(config)));
    face::MatchPolicy policy;
    const auto thresholds = calibration.thresholds_for(config.false_match_rate, policy.frames);
    if (!thresholds) {
        return fail(ErrorCode::ConfigInvalid,
                    "the face calibration has no threshold for face.false_match_rate; choose "
                    "another rate or derive one with madoguchi face calibrate");
    }
    policy.thresholds = *thresholds;
    return policy;
}

} // namespace

Result<FaceSettings> make_face_settings(const TerminalConfig& config,
                                        const face::GateLimits& gates) {
    if (config.dlib_files && config.face_calibration.empty()) { // the other ways are available
        return FaceSettings{fail(ErrorCode::ConfigInvalid, face::dlib_lacks_thresholds)};
    }
    const face::MatchPolicy policy = MADOGUCHI_TRY(make_match_policy(config));
    auto parts = make_face_parts(config, gates);
    if (!parts) { // the face way is unavailable, the other ways are not
        return FaceSettings{fail(parts.error()), policy};
    }
    FaceSettings settings{std::move(parts->engine), policy};
    settings.liveness = std::move(parts->liveness);
    return settings;
}

} // namespace madoguchi::terminal
