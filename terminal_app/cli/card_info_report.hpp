// How `madoguchi card info` shows what it found: as JSON (docs/command-line.md) and for people.
#pragma once

#include "jpki/card/myna_card.hpp"
#include "terminal_app/cli/card_counters.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace madoguchi::cli {

// Where it lies and how it answered.
struct CardPlace {
    std::string reader;
    std::string answer_to_reset;
    nlohmann::ordered_json conversation;
};

struct TokenInfo {
    jpki::TokenInformation token;
    jpki::CardSurvey survey;
    std::optional<jpki::ValidityPeriod> certificate; // a phone shows it after its PIN only
    std::optional<jpki::ValidityPeriod> authority;   // the card's own copy of its certificate
    std::optional<jpki::CommonCardRecord> record;
    std::vector<NumberCounter> counters;
};

[[nodiscard]] nlohmann::ordered_json to_json(const TokenInfo& info, const CardPlace& place,
                                             bool show_personal);
// `now` decides whether the certificate is still accepted.
[[nodiscard]] std::string to_text(const TokenInfo& info, const CardPlace& place, bool show_personal,
                                  CivilTime now);

[[nodiscard]] nlohmann::ordered_json to_json(jpki::ForeignCardKind kind, const CardPlace& place);
[[nodiscard]] std::string to_text(jpki::ForeignCardKind kind, const CardPlace& place);

} // namespace madoguchi::cli
