// The list of visits that are to be confirmed later (後日確認): what could not be checked at the
// desk, kept until an answer or a person settles it. SQLite, WAL, every change on disk when a call
// returns. Source: requirements D4.
#pragma once

#include "hal/base/result.hpp"
#include "terminal_app/store/later_question.hpp"
#include "terminal_app/store/later_row.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace madoguchi::terminal {

struct LaterListOptions {
    // Tells one start of the machine from another: rests are measured on its monotonic clock,
    // which no change of the date moves. Empty: the system's own.
    std::string boot;
    int busy_timeout_ms = 2000;
};

// A row that this program, and no other, may ask about until the lease is over.
struct LaterClaim {
    std::int64_t number = 0;
    std::string token;
    std::uint32_t asks = 0;
    CivilTime created_at{};
    LaterQuestion question;
};

// What became of a claimed row.
struct LaterSettlement {
    LaterState state = LaterState::Asked;
    std::string reason;               // a code of ours, never input
    bool was_asked = true;            // false: the question never left
    std::chrono::milliseconds rest{}; // of an open row, until it may be claimed again
};

// Callable from any thread; programs share one file.
class LaterList {
public:
    // The credential of systemd's that holds the key; without it, `<database>.key`.
    static constexpr std::string_view credential = "madoguchi-later.key";

    // Makes the file (mode 0600) or brings an older one up to this version. A damaged one is moved
    // aside (was_moved_aside) and a new one begun. The clock outlives the list.
    // Errors: StorageFailed (also: made by a newer version, key unusable).
    [[nodiscard]] static Result<LaterList> open(const std::filesystem::path& database,
                                                const Clock& clock, LaterListOptions options = {});
    ~LaterList();
    LaterList(const LaterList&) = delete;
    LaterList& operator=(const LaterList&) = delete;
    LaterList(LaterList&& other) noexcept;
    LaterList& operator=(LaterList&& other) noexcept;

    // Where a damaged file is now; empty: there was none.
    [[nodiscard]] const std::filesystem::path& moved_aside() const noexcept;
    // Ids of keys other than ours under which rows are sealed: nobody here can ask about those.
    [[nodiscard]] Result<std::vector<std::string>> foreign_keys() const;

    // On disk when this returns. The same visit twice is one row, whose number comes back.
    // reason: a code of ours. Errors: StorageFailed.
    [[nodiscard]] Result<std::int64_t> keep(const LaterQuestion& question,
                                            const std::string& reason);

    // The open row that was touched longest ago and does not rest; nothing when there is none. One
    // whose content does not open goes to staff. Errors: StorageFailed.
    [[nodiscard]] Result<std::optional<LaterClaim>> claim(std::chrono::milliseconds lease);
    // False: the lease was over and the row is another's, or staff settled it. What is confirmed
    // loses its personal data. Errors: StorageFailed.
    [[nodiscard]] Result<bool> settle(const LaterClaim& claim, const LaterSettlement& settlement);

    // Oldest first. Errors: StorageFailed.
    [[nodiscard]] Result<std::vector<LaterRow>> rows() const;
    [[nodiscard]] Result<LaterCounts> counts() const;
    // Personal data. Nothing for a number that is not there or was confirmed.
    // Errors: StorageFailed (also: sealed under another key).
    [[nodiscard]] Result<std::optional<LaterQuestion>> question(std::int64_t number) const;

    // By staff: asked again at once, as if new. False: there is no such row, or its personal data
    // is gone. Errors: StorageFailed.
    [[nodiscard]] Result<bool> retry(std::int64_t number);
    // By staff: Confirmed or GivenUp. False: there is no such row, or it is closed.
    [[nodiscard]] Result<bool> close(std::int64_t number, LaterState as);

    // Rows kept before that moment and still open are given up. How many. Errors: StorageFailed.
    [[nodiscard]] Result<std::size_t> give_up_older_than(CivilTime moment);
    // Rows closed before that moment leave the file. How many. Errors: StorageFailed.
    [[nodiscard]] Result<std::size_t> wipe_closed_before(CivilTime moment);

private:
    struct Storage;
    explicit LaterList(std::unique_ptr<Storage> storage);

    std::unique_ptr<Storage> storage_;
};

} // namespace madoguchi::terminal
