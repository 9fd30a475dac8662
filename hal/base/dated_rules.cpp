#include "hal/base/dated_rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace madoguchi {

namespace {

constexpr std::size_t most_rows = 200;
constexpr int largest_value = 999;

struct BuiltIn {
    std::string_view name;
    std::string_view first_day;
    std::string_view last_day;
    int value;
};

constexpr std::array table{
#define DATED_RULE(enumerator, name, first_day, last_day, value)                                   \
    BuiltIn{name, first_day, last_day, value},
#include "hal/base/dated_rules.def"
#undef DATED_RULE
};

std::optional<int> number_in(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value >= 0
               ? std::optional(value)
               : std::nullopt;
}

std::optional<CivilDate> day_in(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = number_in(text.substr(0, 4));
    const auto month = number_in(text.substr(5, 2));
    const auto day = number_in(text.substr(8));
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const CivilDate date{std::chrono::year(*year),
                         std::chrono::month(static_cast<unsigned>(*month)),
                         std::chrono::day(static_cast<unsigned>(*day))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

// Takes the first piece, up to that character, off the text.
std::string_view take(std::string_view& text, char end) {
    const std::size_t at = std::min(text.find(end), text.size());
    const std::string_view piece = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return piece;
}

std::vector<std::string_view> words_of(std::string_view line) {
    std::string_view content = take(line, '#');
    std::vector<std::string_view> words;
    while (!content.empty()) {
        if (const std::string_view word = take(content, ' '); !word.empty() && word != "\r") {
            words.push_back(word);
        }
    }
    return words;
}

Result<std::optional<CivilDate>> day_or_open(std::string_view word) {
    const auto day = day_in(word);
    if (!day && word != "-") {
        return fail(ErrorCode::ConfigInvalid,
                    "a day of the table of rules is neither YYYY-MM-DD nor -");
    }
    return day;
}

Result<DatedRuleRow> row_of(const std::vector<std::string_view>& words) {
    if (words.size() != 4) {
        return fail(ErrorCode::ConfigInvalid,
                    "a line of the table of rules is not: name first-day last-day value");
    }
    const auto* const known =
        std::ranges::find_if(table, [&](const BuiltIn& rule) { return rule.name == words[0]; });
    if (known == table.end()) {
        return fail(
            ErrorCode::ConfigInvalid,
            "the table of rules names a rule that does not exist; docs/dated-rules.md lists "
            "them");
    }
    const auto value = number_in(words[3]);
    if (!value || *value > largest_value) {
        return fail(ErrorCode::ConfigInvalid, "a value in the table of rules is not 0 to 999");
    }
    DatedRuleRow row{static_cast<DatedRule>(known - table.begin()),
                     MADOGUCHI_TRY(day_or_open(words[1])), MADOGUCHI_TRY(day_or_open(words[2])),
                     *value};
    if (row.first_day && row.last_day && *row.last_day < *row.first_day) {
        return fail(ErrorCode::ConfigInvalid, "a rule of the table ends before it begins");
    }
    return row;
}

bool overlap(const DatedRuleRow& a, const DatedRuleRow& b) {
    const auto begins_after = [](const DatedRuleRow& late, const DatedRuleRow& early) {
        return late.first_day && early.last_day && *late.first_day > *early.last_day;
    };
    return a.rule == b.rule && !begins_after(a, b) && !begins_after(b, a);
}

DatedRules& in_force() {
    static DatedRules rules = DatedRules::built_in();
    return rules;
}

} // namespace

DatedRules DatedRules::built_in() {
    DatedRules rules;
    for (std::size_t i = 0; i < table.size(); ++i) {
        rules.rows_.push_back({static_cast<DatedRule>(i), day_in(table.at(i).first_day),
                               day_in(table.at(i).last_day), table.at(i).value});
    }
    return rules;
}

Result<DatedRules> DatedRules::parse(std::string_view text) {
    std::vector<DatedRuleRow> own;
    while (!text.empty()) {
        const auto words = words_of(take(text, '\n'));
        if (words.empty()) {
            continue;
        }
        const DatedRuleRow row = MADOGUCHI_TRY(row_of(words));
        if (own.size() >= most_rows ||
            std::ranges::any_of(own, [&](const auto& other) { return overlap(row, other); })) {
            return fail(ErrorCode::ConfigInvalid,
                        "rows of one rule overlap in the table of rules, or it is too long");
        }
        own.push_back(row);
    }
    DatedRules rules = built_in();
    std::erase_if(rules.rows_, [&](const DatedRuleRow& row) {
        return std::ranges::any_of(own, [&](const auto& other) { return other.rule == row.rule; });
    });
    rules.rows_.insert(rules.rows_.end(), own.begin(), own.end());
    return rules;
}

std::optional<int> DatedRules::on(DatedRule rule, CivilDate day) const {
    const auto found = std::ranges::find_if(rows_, [&](const DatedRuleRow& row) {
        return row.rule == rule && (!row.first_day || *row.first_day <= day) &&
               (!row.last_day || day <= *row.last_day);
    });
    return found == rows_.end() ? std::nullopt : std::optional(found->value);
}

void use_dated_rules(DatedRules rules) {
    in_force() = std::move(rules);
}

std::optional<int> rule_on(DatedRule rule, CivilDate day) {
    return in_force().on(rule, day);
}

} // namespace madoguchi
