// Whatever card lies there instead: each command names it by the code that the terminal shows.
#include "hw-sim/card/card_observations.hpp"
#include "terminal_app/cli/card_actions.hpp"
#include "tests/support/cards/simulated_card.hpp"
#include "tests/unit/terminal_app/cli/redirected.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::cli;

namespace {

struct Foreign {
    const char* kind; // of hw-sim
    const char* words;
    const char* reason;
};

constexpr std::array foreign_cards{
    Foreign{"driving-licence", "driving licence", "F-CARD-DRIVING-LICENCE"},
    Foreign{"residence-card", "residence card", "F-CARD-RESIDENCE"},
    Foreign{"passport", "passport", "F-CARD-PASSPORT"},
    Foreign{"credit-card", "credit or bank card", "F-CARD-CREDIT"},
    Foreign{"transit", "transit", "F-CARD-TRANSIT"},
    Foreign{"blank", "no other card this program knows", "F-CARD-UNSUITABLE"},
};

struct Command {
    const char* name;
    std::function<int(hal::CardReaderDirectory&, const std::filesystem::path& folder)> run;
};

template <typename SomeOptions>
SomeOptions as_json() {
    SomeOptions options;
    options.json = true;
    options.show_personal = true;
    return options;
}

const std::vector<Command>& commands() {
    using Folder = const std::filesystem::path&;
    static const std::vector<Command> all{
        {"pin-status",
         [](auto& readers, Folder) { return card_pin_status(readers, as_json<CardOptions>()); }},
        {"read", [](auto& readers, Folder) { return card_read(readers, as_json<CardOptions>()); }},
        {"verify",
         [](auto& readers, Folder) { return card_verify(readers, as_json<CardOptions>()); }},
        {"check",
         [](auto& readers, Folder) { return card_check(readers, as_json<CheckOptions>()); }},
        {"change-pin",
         [](auto& readers, Folder) {
             return card_change_pin(readers, as_json<ChangePinOptions>());
         }},
        {"export",
         [](auto& readers, Folder folder) {
             auto options = as_json<ExportOptions>();
             options.out = folder / "record.json";
             options.yes = true;
             return card_export(readers, options);
         }},
    };
    return all;
}

} // namespace

TEST_CASE("every command names another card by the terminal's code, and presents nothing to it") {
    const test::TemporaryFolder folder;
    for (const Foreign& foreign : foreign_cards) {
        for (const Command& command : commands()) {
            INFO(command.name << " on " << foreign.kind);
            const auto card = test::card_of("p02", foreign.kind);
            sim::InProcessReader reader;
            reader.insert(card);
            const test::Said said =
                test::said_by("", [&] { return command.run(reader, folder.path()); });
            CHECK(said.status == exit_failed);
            CHECK(said.output == std::string(R"({"outcome":"error","error":"CardUnsuitable",)") +
                                     R"("reason":")" + foreign.reason + "\"}\n");
            CHECK(said.errors.find(foreign.words) != std::string::npos);
            CHECK(said.errors.find(std::string("code: ") + foreign.reason) != std::string::npos);
            CHECK(card->observations().verified_with_data.empty());
        }
    }
}
