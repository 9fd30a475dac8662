#include "eligibility/identity/visit_ties.hpp"
#include "terminal_app/service/kept_ties.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/terminal_app/store/later_samples.hpp"

#include <fstream>
#include <iterator>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace madoguchi::test;
using namespace eligibility::identity;
using std::chrono::days;
using std::chrono_literals::operator""min;

namespace {

constexpr days kept_for{400};

struct Clinic {
    TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "ties.sqlite";
    SetClock clock;

    // As after each start of the program.
    [[nodiscard]] std::vector<MislinkSignal> note(const Encounter& encounter) const {
        KeptTies ties(require(TieStore::open(file)), kept_for, clock);
        return note_visit(encounter, ties);
    }
    void exec(const char* statements) const {
        SQLite::Database(file.string(), SQLite::OPEN_READWRITE, 1000).exec(statements);
    }
};

Encounter visit(Mark card_key = 1) {
    Encounter encounter;
    encounter.card.name = "架空　花子";
    encounter.card.birth_date =
        CivilDate(std::chrono::year(1984), std::chrono::February, std::chrono::day(29));
    encounter.card.address = "架空県見本市例町２－１－２";
    encounter.card_key = card_key;
    encounter.answer = encounter.card;
    encounter.insurance = {"06999007", "見本７", "40217788", "02"};
    encounter.chart = "K1001";
    return encounter;
}

Encounter others_visit() {
    Encounter encounter = visit(2);
    encounter.card.name = encounter.answer.name = "見本　太郎";
    return encounter;
}

const std::vector two_cards{MislinkSignal::OneRecordTwoCards, MislinkSignal::OneChartTwoCards};

} // namespace

TEST_CASE("a second person's card is noticed after a restart") {
    const Clinic clinic;
    CHECK(clinic.note(visit()).empty());
    CHECK(clinic.note(visit()).empty());
    CHECK(clinic.note(others_visit()) == two_cards);
}

TEST_CASE("a renewed card takes the place of the one before, over restarts") {
    const Clinic clinic;
    CHECK(clinic.note(visit(1)).empty());
    CHECK(clinic.note(visit(3)).empty());
    Encounter moved = visit(3);
    moved.card.address = "別県別市別町9";
    CHECK(clinic.note(moved).empty());
    CHECK(clinic.note(others_visit()) == two_cards);
}

TEST_CASE("insurer and name that both changed since an earlier day are noticed") {
    const Clinic clinic;
    CHECK(clinic.note(visit()).empty());
    Encounter later = visit();
    later.insurance = {"39999008", "", "1", "01"};
    later.answer.name = "見本　太郎";
    CHECK(clinic.note(later) == std::vector{MislinkSignal::InsurerAndNameChanged});
}

TEST_CASE("another terminal's key, or a lost one, makes earlier visits unknown and nothing else") {
    const Clinic clinic;
    CHECK(clinic.note(visit()).empty());
    std::filesystem::remove(clinic.file.string() + ".key");
    CHECK(clinic.note(others_visit()).empty());
    CHECK(clinic.note(visit()) == two_cards);
}

TEST_CASE("a store that fails is told, and what happened since the start is still noticed") {
    Clinic clinic;
    KeptTies ties(require(TieStore::open(clinic.file)), kept_for, clinic.clock);
    CHECK(ties.is_durable());
    CHECK(note_visit(visit(), ties).empty());
    clinic.exec("ALTER TABLE ties RENAME TO hidden");
    CHECK(note_visit(others_visit(), ties) == two_cards);
    CHECK_FALSE(ties.is_durable());
    Encounter third = others_visit();
    third.insurance.number = "5000";
    third.chart = "K1003";
    CHECK(note_visit(third, ties).empty());
    CHECK_FALSE(ties.is_durable());
    SECTION("what it could not take, it is given when it works again") {
        clinic.exec("ALTER TABLE hidden RENAME TO ties");
        CHECK(note_visit(visit(), ties).empty());
        CHECK(ties.is_durable());
        third.card_key = 9;
        third.card.name = "別人";
        CHECK(clinic.note(third) == two_cards);
    }
}

TEST_CASE("without a store mis-links are noticed since the start, and it is said") {
    const Clinic clinic;
    KeptTies ties(std::nullopt, kept_for, clinic.clock);
    CHECK_FALSE(ties.is_durable());
    CHECK(note_visit(visit(), ties).empty());
    CHECK(note_visit(others_visit(), ties) == two_cards);
    ties.tidy();
    CHECK_FALSE(ties.is_durable());
}

TEST_CASE("visits are forgotten after their time, once the date is sure") {
    Clinic clinic;
    CHECK(clinic.note(visit()).empty());
    clinic.clock.pass(kept_for + days(1));
    KeptTies ties(require(TieStore::open(clinic.file)), kept_for, clinic.clock);
    ties.tidy(); // the clock may be wrong yet
    CHECK(note_visit(others_visit(), ties) == two_cards);
    clinic.clock.pass(11min);
    ties.tidy();
    CHECK(note_visit(others_visit(), ties).empty());
}

TEST_CASE("nothing of a patient is in the files of the store") {
    const Clinic clinic;
    CHECK(clinic.note(visit()).empty());
    CHECK(clinic.note(others_visit()) == two_cards);
    for (const auto& one : std::filesystem::directory_iterator(clinic.folder.path())) {
        std::ifstream file(one.path(), std::ios::binary);
        const std::string content{std::istreambuf_iterator<char>(file), {}};
        for (const char* trace :
             {"花子", "太郎", "例町", "1984", "06999007", "見本７", "40217788", "K1001"}) {
            INFO(one.path().filename() << " " << trace);
            CHECK(content.find(trace) == std::string::npos);
        }
    }
}
