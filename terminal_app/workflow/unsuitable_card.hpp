// What to say when the wrong card lies on the reader, or one that is no longer good.
#pragma once

#include "jpki/card/foreign_card.hpp"
#include "jpki/record/token_information.hpp"
#include "jpki/trust/trust_verdict.hpp"
#include "terminal_app/diagnostics/failure_reason.hpp"

namespace madoguchi::terminal {

[[nodiscard]] FailureReason reason_against(jpki::ForeignCardKind kind) noexcept;

// A token without card face, which nobody can be received with here.
[[nodiscard]] FailureReason reason_against(jpki::TokenKind kind) noexcept;

// A card that is not trusted. Revoked or expired only where that alone failed: a forgery is never
// excused by its dates.
[[nodiscard]] FailureReason reason_against(const jpki::TrustVerdict& verdict) noexcept;

} // namespace madoguchi::terminal
