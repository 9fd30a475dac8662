#include "bench/face/timing.hpp"

#include "hal/base/contract.hpp"

#include <algorithm>

namespace madoguchi::bench {

namespace {

double milliseconds_of(const Work& work) {
    return timed([&] {
               work();
               return true;
           })
        .second;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

Timing summary_of(std::vector<double> milliseconds) {
    MADOGUCHI_EXPECTS(!milliseconds.empty());
    return {*std::min_element(milliseconds.begin(), milliseconds.end()), median(milliseconds)};
}

Timing time_of(int rounds, const Work& work) {
    MADOGUCHI_EXPECTS(rounds > 0);
    work();
    std::vector<double> values;
    for (int round = 0; round < rounds; ++round) {
        values.push_back(milliseconds_of(work));
    }
    return summary_of(std::move(values));
}

PairedTiming time_pair(int rounds, const Work& ours, const Work& bare) {
    MADOGUCHI_EXPECTS(rounds > 0);
    ours();
    bare();
    std::vector<double> of_ours;
    std::vector<double> of_bare;
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        of_ours.push_back(milliseconds_of(ours));
        of_bare.push_back(milliseconds_of(bare));
        ratios.push_back(of_ours.back() / of_bare.back());
    }
    return {summary_of(std::move(of_ours)), summary_of(std::move(of_bare)), median(ratios)};
}

} // namespace madoguchi::bench
