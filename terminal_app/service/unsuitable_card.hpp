// What to say when the wrong card lies on the reader.
#pragma once

#include "jpki/card/foreign_card.hpp"
#include "jpki/record/token_information.hpp"
#include "terminal_app/diagnostics/failure_reason.hpp"

namespace madoguchi::terminal {

[[nodiscard]] FailureReason reason_against(jpki::ForeignCardKind kind) noexcept;

// A token without card face, which nobody can be received with here.
[[nodiscard]] FailureReason reason_against(jpki::TokenKind kind) noexcept;

} // namespace madoguchi::terminal
