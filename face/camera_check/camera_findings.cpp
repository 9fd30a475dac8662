#include "face/camera_check/camera_findings.hpp"

#include "hal/base/contract.hpp"

#include <algorithm>

namespace madoguchi::face {

namespace {

constexpr std::size_t most_values = 5000;
constexpr double mostly = 0.9;
constexpr double half = 0.5;

CameraVerdict verdict_for(double share_good) {
    if (share_good >= mostly) {
        return CameraVerdict::Good;
    }
    return share_good >= half ? CameraVerdict::Borderline : CameraVerdict::Bad;
}

CameraFinding judge(CameraMeasure measure, const GoodRange& range, Distribution values) {
    const auto good = std::ranges::count_if(
        values.values, [&range](float value) { return range.contains(value); });
    const auto low = std::ranges::count_if(
        values.values, [&range](float value) { return range.least && value < *range.least; });
    CameraFinding finding{measure, range};
    const auto count = static_cast<std::ptrdiff_t>(values.values.size());
    finding.share_good = static_cast<double>(good) / static_cast<double>(count);
    finding.verdict = verdict_for(finding.share_good);
    if (finding.verdict != CameraVerdict::Good) {
        const MeasureText& text = text_of(measure);
        finding.remedy = low > count - good - low ? text.if_low : text.if_high;
    }
    finding.values = std::move(values);
    return finding;
}

} // namespace

float Distribution::at(double share) const {
    MADOGUCHI_EXPECTS(!values.empty());
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(share * last + half)];
}

std::string_view name_of(CameraVerdict verdict) noexcept {
    switch (verdict) {
    case CameraVerdict::Good:
        return "good";
    case CameraVerdict::Borderline:
        return "borderline";
    case CameraVerdict::Bad:
        return "bad";
    case CameraVerdict::NotMeasured:
        break;
    }
    return "not_measured";
}

void CameraObservation::add(CameraMeasure measure, float value) {
    auto& values = values_.at(static_cast<std::size_t>(measure));
    if (values.size() < most_values) {
        values.push_back(value);
    }
}

void CameraObservation::see(std::uint64_t sequence, MonotonicTime taken_at, MonotonicTime given_at,
                            const std::optional<FrameMeasures>& measures) {
    using Seconds = std::chrono::duration<float>;
    using Milliseconds = std::chrono::duration<float, std::milli>;
    ++frames_;
    if (last_sequence_ == sequence) {
        ++repeated_;
        return;
    }
    if (last_sequence_ && taken_at > last_taken_at_) { // those that nobody fetched count too
        add(CameraMeasure::FrameRate, static_cast<float>(sequence - *last_sequence_) /
                                          Seconds(taken_at - last_taken_at_).count());
    }
    last_sequence_ = sequence;
    last_taken_at_ = taken_at;
    add(CameraMeasure::FrameAge, Milliseconds(given_at - taken_at).count());
    if (!measures) {
        return;
    }
    ++with_face_;
    for (std::size_t i = 0; i < camera_measure_count; ++i) {
        if (const auto value = measures->at(i)) {
            add(static_cast<CameraMeasure>(i), *value);
        }
    }
}

std::optional<Distribution> CameraObservation::values_of(CameraMeasure measure) const {
    const auto& values = values_.at(static_cast<std::size_t>(measure));
    if (values.empty()) {
        return std::nullopt;
    }
    Distribution distribution{values};
    std::ranges::sort(distribution.values);
    return distribution;
}

std::vector<CameraFinding> CameraObservation::findings(const GateLimits& limits) const {
    std::vector<CameraFinding> all;
    for (const MeasureText& text : measure_texts()) {
        const GoodRange range = good_range_of(text.measure, limits);
        auto values = values_of(text.measure);
        all.push_back(values ? judge(text.measure, range, std::move(*values))
                             : CameraFinding{text.measure, range});
    }
    return all;
}

CameraVerdict verdict_of(const std::vector<CameraFinding>& findings) noexcept {
    CameraVerdict worst = CameraVerdict::Good;
    for (const CameraFinding& finding : findings) {
        worst = std::max(worst, std::min(finding.verdict, CameraVerdict::Bad));
    }
    return worst;
}

} // namespace madoguchi::face
