#include "eligibility/identity/tie_memory.hpp"

namespace madoguchi::eligibility::identity {

// FNV-1a: keys of a table in memory, not secrets.
Mark TiesInMemory::mark_of(std::string_view text) const {
    constexpr Mark prime = 0x100000001b3;
    Mark mark = 0xcbf29ce484222325;
    for (const char part : text) {
        mark = (mark ^ static_cast<unsigned char>(part)) * prime;
    }
    return mark;
}

std::optional<Tie> TiesInMemory::find(TieKind kind, Mark of) {
    const auto known = ties_.find({kind, of});
    return known == ties_.end() ? std::nullopt : std::optional(known->second);
}

void TiesInMemory::keep(const std::vector<Tie>& ties) {
    for (const Tie& tie : ties) {
        const auto known = ties_.find({tie.kind, tie.of});
        if (known != ties_.end()) {
            known->second = tie;
        } else if (ties_.size() < limit_) {
            ties_.emplace(std::pair(tie.kind, tie.of), tie);
        }
    }
}

} // namespace madoguchi::eligibility::identity
