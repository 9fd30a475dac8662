// The side to which a head is asked to turn.
#pragma once

#include "hal/base/result.hpp"

#include <functional>

namespace madoguchi::face {

// The patient's own left and right. A camera's picture is not mirrored: the patient's left is on
// its right.
enum class TurnSide : std::uint8_t { Left, Right };

using ChooseSide = std::function<Result<TurnSide>()>;

// Nobody can know it before it is asked. Errors: Internal when the system gives no random numbers.
[[nodiscard]] Result<TurnSide> unguessable_side();

} // namespace madoguchi::face
