// What one frame shows of a card front.
#pragma once

#include "hal/base/frame.hpp"
#include "surface/field/date_text.hpp"
#include "surface/reading/refusal.hpp"

namespace madoguchi::surface {

// The fields of one frame, each read in several preparations and kept where they agree.
// Personal: NumberReader wipes what it keeps.
struct FrameFields {
    std::optional<Read<BirthDate>> birth_date;
    std::optional<Read<ExpiryDate>> expiry;
    std::optional<Read<CodeDigits>> security_code;
    std::array<bool, 3> has_glare{}; // by Field
};

struct FrameReading {
    // Why nothing was looked for; otherwise fields holds what was read.
    std::optional<RefusalReason> refused;
    FrameFields fields;
};

// Errors: ImageRefused (a frame whose pixels are not as many as its size says), ImageUnreadable.
[[nodiscard]] Result<FrameReading> read_frame(const Frame& frame, TextReader& reader);

} // namespace madoguchi::surface
