#include "drivers/pcsc/reader_names.hpp"
#include "tests/unit/drivers/pcsc/fixture.hpp"

using namespace madoguchi;
using namespace madoguchi::test;
using namespace std::string_literals;
using drivers::displayable;
using drivers::parse_reader_names;

namespace {

std::vector<std::string> shown(const std::string& multi_string) {
    std::vector<std::string> names;
    for (const auto& name : parse_reader_names(multi_string)) {
        names.push_back(name.shown);
    }
    return names;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("A list of reader names is read however irregular it is") {
    CHECK(shown("A\0B\0\0"s) == Names{"A", "B"});
    CHECK(shown(""s).empty());
    CHECK(shown("\0"s).empty());
    CHECK(shown("\0A\0\0"s).empty()); // an empty name ends the list
    CHECK(shown("A\0B\0"s) == Names{"A", "B"});
    CHECK(shown("A\0B"s) == Names{"A", "B"}); // no NUL at the end at all
    CHECK(shown("A\0\0B\0\0"s) == Names{"A"});
    CHECK(shown("A\0A\0A\0\0"s) == Names{"A", "A (2)", "A (3)"});
    CHECK(shown("A\x01\0A\x02\0\0"s) == Names{"A?", "A? (2)"});
}

TEST_CASE("No more readers are taken than PC/SC can watch at once") {
    std::string list;
    for (int i = 0; i < 1000; ++i) {
        list += std::to_string(i) + '\0';
    }
    CHECK(shown(list).size() == 15);
}

TEST_CASE("A reader name is made fit for display") {
    CHECK(displayable("SONY FeliCa RC-S380/P") == "SONY FeliCa RC-S380/P");
    CHECK(displayable("カードリーダー") == "カードリーダー");
    CHECK(displayable("a\n\x1B[2J\x7F") == "a??[2J?");
    CHECK(displayable("\xC2\x85") == "?");            // C1 control
    CHECK(displayable("\xFF\xC0\x80") == "???");      // no UTF-8 at all
    CHECK(displayable("\xE3\x82") == "??");           // ends inside a character
    CHECK(displayable("\xED\xA0\x80") == "???");      // surrogate
    CHECK(displayable("\xF4\x90\x80\x80") == "????"); // beyond Unicode
    CHECK(displayable(std::string(10'240, 'x')).size() == 128);
    std::string long_name(127, 'x');
    long_name.append("窓");
    CHECK(displayable(long_name) == std::string(127, 'x'));
}

TEST_CASE("A reader is opened by its shown name and connected by its true one") {
    FakePcsc pcsc;
    pcsc.add_reader("bad\xFFname");
    pcsc.insert("bad\xFFname", card_that_answers(hex("9000")));
    drivers::PcscReaderDirectory directory({}, pcsc.table());
    const auto readers = directory.list();
    REQUIRE(readers);
    REQUIRE(readers->size() == 1);
    CHECK(readers->front().name == "bad?name");
    auto reader = directory.open("bad?name");
    REQUIRE(reader);
    CHECK((*reader)->begin(soon()));
}

TEST_CASE("A list of readers with a false length is refused or cut, never over-read") {
    FakePcsc pcsc;
    drivers::PcscReaderDirectory directory({}, pcsc.table());
    SECTION("a length beyond all reason") {
        pcsc.list_exactly({'A', '\0', '\0'}, 100'000'000);
        const auto readers = directory.list();
        REQUIRE_FALSE(readers);
        CHECK(readers.error().code() == ErrorCode::TransportFailed);
    }
    SECTION("a length shorter than the names") {
        pcsc.list_exactly({'A', 'B', '\0', '\0'}, 1);
        const auto readers = directory.list();
        REQUIRE(readers);
        REQUIRE(readers->size() == 1);
        CHECK(readers->front().name == "A");
    }
    SECTION("no names and no length") {
        pcsc.list_exactly({}, 0);
        const auto readers = directory.list();
        REQUIRE(readers);
        CHECK(readers->empty());
    }
    SECTION("a list that grows between its length and its reading, once") {
        pcsc.add_reader("A");
        int calls = 0;
        pcsc.before(ScardFunction::ListReaders, [&] {
            if (++calls == 2) {
                pcsc.fail(drivers::ScardCode::InsufficientBuffer, ScardFunction::ListReaders, 1);
            }
        });
        CHECK(directory.list());
    }
    SECTION("a list that grows for ever") {
        pcsc.fail(drivers::ScardCode::InsufficientBuffer, ScardFunction::ListReaders);
        CHECK_FALSE(directory.list());
        CHECK(pcsc.calls(ScardFunction::ListReaders) == 3);
    }
}
