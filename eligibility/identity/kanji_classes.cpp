#include "eligibility/identity/comparison_tables.hpp"

namespace madoguchi::eligibility::identity {

void KanjiClasses::label(char32_t character, char32_t with) {
    if (character >= table_size) {
        outside_[character] = with;
        return;
    }
    if (table_.empty()) {
        table_.resize(table_size);
    }
    table_[character] = with;
}

char32_t KanjiClasses::representative(char32_t character) const noexcept {
    char32_t found = 0;
    if (character < table_size) {
        found = table_.empty() ? 0 : table_[character];
    } else if (const auto at = outside_.find(character); at != outside_.end()) {
        found = at->second;
    }
    return found == 0 ? character : found;
}

void KanjiClasses::join(std::u32string_view characters) {
    const char32_t kept = characters.empty() ? 0 : representative(characters.front());
    for (const char32_t character : characters) {
        const char32_t given_up = representative(character);
        if (given_up == kept && character != kept) {
            continue; // in this class already
        }
        std::u32string moved = members_[given_up];
        members_.erase(given_up);
        if (moved.empty()) {
            moved = character;
        }
        for (const char32_t member : moved) {
            label(member, kept);
        }
        members_[kept] += moved;
    }
}

} // namespace madoguchi::eligibility::identity
