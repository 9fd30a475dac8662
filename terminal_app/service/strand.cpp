#include "terminal_app/service/strand.hpp"

#include <algorithm>

namespace madoguchi::terminal {

void StrandTimer::begin(MonotonicTime now) {
    *this = StrandTimer();
    began_at_ = now;
}

void StrandTimer::add(const StrandWork& work) {
    Sum& sum = sums_.at(static_cast<std::size_t>(work.strand));
    sum.start = std::min(sum.start, work.from);
    sum.end = std::max(sum.end, work.until);
    sum.busy += work.until - work.from;
}

std::vector<StrandTime> StrandTimer::strands() const {
    using std::chrono::duration_cast;
    using std::chrono::milliseconds;
    std::vector<StrandTime> times;
    for (std::size_t i = 0; i < strand_count; ++i) {
        const Sum& sum = sums_.at(i);
        if (sum.start <= sum.end) {
            times.push_back({static_cast<Strand>(i),
                             duration_cast<milliseconds>(sum.start - began_at_),
                             duration_cast<milliseconds>(sum.end - began_at_),
                             duration_cast<milliseconds>(sum.busy)});
        }
    }
    return times;
}

} // namespace madoguchi::terminal
