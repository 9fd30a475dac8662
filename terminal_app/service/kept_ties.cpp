#include "terminal_app/service/kept_ties.hpp"

#include "hal/base/log.hpp"

namespace madoguchi::terminal {

namespace {

using std::chrono_literals::operator""h;

constexpr auto between_tidyings = 1h;
constexpr std::size_t most_ties = 600'000; // three a patient; some 30 MB
constexpr std::size_t most_unsaved = 10'000;

} // namespace

KeptTies::KeptTies(std::optional<TieStore> store, std::chrono::days keep_for, const Clock& clock)
    : store_(std::move(store)), keep_for_(keep_for), clock_(clock), settled_(clock),
      is_durable_(store_.has_value()) {
}

KeptTies::Mark KeptTies::mark_of(std::string_view text) const {
    return store_ ? store_->mark_of(text) : recent_.mark_of(text);
}

std::optional<KeptTies::Tie> KeptTies::find(TieKind kind, Mark of) {
    if (store_) {
        const auto found = store_->find(kind, of);
        judge(found.map([](const auto& /*tie*/) {}));
        if (found && *found) {
            return *found;
        }
    }
    return recent_.find(kind, of);
}

void KeptTies::keep(const std::vector<Tie>& ties) {
    recent_.keep(ties);
    if (!store_) {
        return;
    }
    if (unsaved_.size() < most_unsaved) {
        unsaved_.insert(unsaved_.end(), ties.begin(), ties.end());
    }
    const auto kept = store_->keep(unsaved_, today());
    judge(kept);
    if (kept) {
        unsaved_.clear();
    }
}

void KeptTies::tidy() {
    const MonotonicTime now = clock_.monotonic_now();
    if (!store_ || !settled_.is_settled() || (next_tidying_ && now < *next_tidying_)) {
        return;
    }
    next_tidying_ = now + between_tidyings;
    judge(
        store_->forget(today() - keep_for_, today(), most_ties).map([](std::size_t /*count*/) {}));
}

void KeptTies::judge(const Result<void>& done) {
    is_durable_ = done.has_value();
    if (!done) {
        log::write_error(log::Level::Error, "ties_unusable", done.error());
    }
}

std::chrono::sys_days KeptTies::today() const {
    return date_in_japan(clock_.civil_now());
}

} // namespace madoguchi::terminal
