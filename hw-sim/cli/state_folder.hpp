// Where the simulator keeps what must survive it.
#pragma once

#include <filesystem>
#include <string>

namespace madoguchi::sim::cli {

struct StateFolder {
    std::filesystem::path root;

    [[nodiscard]] std::filesystem::path keys() const { return root / "keys"; }
    [[nodiscard]] std::filesystem::path trust_anchors() const { return root / "anchors"; }
    [[nodiscard]] std::filesystem::path counters(const std::string& persona_id) const {
        return root / "cards" / (persona_id + ".json");
    }
};

} // namespace madoguchi::sim::cli
