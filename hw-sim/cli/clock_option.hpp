// --now MOMENT, for subcommands that would else go by the machine's date.
#pragma once

#include "hal/base/clock.hpp"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::sim::cli {

// "2026-11-20", its midnight, or "2026-11-20T09:30", in Japan. Nothing for any other text.
[[nodiscard]] std::optional<CivilTime> moment_named(std::string_view text);

// Goes on from a moment of its own as fast as the machine's clock.
class ShiftedClock final : public Clock {
public:
    // now: as moment_named takes it, or empty, the machine's own.
    explicit ShiftedClock(std::string_view now);

    [[nodiscard]] MonotonicTime monotonic_now() const override;
    [[nodiscard]] CivilTime civil_now() const override;

private:
    std::chrono::seconds ahead_{};
};

void add_clock_option(CLI::App& command, std::string& now);

} // namespace madoguchi::sim::cli
