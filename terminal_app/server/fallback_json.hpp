// The staff's fallback desk as JSON (docs/terminal-api.md). Holds personal data: for the staff page
// alone, while a visit is at hand.
#pragma once

#include "hal/base/secret.hpp"
#include "terminal_app/server/action_reader.hpp"
#include "terminal_app/service/fallback_desk.hpp"

#include <string>
#include <variant>

namespace madoguchi::terminal {

struct CloseFallback {};
using FallbackAction = std::variant<FallbackOpening, FallbackUse, CloseFallback>;

[[nodiscard]] std::string fallback_json(const std::optional<FallbackView>& view);
[[nodiscard]] std::string paper_check_json(const PaperCheck& check);

[[nodiscard]] tl::expected<FallbackAction, ActionProblem>
read_fallback_action(const SecretBytes& body);
[[nodiscard]] tl::expected<eligibility::CertificateEntry, ActionProblem>
read_paper(const SecretBytes& body);

// Nothing: it is done.
[[nodiscard]] std::optional<FallbackRefusal> perform(FallbackDesk& desk, FallbackAction action);

} // namespace madoguchi::terminal
