// How general tools make notations of one address equal: by replacing characters, without asking
// what a place or a name is. For comparison's sake alone.
#pragma once

#include "eligibility/model/basic_items.hpp"

namespace madoguchi::bench {

// All items equal after such a folding. What needs a dictionary of places (omitted prefectures,
// kana in place names) is left out, as such tools fetch theirs from the network.
[[nodiscard]] bool equal_after_textual_folding(const eligibility::BasicItems& left,
                                               const eligibility::BasicItems& right);

} // namespace madoguchi::bench
