// Port: what reads the printed card front and yields the digits of the number that opens the card.
#pragma once

#include "hal/base/deadline.hpp"
#include "hal/base/result.hpp"
#include "hal/base/secret.hpp"

namespace madoguchi::hal {

class SurfaceNumberSource {
public:
    virtual ~SurfaceNumberSource() = default;

    // ASCII digits. Of 照合番号B: birth date YYMMDD (era year), expiry year YYYY, security code; on
    // a next-generation card the six of 照合番号. Not checked for plausibility. Errors:
    // SurfaceUnreadable, CameraMissing, CameraLost, DeadlineExceeded.
    [[nodiscard]] virtual Result<SecretBytes> read_number(Deadline deadline) = 0;
};

} // namespace madoguchi::hal
