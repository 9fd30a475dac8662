// The list of later confirmations as the staff page gets it (docs/terminal-api.md).
#pragma once

#include "hal/base/secret.hpp"
#include "terminal_app/server/action_reader.hpp"
#include "terminal_app/store/later_list.hpp"

#include <string>

namespace madoguchi::terminal {

// Errors: StorageFailed.
[[nodiscard]] Result<std::string> later_json(const LaterList& list);

struct LaterAction {
    std::int64_t number = 0;
    std::optional<LaterState> close_as; // nothing: ask again
};

[[nodiscard]] tl::expected<LaterAction, ActionProblem> read_later_action(const SecretBytes& body);

// False: the row is not there, or not in a state for it. Errors: StorageFailed.
[[nodiscard]] Result<bool> perform(LaterList& list, const LaterAction& action);

} // namespace madoguchi::terminal
