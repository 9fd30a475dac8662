// Rules that hold between two days, in one table: what the law may change needs no new program.
// Sources: requirements B1, B2, C2, D7, D13, J5; eligibility interface notes, sections 4 and 7.
#pragma once

#include "hal/base/clock.hpp"
#include "hal/base/result.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace madoguchi {

enum class DatedRule : std::uint8_t {
#define DATED_RULE(enumerator, name, first_day, last_day, value) enumerator,
#include "hal/base/dated_rules.def"
#undef DATED_RULE
};

struct DatedRuleRow {
    DatedRule rule{};
    std::optional<CivilDate> first_day; // nothing: since ever
    std::optional<CivilDate> last_day;  // nothing: for ever; that day included
    int value = 0;                      // months, hours, years as the rule's name says; 1: it holds
};

class DatedRules {
public:
    // As compiled in (dated_rules.def).
    [[nodiscard]] static DatedRules built_in();

    // A table of one's own: one row a line, `name first last value`, separated by blanks, days as
    // YYYY-MM-DD or `-` for open, `#` begins a comment. The rows of a rule that it names replace
    // the built-in ones; other rules stay. Rows of one rule may follow each other in time.
    // Errors: ConfigInvalid (unknown name, no such day, days overlap or in the wrong order, value
    // not 0 to 999, more than 200 rows).
    [[nodiscard]] static Result<DatedRules> parse(std::string_view text);

    // The rule's value on a day in Japan; nothing where it does not hold.
    [[nodiscard]] std::optional<int> on(DatedRule rule, CivilDate day) const;

private:
    std::vector<DatedRuleRow> rows_;
};

// The process's table: built_in() until a program uses another one, which it does before it starts
// any thread.
void use_dated_rules(DatedRules rules);
[[nodiscard]] std::optional<int> rule_on(DatedRule rule, CivilDate day);

} // namespace madoguchi
