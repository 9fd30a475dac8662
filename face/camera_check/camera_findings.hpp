// Many pictures of one camera, and what they say of it.
#pragma once

#include "face/camera_check/frame_measures.hpp"

#include <vector>

namespace madoguchi::face {

// Nearest rank. Contract: not empty.
struct Distribution {
    std::vector<float> values; // ascending

    [[nodiscard]] float at(double share) const;
    [[nodiscard]] float median() const { return at(0.5); }
    [[nodiscard]] float low() const { return at(0.05); }
    [[nodiscard]] float high() const { return at(0.95); }
};

enum class CameraVerdict : std::uint8_t {
    Good,       // nine pictures of ten and more are as they should be
    Borderline, // half of them and more
    Bad,
    NotMeasured,
};

// "good", "borderline", "bad", "not_measured".
[[nodiscard]] std::string_view name_of(CameraVerdict verdict) noexcept;

struct CameraFinding {
    CameraMeasure measure{};
    GoodRange range;
    CameraVerdict verdict = CameraVerdict::NotMeasured;
    std::optional<Distribution> values{}; // nothing: not measured
    double share_good = 0;                // of the values
    std::string_view remedy{};            // empty where there is none to give
};

// Frames are taken one after another; used by one thread.
class CameraObservation {
public:
    // given_at: when it was there to be used. measures: of its one face, if there is one. At most
    // 5,000 are remembered. A picture of the same number as the one before is that one again.
    void see(std::uint64_t sequence, MonotonicTime taken_at, MonotonicTime given_at,
             const std::optional<FrameMeasures>& measures);

    [[nodiscard]] std::size_t frames() const noexcept { return frames_; }
    [[nodiscard]] std::size_t frames_with_face() const noexcept { return with_face_; }
    [[nodiscard]] std::size_t repeated() const noexcept { return repeated_; }
    [[nodiscard]] std::optional<Distribution> values_of(CameraMeasure measure) const;
    // One for each measure, in their order.
    [[nodiscard]] std::vector<CameraFinding> findings(const GateLimits& limits) const;

private:
    void add(CameraMeasure measure, float value);

    std::array<std::vector<float>, camera_measure_count> values_;
    std::size_t frames_ = 0;
    std::size_t with_face_ = 0;
    std::size_t repeated_ = 0;
    std::optional<std::uint64_t> last_sequence_;
    MonotonicTime last_taken_at_{};
};

// The worst of them; what was not measured is bad, since a reception needs all of it.
[[nodiscard]] CameraVerdict verdict_of(const std::vector<CameraFinding>& findings) noexcept;

} // namespace madoguchi::face
