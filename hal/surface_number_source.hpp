// Port: what reads the printed card front and yields the digits that make 照合番号B.
#pragma once

#include "hal/base/deadline.hpp"
#include "hal/base/result.hpp"
#include "hal/base/secret.hpp"

namespace madoguchi::hal {

class SurfaceNumberSource {
public:
    virtual ~SurfaceNumberSource() = default;

    // ASCII digits: birth date YYMMDD (era year), expiry year YYYY, security code. Not checked for
    // plausibility. Errors: SurfaceUnreadable, CameraMissing, CameraLost, DeadlineExceeded.
    [[nodiscard]] virtual Result<SecretBytes> read_number(Deadline deadline) = 0;
};

} // namespace madoguchi::hal
