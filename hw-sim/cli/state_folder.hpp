// Where the simulator keeps what must survive it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace madoguchi::sim::cli {

struct StateFolder {
    std::filesystem::path root;

    [[nodiscard]] std::filesystem::path keys() const { return root / "keys"; }
    [[nodiscard]] std::filesystem::path trust_anchors() const { return root / "anchors"; }
    // Each kind of card of a persona has counters of its own.
    [[nodiscard]] std::filesystem::path counters(const std::string& persona_id,
                                                 std::string_view kind) const {
        return root / "cards" / (persona_id + "-" + std::string(kind) + ".json");
    }
};

} // namespace madoguchi::sim::cli
