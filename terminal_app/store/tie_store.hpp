// What earlier visits tied together, kept over restarts (eligibility/identity/tie_memory.hpp).
// SQLite, WAL, every change on disk when a call returns. Marks and days only: nothing in the file
// tells who a patient is, not even to somebody who has a list of all numbers and not the key.
#pragma once

#include "eligibility/identity/tie_memory.hpp"
#include "hal/base/result.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace madoguchi::terminal {

// Used by one thread at a time; programs of one machine may share a file.
class TieStore {
public:
    // The credential of systemd's that holds the key; without it, `<database>.key`.
    static constexpr std::string_view credential = "madoguchi-ties.key";

    // Makes the file (mode 0600). A damaged one is moved aside and a new one begun.
    // Errors: StorageFailed (also: made by a newer version, key unusable).
    [[nodiscard]] static Result<TieStore> open(const std::filesystem::path& database,
                                               int busy_timeout_ms = 2000);
    ~TieStore();
    TieStore(const TieStore&) = delete;
    TieStore& operator=(const TieStore&) = delete;
    TieStore(TieStore&& other) noexcept;
    TieStore& operator=(TieStore&& other) noexcept;

    // Where a damaged file is now; empty: there was none.
    [[nodiscard]] const std::filesystem::path& moved_aside() const noexcept;

    // The first 64 bits of HMAC-SHA-256 under the key.
    [[nodiscard]] eligibility::identity::Mark mark_of(std::string_view text) const;
    // Errors: StorageFailed.
    [[nodiscard]] Result<std::optional<eligibility::identity::Tie>>
    find(eligibility::identity::TieKind kind, eligibility::identity::Mark of) const;
    // All or none; met on that day. Errors: StorageFailed.
    [[nodiscard]] Result<void> keep(const std::vector<eligibility::identity::Tie>& ties,
                                    std::chrono::sys_days day);

    // Only those met between the two days stay, and of them the `most` that were met last.
    // How many left the file. Errors: StorageFailed.
    [[nodiscard]] Result<std::size_t> forget(std::chrono::sys_days oldest,
                                             std::chrono::sys_days today, std::size_t most);

private:
    struct Storage;
    explicit TieStore(std::unique_ptr<Storage> storage);

    std::unique_ptr<Storage> storage_;
};

} // namespace madoguchi::terminal
