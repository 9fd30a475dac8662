// What is on the disk when the power fails: files built from the first events of a record.
#pragma once

#include "tests/support/storage/recording_vfs.hpp"

#include <array>
#include <string_view>

namespace madoguchi::test {

enum class Unsynced : std::uint8_t {
    Kept,      // the disk had written everything
    Lost,      // and nothing that was not synced
    LastTorn,  // everything, of the last write only its first half, in whole sectors
    Scattered, // some of it, in any order, some of that torn; the same each time
};

inline constexpr std::array all_unsynced{Unsynced::Kept, Unsynced::Lost, Unsynced::LastTorn,
                                         Unsynced::Scattered};

[[nodiscard]] std::string_view name_of(Unsynced unsynced) noexcept;

// Writes into the folder, which holds none of these files yet, what the power cut after the first
// `count` events leaves.
void build_disk(const std::filesystem::path& folder, const std::vector<DiskEvent>& events,
                std::size_t count, Unsynced unsynced);

} // namespace madoguchi::test
