// Error rates of the check for living people, in the words of ISO/IEC 30107-3. There is no
// "accuracy": it would weigh attacks by how many of them somebody happened to try.
#pragma once

#include "face/evaluate/error_rates.hpp"
#include "face/liveness/liveness_verdict.hpp"

#include <string>

namespace madoguchi::face {

// Presentations of one kind: of living people, or of one species of attack.
class PresentationTally {
public:
    void add(const LivenessVerdict& verdict);

    // Taken for a living person.
    [[nodiscard]] Share taken_for_living() const noexcept { return {living_, presentations_}; }
    // Not taken for one: refused, or nothing could be said.
    [[nodiscard]] Share not_taken() const noexcept {
        return {presentations_ - living_, presentations_};
    }
    // Of these presentations, how many this test failed, and how many it could not judge.
    [[nodiscard]] std::uint64_t failed(LivenessTest test) const noexcept;
    [[nodiscard]] std::uint64_t not_judged(LivenessTest test) const noexcept;

private:
    std::uint64_t presentations_ = 0;
    std::uint64_t living_ = 0;
    std::array<std::uint64_t, liveness_test_count> failed_{};
    std::array<std::uint64_t, liveness_test_count> not_judged_{};
};

struct AttackSpecies {
    std::string name; // "print", "screen"
    PresentationTally tally;

    // APCER: attack presentations of this species that were taken for living people.
    [[nodiscard]] Share apcer() const noexcept { return tally.taken_for_living(); }
};

} // namespace madoguchi::face
