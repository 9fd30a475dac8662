// Options of a simulated card about the radio link it pretends to: its speed, and a list of what
// went over it.
#pragma once

#include "hw-sim/card/vpcd_link.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <optional>

namespace madoguchi::sim::cli {

struct LinkOptions {
    std::optional<unsigned> kilobits_a_second; // absent: as fast as this machine is
    std::filesystem::path exchange_list;       // empty: none
};

void add_link_options(CLI::App& command, LinkOptions& options);

// Ends the program when the list cannot be written.
[[nodiscard]] VpcdLink::ExchangeObserver exchange_observer(const LinkOptions& options);

} // namespace madoguchi::sim::cli
