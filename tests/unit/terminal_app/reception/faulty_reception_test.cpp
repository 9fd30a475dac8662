// What goes wrong between card and reader, seen by the whole reception: a sample of the fault
// matrix (docs/faults.md), whose invariants have the same names there.
#include "tests/fault/command_kind.hpp"
#include "tests/unit/face/support/scripted_face.hpp"
#include "tests/unit/terminal_app/reception/reception_bench.hpp"
#include "tests/unit/terminal_app/reception/scripted_camera.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::test::BenchOptions;
using madoguchi::test::ReceptionBench;
using madoguchi::test::Scene;
using madoguchi::test::scripted_engine;
using madoguchi::test::ScriptedCamera;
using std::chrono_literals::operator""s;

namespace {

using Exchanges = std::vector<sim::ObservedExchange>;

// A reception in which one thing goes wrong, and how it ends. By PIN, 照合番号B comes first: it has
// the first counter and the first VERIFY, the PIN the others. By face and by sight it opens the
// card face first, and then the basic four items.
struct Case {
    std::string_view command; // its kind
    std::size_t which;        // of the commands of this kind, from 1
    std::string_view fault;
    std::string_view reason;
};

// A card that is slow or hangs is the matter of stuck_reader_test.cpp: it takes its time.
constexpr std::array cases_by_pin{
    // The card leaves, or another lies there: the patient is told to put it down again.
    Case{"select-application", 1, "removed-before", "F-CARD-REMOVED"},
    Case{"read-256-first", 1, "removed-during-not-executed", "F-CARD-REMOVED"},
    Case{"verify", 1, "removed-during-not-executed", "F-CARD-REMOVED"},
    Case{"verify", 1, "removed-during-executed", "F-CARD-REMOVED"},
    Case{"verify", 1, "swapped", "F-CARD-REMOVED"},
    Case{"select-application", 3, "removed-during-executed", "F-CARD-REMOVED"},
    Case{"verify", 2, "removed-before", "F-CARD-REMOVED"},
    Case{"verify", 2, "removed-during-executed", "F-CARD-REMOVED"},
    Case{"sign", 1, "removed-during-executed", "F-CARD-REMOVED"},

    // The card is reset or says nothing.
    Case{"select-application", 2, "reset", "F-CARD-UNREADABLE"},
    Case{"ask-counter", 1, "mute", "F-CARD-UNREADABLE"},
    Case{"verify", 2, "reset", "F-CARD-UNREADABLE"}, Case{"sign", 1, "mute", "F-CARD-UNREADABLE"},

    // It forgot its state, or is another one, and nobody says so.
    Case{"verify", 1, "reset-unnoticed", "F-CARD-UNEXPECTED"},
    Case{"verify", 2, "swapped-unnoticed", "F-CARD-UNEXPECTED"},
    Case{"sign", 1, "reset-unnoticed", "F-CARD-UNEXPECTED"},

    // An answer's length is wrong, or it has no end.
    Case{"read-256-first", 1, "over-long-answer", "F-CARD-UNEXPECTED"},
    Case{"verify", 1, "empty-answer", "F-CARD-UNEXPECTED"},
    Case{"read-extended-first", 1, "header-larger-than-memory", "F-CARD-UNEXPECTED"},
    Case{"read-extended-first", 2, "hostile-endless-more-data", "F-CARD-UNEXPECTED"},
    Case{"read-extended-first", 3, "hostile-length-beyond-memory", "F-CARD-UNEXPECTED"},
    Case{"verify", 2, "one-byte-answer", "F-CARD-UNEXPECTED"},
    Case{"sign", 1, "endless-more-data", "F-CARD-UNEXPECTED"},

    // Nothing that was read counts without its proof.
    Case{"sign-with-default-key", 1, "flipped-last-byte", "F-TRUST-FAILED"},
    Case{"sign", 1, "flipped-middle-byte", "F-TRUST-FAILED"},
    Case{"sign", 1, "half-answer", "F-TRUST-FAILED"},
    Case{"sign", 1, "success-without-data", "F-TRUST-FAILED"},

    // A counter that is not known, and numbers that are blocked or not taken.
    Case{"select-application", 4, "status-6A82", "F-CARD-UNSUITABLE"},
    Case{"ask-counter", 1, "status-6983", "F-NUMBER-BLOCKED"},
    Case{"ask-counter", 1, "status-6F00", "F-CARD-UNEXPECTED"}, // no way is left
    Case{"verify", 1, "status-6983", "F-NUMBER-BLOCKED"},
    Case{"ask-counter", 2, "status-6F00", "F-PIN-UNAVAILABLE"},
    Case{"ask-counter", 2, "status-63C0", "F-PIN-BLOCKED"},
    Case{"ask-counter", 3, "endless-more-data", "F-PIN-UNAVAILABLE"},
    Case{"ask-counter", 3, "status-6984", "F-PIN-BLOCKED"},
    Case{"verify", 2, "status-6983", "F-PIN-BLOCKED"},
    Case{"verify", 2, "status-6F00", "F-CARD-UNEXPECTED"},
    Case{"verify", 2, "success-without-data", "F-CARD-UNEXPECTED"}, // it was not executed
};

// By face and by sight the card is read alike; then the face is compared, or staff do it.
constexpr std::array cases_with_photo{
    Case{"select-application", 2, "removed-before", "F-CARD-REMOVED"},
    Case{"verify", 1, "removed-during-executed", "F-CARD-REMOVED"},
    Case{"read-extended-first", 3, "removed-during-executed", "F-CARD-REMOVED"},
    Case{"sign-with-default-key", 1, "removed-before", "F-CARD-REMOVED"},
    Case{"verify", 2, "swapped", "F-CARD-REMOVED"},
    Case{"sign-with-default-key", 2, "removed-during-executed", "F-CARD-REMOVED"},

    Case{"select-application", 2, "reset", "F-CARD-UNREADABLE"},
    Case{"read-extended-first", 3, "mute", "F-CARD-UNREADABLE"},
    Case{"verify", 2, "reset", "F-CARD-UNREADABLE"},

    Case{"verify", 1, "reset-unnoticed", "F-CARD-UNEXPECTED"},
    Case{"verify", 2, "swapped-unnoticed", "F-CARD-UNEXPECTED"},
    Case{"read-extended-first", 3, "reset-unnoticed", "F-CARD-UNEXPECTED"},

    Case{"read-extended-first", 3, "header-larger-than-memory", "F-CARD-UNEXPECTED"},
    Case{"read-extended-first", 2, "hostile-endless-more-data", "F-CARD-UNEXPECTED"},
    Case{"read-extended-first", 3, "hostile-data-without-end", "F-CARD-UNEXPECTED"},
    Case{"verify", 1, "empty-answer", "F-CARD-UNEXPECTED"},

    Case{"read-extended-first", 3, "flipped-middle-byte", "F-TRUST-FAILED"}, // in the photo
    Case{"sign-with-default-key", 1, "flipped-last-byte", "F-TRUST-FAILED"},
    Case{"sign-with-default-key", 2, "half-answer", "F-TRUST-FAILED"},

    Case{"ask-counter", 1, "status-6983", "F-NUMBER-BLOCKED"},
    Case{"ask-counter", 1, "status-6F00", "F-CARD-UNEXPECTED"},
    Case{"verify", 1, "status-6983", "F-NUMBER-BLOCKED"},
    Case{"verify", 2, "status-6984", "F-NUMBER-BLOCKED"},
    Case{"verify", 2, "success-without-data", "F-CARD-UNEXPECTED"}, // it was not executed
    Case{"verify", 2, "status-6F00", "F-CARD-UNEXPECTED"},
};

// What needs no number is read while the number is looked for; what fails there is done again when
// the number is there.
constexpr std::array cases_mended{
    Case{"select-application", 2, "status-6A82", {}},
    Case{"select-application", 3, "status-6F00", {}},
    Case{"sign-with-default-key", 1, "endless-more-data", {}},
    Case{"sign-with-default-key", 1, "status-6985", {}},
    Case{"sign-with-default-key", 2, "status-6F00", {}},
};

// Somebody stands before a camera, and networks that say what the test wants look at the picture.
struct FaceSight {
    Scene scene;
    ScriptedCamera camera{grey_picture()};

