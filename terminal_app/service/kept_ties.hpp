// What earlier visits tied together, over restarts if the store works, and since the start of the
// program in any case: a store that fails never stops a reception.
#pragma once

#include "hal/base/clock.hpp"
#include "terminal_app/service/settled_clock.hpp"
#include "terminal_app/store/tie_store.hpp"

#include <chrono>
#include <optional>

namespace madoguchi::terminal {

// Used by one thread at a time.
class KeptTies final : public eligibility::identity::TieMemory {
public:
    using Mark = eligibility::identity::Mark;
    using Tie = eligibility::identity::Tie;
    using TieKind = eligibility::identity::TieKind;

    // store: nothing when it could not be opened. keep_for: since a tie was last met.
    KeptTies(std::optional<TieStore> store, std::chrono::days keep_for, const Clock& clock);

    [[nodiscard]] Mark mark_of(std::string_view text) const override;
    [[nodiscard]] std::optional<Tie> find(TieKind kind, Mark of) override;
    void keep(const std::vector<Tie>& ties) override;

    // Forgets what is too old, once an hour; to be called often.
    void tidy();

    // Whether what was kept last will be there after a restart.
    [[nodiscard]] bool is_durable() const noexcept { return is_durable_; }

private:
    void judge(const Result<void>& done);
    [[nodiscard]] std::chrono::sys_days today() const;

    std::optional<TieStore> store_;
    std::chrono::days keep_for_;
    const Clock& clock_;
    SettledClock settled_;
    std::optional<MonotonicTime> next_tidying_;
    eligibility::identity::TiesInMemory recent_; // since the start
    std::vector<Tie> unsaved_;                   // the next visit tries again
    bool is_durable_;
};

} // namespace madoguchi::terminal
