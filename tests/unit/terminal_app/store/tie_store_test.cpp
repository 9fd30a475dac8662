#include "terminal_app/store/tie_store.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/terminal_app/store/later_samples.hpp"

#include <fstream>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace madoguchi::test;
using eligibility::identity::Mark;
using eligibility::identity::Tie;
using eligibility::identity::TieKind;
using std::chrono::days;

namespace {

constexpr std::chrono::sys_days today{days(20'777)};
constexpr Mark largest = ~Mark{0};

struct File {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "ties.sqlite";

    [[nodiscard]] TieStore open() const { return require(TieStore::open(path)); }
    void exec(const char* statements) const {
        SQLite::Database(path.string(), SQLite::OPEN_READWRITE, 1000).exec(statements);
    }
};

bool has(const TieStore& store, Mark of) {
    return require(store.find(TieKind::RecordToCard, of)).has_value();
}

} // namespace

TEST_CASE("what was tied is found after a restart, the newest of each") {
    const File file;
    const Tie record{TieKind::RecordToCard, 1, largest, 3};
    const Tie chart{TieKind::ChartToCard, 1, 4, 5};
    REQUIRE(file.open().keep({record, chart}, today));
    REQUIRE(file.open().keep({{TieKind::ChartToCard, 1, 6, 5}}, today + days(1)));
    const TieStore store = file.open();
    CHECK(require(store.find(TieKind::RecordToCard, 1)) == record);
    CHECK(require(store.find(TieKind::ChartToCard, 1)) == Tie{TieKind::ChartToCard, 1, 6, 5});
    CHECK_FALSE(require(store.find(TieKind::ChartToAnswer, 1)).has_value());
    CHECK_FALSE(require(store.find(TieKind::ChartToCard, 2)).has_value());
}

TEST_CASE("a mark is the same after a restart, and another one under another key") {
    const File one;
    const File other;
    const Mark mark = one.open().mark_of("chart 318");
    CHECK(one.open().mark_of("chart 318") == mark);
    CHECK(one.open().mark_of("chart 319") != mark);
    CHECK(other.open().mark_of("chart 318") != mark);
}

TEST_CASE(
    "what was not met for too long, or on a day to come, is forgotten; so is what is too much") {
    const File file;
    TieStore store = file.open();
    const auto keep = [&](Mark of, std::chrono::sys_days day) {
        REQUIRE(store.keep({{TieKind::RecordToCard, of, 1, 1}}, day));
    };
    keep(1, today - days(401));
    keep(2, today - days(400));
    keep(3, today - days(1));
    keep(4, today);
    keep(5, today + days(1)); // the clock was wrong then
    SECTION("by age") {
        CHECK(require(store.forget(today - days(400), today, 10)) == 2);
        CHECK_FALSE(has(store, 1));
        CHECK((has(store, 2) && has(store, 3) && has(store, 4)));
        CHECK_FALSE(has(store, 5));
    }
    SECTION("by number, those met last stay") {
        CHECK(require(store.forget(today - days(400), today, 2)) == 3);
        CHECK_FALSE(has(store, 2));
        CHECK((has(store, 3) && has(store, 4)));
    }
    SECTION("what is met again is young again") {
        keep(1, today);
        CHECK(require(store.forget(today - days(400), today, 10)) == 1);
        CHECK(has(store, 1));
    }
}

TEST_CASE("a damaged store of ties is moved aside, and a new one begun under the same key") {
    const File file;
    const Mark mark = file.open().mark_of("chart 318");
    std::ofstream(file.path) << "this is no database at all, of that I am quite sure";
    TieStore store = file.open();
    CHECK(store.moved_aside() == file.path.string() + ".damaged-1");
    CHECK(store.mark_of("chart 318") == mark);
    CHECK(store.keep({{TieKind::RecordToCard, 1, 1, 1}}, today));
}

TEST_CASE("a store of ties that cannot be used is an error, and is left as it is") {
    const File file;
    REQUIRE(file.open().keep({{TieKind::RecordToCard, 1, 1, 1}}, today));
    SECTION("made by a newer version") {
        file.exec("PRAGMA user_version = 99");
        const auto store = TieStore::open(file.path);
        REQUIRE_FALSE(store.has_value());
        CHECK(store.error().text().find("newer version") != std::string_view::npos);
        file.exec("PRAGMA user_version = 1");
        CHECK(has(file.open(), 1));
    }
    SECTION("the key file is short") {
        std::ofstream(file.path.string() + ".key") << "short";
        CHECK_FALSE(TieStore::open(file.path).has_value());
    }
    SECTION("the folder is missing") {
        CHECK_FALSE(TieStore::open(file.folder.path() / "no" / "ties.sqlite").has_value());
    }
}

TEST_CASE("files of the store are readable by its user only") {
    using std::filesystem::perms;
    const File file;
    REQUIRE(file.open().keep({{TieKind::RecordToCard, 1, 1, 1}}, today));
    for (const auto& one : std::filesystem::directory_iterator(file.folder.path())) {
        CHECK(one.status().permissions() == (perms::owner_read | perms::owner_write));
    }
}
