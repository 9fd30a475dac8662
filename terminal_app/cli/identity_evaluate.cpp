#include "eligibility/identity/evaluation.hpp"
#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/cli/identity_actions.hpp"

#include <fmt/format.h>

#include <fstream>

namespace madoguchi::cli {

namespace {

using namespace eligibility::identity;

constexpr std::array all_agreements{Agreement::Equal, Agreement::EqualByNotation,
                                    Agreement::EqualByVariant, Agreement::Unknown,
                                    Agreement::Different};
constexpr std::size_t longest_line = 64 * 1024;

struct Evaluation {
    ConfusionTable table;
    std::size_t cases = 0;
    std::size_t line = 0; // where reading stopped
};

void count(Evaluation& evaluation, const IdentityCase& one, const ComparisonTables& tables,
           bool show_wrong) {
    ++evaluation.cases;
    for (const bool reversed : {false, true}) {
        const ItemComparison found = compare_case(one, reversed, tables);
        evaluation.table.add(one.expected, found.agreement);
        if (show_wrong && found.agreement != one.expected) {
            fmt::print(stderr, "line {}{}: expected {}, found {} by {}: {} | {}\n", evaluation.line,
                       reversed ? " reversed" : "", name_of(one.expected), name_of(found.agreement),
                       name_of(found.rule), one.left, one.right);
        }
    }
}

Result<void> evaluate_lines(std::ifstream& file, Evaluation& evaluation,
                            const ComparisonTables& tables, bool show_wrong) {
    if (!file.is_open()) {
        return fail(ErrorCode::FileUnreadable, "the case file cannot be read; check its path");
    }
    for (std::string line; std::getline(file, line);) {
        ++evaluation.line;
        if (line.size() > longest_line) {
            return fail(ErrorCode::TooLarge, "a line is longer than 64 KiB");
        }
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        if (const auto one = MADOGUCHI_TRY(parse_identity_case(line))) {
            count(evaluation, *one, tables, show_wrong);
        }
    }
    return {};
}

double share_right(const ConfusionTable& table) {
    return table.total() == 0
               ? 0.0
               : static_cast<double>(table.right()) / static_cast<double>(table.total());
}

void print_json_report(const Evaluation& evaluation) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::object();
    for (const Agreement expected : all_agreements) {
        for (const Agreement found : all_agreements) {
            rows[std::string(name_of(expected))][std::string(name_of(found))] =
                evaluation.table.count(expected, found);
        }
    }
    print_json({{"cases", evaluation.cases},
                {"comparisons", evaluation.table.total()},
                {"right", evaluation.table.right()},
                {"share_right", share_right(evaluation.table)},
                {"wrongly_equal", evaluation.table.wrongly_equal()},
                {"expected", rows}});
}

void print_text_report(const Evaluation& evaluation) {
    fmt::print("{:20}", "expected \\ found");
    for (const Agreement found : all_agreements) {
        fmt::print("{:>19}", name_of(found));
    }
    fmt::print("\n");
    for (const Agreement expected : all_agreements) {
        fmt::print("{:20}", name_of(expected));
        for (const Agreement found : all_agreements) {
            fmt::print("{:19}", evaluation.table.count(expected, found));
        }
        fmt::print("\n");
    }
    fmt::print("{} cases, both ways round: {} of {} right ({:.2f} %), {} wrongly equal\n",
               evaluation.cases, evaluation.table.right(), evaluation.table.total(),
               100 * share_right(evaluation.table), evaluation.table.wrongly_equal());
}

} // namespace

int evaluate_identity(const IdentityOptions& options) {
    const ComparisonTables tables = tables_for(options.tables);
    std::ifstream file(options.left, std::ios::binary);
    Evaluation evaluation;
    const auto done = evaluate_lines(file, evaluation, tables, options.show_personal);
    if (!done) {
        const std::string where =
            evaluation.line == 0 ? "" : fmt::format("line {}: ", evaluation.line);
        fmt::print(stderr, "madoguchi identity evaluate: {}{}\n", where, done.error().text());
        return exit_failed;
    }
    options.json ? print_json_report(evaluation) : print_text_report(evaluation);
    return evaluation.table.wrongly_equal() == 0 ? exit_yes : exit_no;
}

} // namespace madoguchi::cli
