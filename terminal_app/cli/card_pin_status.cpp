#include "jpki/reception/authenticate_with_pin.hpp"
#include "terminal_app/cli/card_access.hpp"
#include "terminal_app/cli/card_actions.hpp"
#include "terminal_app/cli/card_outcome.hpp"
#include "terminal_app/cli/card_report.hpp"

#include <fmt/format.h>

namespace madoguchi::cli {

namespace {

struct Counter {
    std::string_view id;
    std::string_view label;
    std::uint8_t tries_left;
};

Result<std::vector<Counter>> gather(hal::CardReaderDirectory& readers, const CardOptions& options) {
    const Deadline deadline = Deadline::after(std::chrono::seconds(20));
    const auto access = MADOGUCHI_TRY(CardAccess::open(readers, options, deadline));
    jpki::MynaCard& card = access->card();
    const auto authentication = MADOGUCHI_TRY(jpki::authentication_pin_counter(card, deadline));
    std::vector<Counter> counters{{"authentication_pin",
                                   "利用者証明用暗証番号 (authentication PIN)",
                                   authentication.tries_left().tries()}};
    if (card.profile().has_input_support) {
        auto application = MADOGUCHI_TRY(card.select_input_support(deadline));
        const auto pin = MADOGUCHI_TRY(application.pin_counter(deadline));
        const auto number_b = MADOGUCHI_TRY(application.number_b_counter(deadline));
        counters.push_back({"input_support_pin", "券面事項入力補助用暗証番号 (input-support PIN)",
                            pin.tries_left().tries()});
        counters.push_back({"input_support_number_b", "照合番号B, for the basic four items",
                            number_b.tries_left().tries()});
    }
    if (card.profile().has_surface) {
        auto application = MADOGUCHI_TRY(card.select_surface(deadline));
        const auto number_b = MADOGUCHI_TRY(application.number_b_counter(deadline));
        counters.push_back(
            {"surface_number_b", "照合番号B, for the card face", number_b.tries_left().tries()});
    }
    return counters;
}

void print_text(const std::vector<Counter>& counters) {
    fmt::print("Tries left (asking spends none)\n");
    for (const Counter& counter : counters) {
        const std::string tries = counter.tries_left == 0 ? "blocked: a municipal office can help"
                                                          : std::to_string(counter.tries_left);
        fmt::print("  {:>2}  {}\n", tries, counter.label);
    }
    fmt::print("The password of the signature key (署名用パスワード) is never touched by this "
               "program.\n");
}

} // namespace

int card_pin_status(hal::CardReaderDirectory& readers, const CardOptions& options) {
    const auto counters = gather(readers, options);
    if (!counters) {
        return report(counters.error(), options);
    }
    if (!options.json) {
        print_text(*counters);
        return exit_yes;
    }
    nlohmann::ordered_json json{{"outcome", "read"}, {"tries_left", nlohmann::json::object()}};
    for (const Counter& counter : *counters) {
        json["tries_left"][std::string(counter.id)] = counter.tries_left;
    }
    print_json(json);
    return exit_yes;
}

} // namespace madoguchi::cli
