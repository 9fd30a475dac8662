// hal::SurfaceNumberSource on a document camera: frames in, the number of the card front out.
#pragma once

#include "hal/base/clock.hpp"
#include "hal/camera.hpp"
#include "hal/surface_number_source.hpp"
#include "surface/reading/number_reader.hpp"

namespace madoguchi::terminal {

// Of one reading.
struct CameraNumberLimits {
    int most_frames = 200;
    std::chrono::milliseconds opening{5000};
    // Between frames; a slow camera gives one a second.
    std::chrono::milliseconds longest_gap{2500};
    std::chrono::milliseconds longest_blackness{2000};
    // A sensor's noise makes no two frames the same.
    std::chrono::milliseconds longest_stillness{2000};
};

class CameraNumberSource final : public hal::SurfaceNumberSource {
public:
    // Everything given by reference outlives the source. A reader that could not be made is told
    // by check() and read_number().
    CameraNumberSource(hal::CameraSource& camera, Result<surface::NumberReader> reader,
                       const Clock& clock, const CameraNumberLimits& limits = {});

    // 照合番号B alone: the next generation's number is provisional, and no front of it is known.
    [[nodiscard]] bool gives(std::size_t digits) const override;
    [[nodiscard]] Result<void> check(Deadline deadline) override;
    // The camera is open only while it reads; what was seen is wiped at the end.
    [[nodiscard]] Result<SecretBytes> read_number(Deadline deadline,
                                                  hal::SurfaceWatcher& watcher) override;

private:
    [[nodiscard]] Result<std::unique_ptr<hal::Camera>> open(Deadline deadline);

    hal::CameraSource& camera_;
    Result<surface::NumberReader> reader_;
    const Clock& clock_;
    CameraNumberLimits limits_;
};

// "surface.guidance.not-found", "surface.guidance.glare.expiry": the text for the patient.
[[nodiscard]] StaticText text_id(const surface::Refusal& refusal) noexcept;

} // namespace madoguchi::terminal
