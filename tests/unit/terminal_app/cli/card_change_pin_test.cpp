#include "terminal_app/cli/card_actions.hpp"
#include "tests/support/cards/simulated_card.hpp"
#include "tests/unit/terminal_app/cli/redirected.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::cli;

namespace {

// The authentication PIN to 5807 on a card that leaves after so many exchanges.
test::Said change_on_card_that_leaves_after(std::size_t exchanges) {
    sim::InProcessReader reader;
    reader.insert(test::card_of("p02"));
    reader.remove_after(exchanges);
    ChangePinOptions options;
    options.json = true;
    options.which = jpki::ChangeablePin::Authentication;
    return test::said_by(test::persona("p02").pins.authentication + "\n5807\n5807\n",
                         [&] { return card_change_pin(reader, options); });
}

} // namespace

TEST_CASE("a card that leaves at any moment: the person is told which PIN is in force, or that "
          "nobody can know") {
    std::size_t uncertain = 0;
    for (std::size_t exchanges = 0;; ++exchanges) {
        REQUIRE(exchanges < 100);
        CAPTURE(exchanges);
        const test::Said said = change_on_card_that_leaves_after(exchanges);
        if (said.status == exit_yes) {
            CHECK(said.output == "{\"outcome\":\"changed\"}\n");
            break;
        }
        CHECK(said.status == exit_failed);
        if (said.output.find("\"uncertain\"") != std::string::npos) {
            ++uncertain;
            CHECK(said.errors.find("it is not known whether the PIN was changed") == 11);
            CHECK(said.errors.find("the old or the new number is in force") != std::string::npos);
        } else {
            CHECK(uncertain == 0);
            CHECK(said.errors.find("the PIN was not changed") == 11);
        }
    }
    CHECK(uncertain == 1);
}
