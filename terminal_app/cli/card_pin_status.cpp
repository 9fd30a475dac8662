#include "terminal_app/cli/card_access.hpp"
#include "terminal_app/cli/card_actions.hpp"
#include "terminal_app/cli/card_counters.hpp"
#include "terminal_app/cli/card_outcome.hpp"
#include "terminal_app/cli/card_report.hpp"

#include <fmt/format.h>

namespace madoguchi::cli {

namespace {

using Outcome = std::variant<std::vector<NumberCounter>, jpki::ForeignCard>;

Result<Outcome> gather(hal::CardReaderDirectory& readers, const CardOptions& options) {
    const Deadline deadline = Deadline::after(std::chrono::seconds(20));
    const auto access = MADOGUCHI_TRY(CardAccess::open(readers, options, deadline));
    if (const auto foreign = access->foreign_card()) {
        return *foreign;
    }
    return MADOGUCHI_TRY(read_counters(access->card(), deadline));
}

void print_text(const std::vector<NumberCounter>& counters) {
    fmt::print("Tries left (asking spends none)\n");
    for (const NumberCounter& counter : counters) {
        fmt::print("  {}\n", to_line(counter));
    }
    fmt::print("The password of the signature key (署名用パスワード) is never touched by this "
               "program.\n");
}

struct Printer {
    const CardOptions& options;

    int operator()(const std::vector<NumberCounter>& counters) const {
        if (options.json) {
            print_json({{"outcome", "read"}, {"tries_left", to_json(counters)}});
        } else {
            print_text(counters);
        }
        return exit_yes;
    }
    int operator()(jpki::ForeignCard foreign) const { return report(foreign, options); }
};

} // namespace

int card_pin_status(hal::CardReaderDirectory& readers, const CardOptions& options) {
    const auto outcome = gather(readers, options);
    return outcome ? std::visit(Printer{options}, *outcome) : report(outcome.error(), options);
}

} // namespace madoguchi::cli
