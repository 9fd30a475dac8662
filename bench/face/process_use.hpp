// What this process uses of the machine.
#pragma once

#include <chrono>

namespace madoguchi::bench {

// Resident memory in MiB, now and at its highest so far; from /proc/self/status.
[[nodiscard]] double resident_mebibytes();
[[nodiscard]] double highest_resident_mebibytes();

// Of all its threads since it began.
[[nodiscard]] std::chrono::duration<double> processor_time();

} // namespace madoguchi::bench
