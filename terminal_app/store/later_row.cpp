#include "terminal_app/store/later_row.hpp"

#include <algorithm>

namespace madoguchi::terminal {

std::string_view name_of(LaterState state) noexcept {
    constexpr std::array<std::string_view, all_later_states.size()> names{
        "waiting", "asked", "confirmed", "differs", "needs-staff", "given-up"};
    return names[static_cast<std::size_t>(state)];
}

std::optional<LaterState> later_state_named(std::string_view name) noexcept {
    const auto* const found = std::ranges::find_if(
        all_later_states, [&](LaterState state) { return name_of(state) == name; });
    return found == all_later_states.end() ? std::nullopt : std::optional(*found);
}

} // namespace madoguchi::terminal
