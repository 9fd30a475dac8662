// What a process that decodes pictures may still do: compute, ask for a little memory, and speak
// over its one descriptor. For the inside of the sandbox.
#pragma once

#include "face/sandbox/sandbox_limits.hpp"
#include "hal/base/result.hpp"

namespace madoguchi::face {

// The socket to the parent process; the only open descriptor that the filter lets be used.
inline constexpr int sandbox_descriptor = 0;

// For the rest of this process's life: resource limits (no further descriptor, no file, no core
// dump), no new privileges, no inspection by others of the same user, an end with the parent
// thread, and a system-call filter that ends the process at the first call outside of its list.
// Errors: DecoderUnavailable, with the system's code. The process must end then.
[[nodiscard]] Result<void> confine_this_process(const SandboxLimits& limits);

} // namespace madoguchi::face
