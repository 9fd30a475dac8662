#include "face/calibrate/calibration.hpp"

#include "face/calibrate/shipped_calibration.hpp"
#include "hal/base/contract.hpp"

#include <fstream>
#include <iterator>

namespace madoguchi::face {

namespace {

#define MODEL(purpose, name, size, sha256)                                                         \
    [[maybe_unused]] constexpr std::string_view sha256_of_##purpose = sha256;
#include "face/models/manifest.def"
#undef MODEL

} // namespace

std::string_view pinned_embedder_sha256() noexcept {
    return sha256_of_Embedder;
}

std::string_view pinned_mean_sha256(Population population) noexcept {
    return population == Population::Rendered ? sha256_of_MeanOfRenderedFaces
                                              : sha256_of_MeanOfEastAsianFaces;
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

Result<Calibration> load_calibration(const std::filesystem::path& file, Population population) {
    constexpr std::size_t longest = (64U << 10U) + 1;
    std::ifstream stream(file, std::ios::binary);
    std::string text(longest, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (text.empty()) {
        return fail(ErrorCode::FileUnreadable,
                    "calibration file cannot be read; check its path and permission");
    }
    Calibration calibration = MADOGUCHI_TRY(parse_calibration(text));
    if (calibration.embedder_sha256 != pinned_embedder_sha256() ||
        calibration.mean_sha256 != pinned_mean_sha256(population) ||
        calibration.population != population) {
        return fail(ErrorCode::ConfigInvalid,
                    "calibration was made with other networks or for other people; derive it "
                    "again with madoguchi face calibrate");
    }
    return calibration;
}

} // namespace madoguchi::face
