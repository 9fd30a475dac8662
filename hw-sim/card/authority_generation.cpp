#include "hw-sim/card/authority_generation.hpp"

#include "hal/base/contract.hpp"

#include <algorithm>

namespace madoguchi::sim {

const std::array<AuthorityGeneration, 3>& authority_generations() {
    using namespace std::chrono_literals;
    static constexpr std::array<AuthorityGeneration, 3> generations{{
        {"2015", 2015y / 10 / 20, 2025y / 10 / 19, 1},
        {"2019", 2019y / 9 / 14, 2029y / 9 / 14, 3},
        {"2023", 2023y / 7 / 16, 2033y / 7 / 15, 5},
    }};
    return generations;
}

const AuthorityGeneration& newest_authority_generation() {
    return authority_generations().back();
}

const AuthorityGeneration& authority_generation_on(CivilDate day) {
    const auto& all = authority_generations();
    const auto newest =
        std::find_if(all.rbegin(), all.rend(), [day](const AuthorityGeneration& generation) {
            return generation.first_day <= day;
        });
    MADOGUCHI_EXPECTS(newest != all.rend());
    return *newest;
}

const AuthorityGeneration& provisional_authority_generation() {
    using namespace std::chrono_literals;
    constexpr int years = 10; // the final report on the next card
    static constexpr AuthorityGeneration generation{
        "2026", 2026y / 1 / 1, 2045y / 12 / 31, 7, KeyAlgorithm::EcdsaP384, years};
    return generation;
}

} // namespace madoguchi::sim
