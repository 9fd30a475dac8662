// Port: what reads the printed card front and yields the digits of the number that opens the card.
#pragma once

#include "hal/base/deadline.hpp"
#include "hal/base/result.hpp"
#include "hal/base/secret.hpp"

namespace madoguchi::hal {

// Who waits for a number. Called on the thread that reads.
class SurfaceWatcher {
public:
    virtual ~SurfaceWatcher() = default;

    // After each look that gave no number: what hinders the reading, as the id of a text for the
    // person at the desk ("surface.guidance.glare.expiry").
    virtual void on_hindrance(StaticText text_id) = 0;
    // The camera gives fewer pictures than it should; reading takes longer.
    virtual void on_slow_camera() = 0;
    // False: nobody waits any more.
    [[nodiscard]] virtual bool is_wanted() const = 0;
};

class SurfaceNumberSource {
public:
    virtual ~SurfaceNumberSource() = default;

    // Whether it may ever give a number of so many digits.
    [[nodiscard]] virtual bool gives(std::size_t digits) const = 0;

    // Whether the source is there; reads nothing. Errors: CameraMissing, ModelMissing.
    [[nodiscard]] virtual Result<void> check(Deadline deadline) = 0;

    // ASCII digits. Of 照合番号B: birth date YYMMDD (era year), expiry year YYYY, security code; on
    // a next-generation card the six of 照合番号. Not checked for plausibility. Errors:
    // SurfaceUnreadable, CameraMissing, CameraLost (also: frozen), ImageUnreadable (black
    // pictures), ImageRefused (too small for print to be read), ModelMissing, DeadlineExceeded, and
    // Cancelled soon after it is no longer wanted.
    [[nodiscard]] virtual Result<SecretBytes> read_number(Deadline deadline,
                                                          SurfaceWatcher& watcher) = 0;
};

} // namespace madoguchi::hal