    static Frame grey_picture() {
        Frame picture;
        picture.width = 640;
        picture.height = 480;
        picture.pixels = Bytes(std::size_t{640} * 480 * 3, 0x80);
        return picture;
    }
    [[nodiscard]] BenchOptions options() {
        BenchOptions options;
        options.camera = &camera;
        options.face = [this] { return FaceSettings{scripted_engine(scene)}; };
        return options;
    }
};

HeadlessWishes wishes_for(Way way) {
    HeadlessWishes wishes;
    wishes.way = way;
    wishes.same_person = true;
    wishes.patience = 20s;
    return wishes;
}

template <typename Named>
const Named& named(std::span<const Named> all, std::string_view name) {
    const auto found = std::ranges::find(all, name, &Named::name);
    REQUIRE(found != all.end());
    return *found;
}

sim::FaultPlan plan_of(const Case& one, std::size_t exchange) {
    constexpr std::string_view hostile = "hostile-";
    if (one.fault.starts_with(hostile)) {
        const auto name = one.fault.substr(hostile.size());
        return {{}, {{exchange, named(sim::all_hostile_behaviours(), name).behaviour}}};
    }
    return {{{exchange, named(sim::all_faults(), one.fault).fault}}, {}};
}

Exchanges exchanges_of(Way way) {
    ReceptionBench bench;
    const HeadlessResult result =
        way == Way::Pin ? bench.receive_by_pin() : bench.receive(wishes_for(way));
    REQUIRE(result.outcome == "eligible");
    return bench.faults().observations().exchanges;
}

// Exchanges of a reception in which nothing goes wrong. What is read by face is read by sight too.
const Exchanges& honest_exchanges(Way way) {
    static const Exchanges by_pin = exchanges_of(Way::Pin);
    static const Exchanges with_photo = exchanges_of(Way::Visual);
    return way == Way::Pin ? by_pin : with_photo;
}

std::size_t place_of(const Case& one, const Exchanges& exchanges) {
    std::size_t left = one.which;
    const auto place = std::ranges::find_if(exchanges, [&](const auto& exchange) {
        return test::kind_of_command(exchange) == one.command && --left == 0;
    });
    REQUIRE(place != exchanges.end());
    return static_cast<std::size_t>(place - exchanges.begin());
}

// VERIFY commands that the patient's entries allow by then: what an honest reception has sent.
std::size_t numbers_given_by(std::size_t place, const Exchanges& exchanges) {
    return static_cast<std::size_t>(
        std::count_if(exchanges.begin(), exchanges.begin() + static_cast<std::ptrdiff_t>(place) + 1,
                      [](const auto& exchange) { return exchange.verifies_with_data(); }));
}

bool is_empty_folder(const std::filesystem::path& folder) {
    return std::filesystem::directory_iterator(folder) == std::filesystem::directory_iterator();
}

// I7 and I9: one reason, which is the expected one, and nothing that was read counts for anything.
void check_failure(ReceptionBench& bench, const HeadlessResult& result, const Case& one) {
    CHECK(result.outcome == "failed");
    REQUIRE(result.reason.has_value());
    CHECK(code_of(*result.reason) == one.reason);
    CHECK(bench.desk().photo() == nullptr);
    CHECK(is_empty_folder(bench.folder() / "hand-over"));
    const auto rows = bench.journal_of(1);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].failure == one.reason);
    CHECK(rows[0].outcome.empty());
    CHECK(rows[0].grade.empty());
    CHECK(rows[0].certificate.empty());
}

