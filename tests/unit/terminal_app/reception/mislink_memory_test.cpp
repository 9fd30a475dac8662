// What earlier receptions say about this one, over a restart of the program.
#include "tests/unit/terminal_app/reception/reception_bench.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace madoguchi::test;
using eligibility::identity::MislinkSignal;

namespace {

std::vector<std::string> lines_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

// The charts of the first two patients in the clinic's index, p02 and p03, each with the other's
// number.
void exchange_charts(const std::filesystem::path& index) {
    auto lines = lines_of(index);
    REQUIRE(lines.size() > 2);
    const auto chart = [](const std::string& line) { return line.substr(0, line.find(',')); };
    const std::string first = chart(lines[1]);
    const std::string second = chart(lines[2]);
    lines[1].replace(0, first.size(), second);
    lines[2].replace(0, second.size(), first);
    std::ofstream out(index);
    for (const std::string& line : lines) {
        out << line << '\n';
    }
}

HeadlessResult receive(ReceptionBench& bench, Way way) {
    if (way == Way::Pin) {
        return bench.receive_by_pin();
    }
    HeadlessWishes wishes;
    wishes.way = way;
    wishes.same_person = true;
    wishes.patience = std::chrono::seconds(20);
    return bench.receive(std::move(wishes));
}

} // namespace

TEST_CASE("one chart for two people's cards is noticed, though the program was started anew") {
    const auto way = GENERATE(Way::Pin, Way::Visual);
    ReceptionBench bench;
    CHECK(receive(bench, way).outcome == "eligible");
    bench.take_card();
    exchange_charts(bench.folder() / "patients.csv");
    bench.start_again();
    bench.next_patient("p03");
    CHECK(receive(bench, way).reason == FailureReason::IdentityMismatch);
    const DeskView view = *bench.desk().views().newest().value;
    CHECK(view.answer.signals == std::vector{MislinkSignal::OneChartTwoCards});
    CHECK(view.health[static_cast<std::size_t>(Part::Ties)].condition == Condition::Ok);
    bench.take_card();
}

TEST_CASE("without a store receptions go on, and staff see that earlier visits are not known") {
    BenchOptions options;
    options.with_ties = false;
    ReceptionBench bench(options);
    CHECK(bench.receive_by_pin().outcome == "eligible");
    CHECK(bench.wait_for(Part::Ties, Condition::Degraded).reason == FailureReason::SystemStorage);
    bench.take_card();
}
