#include "tests/support/temporary_folder.hpp"
#include "tests/unit/terminal_app/store/later_samples.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace madoguchi::test;
using std::chrono_literals::operator""min;

namespace {

struct File {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "later.sqlite";
    SetClock clock;

    void with_a_row() {
        require(open_later(path, clock).keep(later_question(1), "F-LINK-TIMEOUT"));
    }
    void exec(const char* statements) {
        SQLite::Database(path.string(), SQLite::OPEN_READWRITE, 1000).exec(statements);
    }
};

} // namespace

TEST_CASE("a list of the first version goes on") {
    File file;
    file.with_a_row();
    file.exec("ALTER TABLE later DROP COLUMN token; ALTER TABLE later DROP COLUMN rest_boot;"
              "ALTER TABLE later DROP COLUMN rest_until; PRAGMA user_version = 1");
    LaterList list = open_later(file.path, file.clock);
    CHECK(list.moved_aside().empty());
    const auto claim = require(list.claim(1min));
    REQUIRE(claim.has_value());
    CHECK(claim->question == later_question(1));
}

TEST_CASE("a list of a newer version is left as it is, with what to do about it") {
    File file;
    file.with_a_row();
    file.exec("PRAGMA user_version = 99");
    const auto list = LaterList::open(file.path, file.clock);
    REQUIRE_FALSE(list.has_value());
    CHECK(list.error().text().find("newer version") != std::string_view::npos);
    file.exec("PRAGMA user_version = 2");
    CHECK(require(open_later(file.path, file.clock).rows()).size() == 1);
}

TEST_CASE("a damaged list is moved aside as a whole, and a new one begun") {
    const auto damage = GENERATE(as<std::string>(), "random", "cut", "overwritten");
    INFO(damage);
    File file;
    file.with_a_row();
    if (damage == "random") {
        std::ofstream(file.path) << "this is no database at all, of that I am quite sure";
    } else if (damage == "cut") {
        std::filesystem::resize_file(file.path, 5000);
    } else {
        std::fstream middle(file.path, std::ios::in | std::ios::out | std::ios::binary);
        middle.seekp(4096);
        middle << std::string(4096, '\x5a');
    }
    LaterList list = open_later(file.path, file.clock);
    CHECK(list.moved_aside() == file.path.string() + ".damaged-1");
    CHECK(std::filesystem::exists(list.moved_aside()));
    CHECK(require(list.rows()).empty());
    CHECK(require(list.keep(later_question(1), "F-LINK-TIMEOUT")) == 1);
}

TEST_CASE("rows under another key are named and asked about by nobody") {
    File file;
    file.with_a_row();
    std::string old_key;
    {
        LaterList list = open_later(file.path, file.clock);
        CHECK(require(list.foreign_keys()).empty());
        old_key = require(list.rows()).front().key_id;
    }
    std::filesystem::remove(file.path.string() + ".key");
    LaterList list = open_later(file.path, file.clock);
    CHECK(require(list.foreign_keys()) == std::vector<std::string>{old_key});
    CHECK_FALSE(require(list.claim(1min)).has_value());
    CHECK_FALSE(list.question(1).has_value());
    CHECK(require(list.keep(later_question(1), "F-LINK-TIMEOUT")) == 2);
    CHECK(require(list.claim(1min))->number == 2);
}

TEST_CASE("the key comes from systemd's credentials where there are some") {
    File file;
    const TemporaryFolder credentials;
    std::ofstream(credentials.path() / LaterList::credential) << std::string(32, 'k');
    REQUIRE(::setenv("CREDENTIALS_DIRECTORY", credentials.path().c_str(), 1) == 0);
    file.with_a_row();
    CHECK_FALSE(std::filesystem::exists(file.path.string() + ".key"));
    CHECK(require(open_later(file.path, file.clock).question(1)) == later_question(1));
    REQUIRE(::unsetenv("CREDENTIALS_DIRECTORY") == 0);
}

TEST_CASE("a list that cannot be opened is an error that says why") {
    File file;
    SECTION("the folder is missing") {
        CHECK_FALSE(LaterList::open(file.folder.path() / "no" / "later.sqlite", file.clock));
    }
    SECTION("the path is a folder") {
        std::filesystem::create_directory(file.path);
        CHECK_FALSE(LaterList::open(file.path, file.clock));
    }
    SECTION("the key file is short") {
        std::ofstream(file.path.string() + ".key") << "short";
        const auto list = LaterList::open(file.path, file.clock);
        REQUIRE_FALSE(list.has_value());
        CHECK(list.error().text().find("32 bytes") != std::string_view::npos);
    }
}