// Such a fault is noticed by the checks alone, which are made once everything has been read, or it
// befell what is read ahead of the number, and is noticed with the number.
bool is_noticed_late(const Case& one, std::size_t place, const Exchanges& honest) {
    const bool is_ahead =
        (one.command == "read-extended-first" || one.command == "sign-with-default-key") &&
        numbers_given_by(place, honest) == 0;
    return is_ahead || one.fault.starts_with("flipped");
}

// I4: no number was sent more often than it was given, executed or not, by whichever card.
void check_commands(ReceptionBench& bench, const Case& one, std::size_t place,
                    const Exchanges& honest) {
    const sim::FaultObservations seen = bench.faults().observations();
    CHECK(seen.all_happened);
    const std::size_t last = is_noticed_late(one, place, honest) ? honest.size() - 1 : place;
    CHECK(seen.verifies() <= numbers_given_by(last, honest));
}

// I6: nobody has to help.
void check_next_patient(ReceptionBench& bench) {
    bench.take_card();
    // The card before is done with, so that no exchange of its end is taken for the next one's.
    REQUIRE(bench.readers().wait_until_powered_down(Deadline::after(5s)));
    bench.faults().plan({});
    bench.next_patient("p05");
    CHECK(bench.receive_by_pin().outcome == "eligible");
}

// I6, I7, I9 and I4 of one case.
void check(const Case& one, Way way, const BenchOptions& options) {
    INFO(name_of(way) << ": " << one.command << ' ' << one.which << ", " << one.fault);
    const Exchanges& honest = honest_exchanges(way);
    const std::size_t place = place_of(one, honest);
    ReceptionBench bench(options);
    if (way == Way::Face) {
        bench.wait_for(Part::Camera, Condition::Ok);
    }
    bench.faults().plan(plan_of(one, place));
    check_failure(bench, way == Way::Pin ? bench.receive_by_pin() : bench.receive(wishes_for(way)),
                  one);
    check_commands(bench, one, place, honest);
    check_next_patient(bench);
}

} // namespace

TEST_CASE("whatever goes wrong has one reason, shows nothing, and leaves the next patient alone") {
    for (const Case& one : cases_by_pin) {
        check(one, Way::Pin, {});
    }
}

TEST_CASE("by sight too: staff get no photo to compare with of a card that failed") {
    for (const Case& one : cases_with_photo) {
        check(one, Way::Visual, {});
    }
}

TEST_CASE("by face too: no face is compared with that of a card that failed") {
    for (const Case& one : cases_with_photo) {
        FaceSight sight;
        check(one, Way::Face, sight.options());
        CHECK(sight.scene.embedded <= 1); // the photo, prepared while the card was still read
    }
}

TEST_CASE("what fails while the number is looked for is done again, and the patient is received") {
    const Exchanges& honest = honest_exchanges(Way::Visual);
    for (const Case& one : cases_mended) {
        INFO(one.command << ' ' << one.which << ", " << one.fault);
        const std::size_t place = place_of(one, honest);
        REQUIRE(numbers_given_by(place, honest) == 0);
        ReceptionBench bench;
        bench.faults().plan(plan_of(one, place));
        CHECK(bench.receive(wishes_for(Way::Visual)).outcome == "eligible");
        const sim::FaultObservations seen = bench.faults().observations();
        CHECK(seen.all_happened);
        CHECK(seen.verifies() == numbers_given_by(honest.size() - 1, honest));
    }
}
