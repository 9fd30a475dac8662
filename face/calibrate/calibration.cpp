#include "face/calibrate/calibration.hpp"

#include "face/calibrate/shipped_calibration.hpp"
#include "face/models/pinned_file.hpp"
#include "hal/base/contract.hpp"

namespace madoguchi::face {

namespace {

#define MODEL(purpose, name, size, sha256)                                                         \
    [[maybe_unused]] constexpr std::string_view sha256_of_##purpose = sha256;
#include "face/models/manifest.def"
#undef MODEL

} // namespace

ScoreSource opencv_source(Population population) {
    return {EngineKind::OpenCv, std::string(sha256_of_Embedder),
            std::string(population == Population::Rendered ? sha256_of_MeanOfRenderedFaces
                                                           : sha256_of_MeanOfEastAsianFaces)};
}

ScoreSource dlib_source(const DlibFiles& files) {
    return {EngineKind::Dlib, files.network.sha256, files.shape.sha256};
}

std::optional<MatchThresholds> Calibration::thresholds_for(FalseMatchRate rate, int frames) const {
    const CalibratedRate* best = nullptr;
    for (const CalibratedRate& row : rates) {
        const bool fits = row.false_match_rate == value_of(rate) && row.frames >= frames;
        if (fits && (best == nullptr || row.frames < best->frames)) {
            best = &row;
        }
    }
    return best == nullptr ? std::nullopt : std::optional(MatchThresholds{best->accept, hopeless});
}

const Calibration& shipped_calibration() {
    static const Calibration calibration = [] {
        auto parsed = parse_calibration(shipped_calibration_text);
        MADOGUCHI_ENSURES(parsed.has_value());
        return *parsed;
    }();
    return calibration;
}

Result<Calibration> load_calibration(const std::filesystem::path& file, const ScoreSource& source,
                                     Population population) {
    if (file.empty() && source.engine == EngineKind::Dlib) {
        return fail(ErrorCode::ConfigInvalid, dlib_lacks_thresholds);
    }
    if (file.empty()) {
        return shipped_calibration();
    }
    constexpr std::size_t longest = 64U << 10U;
    const auto content = read_at_most(file, longest);
    if (!content || content->empty()) {
        return fail(ErrorCode::FileUnreadable,
                    "calibration file cannot be read; check its path and permission");
    }
    Calibration calibration = MADOGUCHI_TRY(parse_calibration(as_text(*content)));
    if (calibration.source.engine != source.engine) {
        return fail(ErrorCode::ConfigInvalid,
                    "calibration was made for the other engine; derive one with madoguchi face "
                    "calibrate --engine, or choose the engine that it names");
    }
    if (calibration.source != source || calibration.population != population) {
        return fail(ErrorCode::ConfigInvalid,
                    "calibration was made with other networks or for other people; derive it "
                    "again with madoguchi face calibrate");
    }
    return calibration;
}

} // namespace madoguchi::face
