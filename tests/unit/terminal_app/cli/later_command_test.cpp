#include "terminal_app/cli/commands.hpp"
#include "tests/unit/terminal_app/cli/redirected.hpp"
#include "tests/unit/terminal_app/store/later_samples.hpp"

#include <nlohmann/json.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace madoguchi::test;

namespace {

struct Desk {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "later.sqlite";
    SetClock clock;
    LaterList list = open_later(path, clock);

    Said run(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "later");
        arguments.insert(arguments.end(), {"--database", path.string()});
        std::reverse(arguments.begin(), arguments.end()); // as CLI11 takes them
        return said_by("", [&] {
            CLI::App program;
            cli::add_later_command(program);
            try {
                program.parse(arguments);
            } catch (const CLI::RuntimeError& answer) {
                return answer.get_exit_code();
            } catch (const CLI::ParseError& wrong) {
                return 2;
            }
            return 0;
        });
    }
};

bool tells_who(const std::string& text) {
    return text.find("架空花子") != std::string::npos || text.find("K1001") != std::string::npos ||
           text.find("3456789") != std::string::npos;
}

} // namespace

TEST_CASE("the list is shown without anything of the patients, unless that is asked for") {
    Desk desk;
    CHECK(desk.run({"list"}).output == "nothing is to be confirmed later\n");
    require(desk.list.keep(later_question(1), "F-LINK-TIMEOUT"));
    const Said plain = desk.run({"list"});
    CHECK(plain.status == 0);
    CHECK(plain.output.find("F-LINK-TIMEOUT") != std::string::npos);
    CHECK_FALSE(tells_who(plain.output + plain.errors));
    CHECK_FALSE(tells_who(desk.run({"list", "--json"}).output));

    const auto row =
        nlohmann::json::parse(desk.run({"list", "--json", "--show-personal"}).output)["rows"].at(0);
    CHECK(row["state"] == "waiting");
    CHECK(row["personal"]["name"] == "架空花子");
    CHECK(row["personal"]["visit_day"] == "2026-11-20");
    CHECK(desk.run({"list", "--show-personal"}).output.find("K1001") != std::string::npos);
}

TEST_CASE("a row is closed by hand and asked about again; what cannot be is said with status 3") {
    Desk desk;
    require(desk.list.keep(later_question(1), "F-LINK-TIMEOUT"));
    CHECK(desk.run({"close", "1"}).status == 0);
    CHECK(require(desk.list.rows()).front().state == LaterState::GivenUp);
    CHECK(desk.run({"close", "1"}).status == 3);
    CHECK(desk.run({"retry", "1"}).status == 0);
    CHECK(require(desk.list.rows()).front().state == LaterState::Waiting);
    CHECK(desk.run({"close", "1", "--as", "confirmed"}).status == 0);
    CHECK(desk.run({"retry", "1"}).status == 3);
    CHECK(desk.run({"close", "1", "--as", "differs"}).status == 2);
}

TEST_CASE("another key than the rows' is named") {
    Desk desk;
    require(desk.list.keep(later_question(1), "F-LINK-TIMEOUT"));
    const std::string key = require(desk.list.rows()).front().key_id;
    std::filesystem::remove(desk.path.string() + ".key");
    const Said said = desk.run({"list", "--show-personal"});
    CHECK(said.status == 0);
    CHECK(said.errors.find(key) != std::string::npos);
    CHECK_FALSE(tells_who(said.output));
}

TEST_CASE("a path without a list is an error, and no list is made there") {
    Desk desk;
    desk.path = desk.folder.path() / "typing-error.sqlite";
    CHECK(desk.run({"list"}).status == 1);
    CHECK_FALSE(std::filesystem::exists(desk.path));
}
