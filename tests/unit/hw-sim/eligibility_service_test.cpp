#include "hw-sim/eligibility/eligibility_service.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

using namespace madoguchi;
using namespace madoguchi::sim;
using namespace std::chrono_literals;

namespace {

class SettableClock final : public Clock {
public:
    [[nodiscard]] MonotonicTime monotonic_now() const override { return now_; }
    [[nodiscard]] CivilTime civil_now() const override {
        return CivilTime{std::chrono::seconds{1'795'134'615}};
    }
    void pass(std::chrono::milliseconds time) { now_ += time; }

private:
    MonotonicTime now_{};
};

constexpr const char* request_of_p05 = R"(<?xml version="1.0" encoding="UTF-8"?>
<XmlMsg><MessageHeader><QualificationConfirmationDate>20261120</QualificationConfirmationDate>
<MedicalInstitutionCode>9919999999</MedicalInstitutionCode>
<ArbitraryFileIdentifier>S-1</ArbitraryFileIdentifier></MessageHeader><MessageBody>
<QualificationConfirmSearchInfo><InsurerNumber>06999007</InsurerNumber>
<InsuredIdentificationNumber>4051</InsuredIdentificationNumber><Birthdate>19840722</Birthdate>
</QualificationConfirmSearchInfo></MessageBody></XmlMsg>)";

struct Bench {
    test::TemporaryFolder folder;
    SettableClock clock;
    EligibilityService service;

    explicit Bench(std::string_view scenario)
        : service(*EligibilityService::open(
              {.folder = folder.path(), .scenario = find_scenario(scenario), .delay = 150ms},
              *InsuredRegister::load(MADOGUCHI_PERSONAS), clock)) {}

    void ask(const char* content = request_of_p05) {
        std::ofstream(folder.path() / "req" / "OQSsiquc01req_202611200001.xml") << content;
        REQUIRE(service.work());
    }
    void let_pass(std::chrono::milliseconds time) {
        clock.pass(time);
        REQUIRE(service.work());
    }
    [[nodiscard]] std::string answer() const {
        std::ifstream file(folder.path() / "res" / "OQSsiquc01res_202611200001.xml");
        return {std::istreambuf_iterator<char>(file), {}};
    }
};

bool holds(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("the simulated service makes its folders and leaves an answer when it is due") {
    Bench bench("eligible");
    bench.ask();
    CHECK(std::filesystem::is_empty(bench.folder.path() / "req"));
    bench.let_pass(149ms);
    CHECK(bench.answer().empty());
    bench.let_pass(1ms);
    CHECK(holds(bench.answer(), "<ArbitraryFileIdentifier>S-1<"));
    CHECK(holds(bench.answer(), "<QualificationValidity>1<"));
    CHECK(holds(bench.answer(), "渡邊　健悟"));
    CHECK(holds(bench.answer(), "<ProcessExecutionTime>20261120093015<"));
}

TEST_CASE("the simulated service stays silent, or comes late, when its scenario says so") {
    Bench silent("silent");
    silent.ask();
    silent.let_pass(1h);
    CHECK(silent.answer().empty());
    CHECK(silent.service.requests_taken() == 1);

    Bench late("late");
    late.ask();
    late.let_pass(14s);
    CHECK(late.answer().empty());
    late.let_pass(1s);
    CHECK(holds(late.answer(), "<SegmentOfResult>1<"));
}

TEST_CASE("each scenario changes exactly what it is named for") {
    struct Case {
        const char* scenario;
        const char* present;
        const char* absent;
    };
    const std::vector<Case> cases{
        {"eligible-with-note", "SIM-N-001", "<ErrorCode>"},
        {"invalid", "<DisqualificationDate>20250401<", "<QualificationValidity>1<"},
        {"none", "<QualificationValidity>4<", "<ResultList>"},
        {"ambiguous", "<QualificationValidity>5<", "<ResultList>"},
        {"aid-unregistered", ">A1<", "<InsuredCardClassification>01<"},
        {"pending", "<SegmentOfResult>2<", "<QualificationValidity>"},
        {"failed", "<ErrorCode>SIM-E-001<", "<ResultList>"},
        {"foreign", "ANOTHER-SESSION", "S-1"},
        {"mislinked", "<Birthdate>19840722<", "渡邊"},
        {"garbage", "502", "XmlMsg"},
        {"encrypted", "\x9C", "<XmlMsg"},
    };
    for (const Case& c : cases) {
        INFO(c.scenario);
        Bench bench(c.scenario);
        bench.ask();
        bench.let_pass(150ms);
        CHECK(holds(bench.answer(), c.present));
        CHECK_FALSE(holds(bench.answer(), c.absent));
    }
}

TEST_CASE("a request of the wrong form gets an error of the service, not silence") {
    for (const char* wrong : {"", "not XML", "<XmlMsg/>"}) {
        Bench bench("eligible");
        bench.ask(wrong);
        bench.let_pass(150ms);
        CHECK(holds(bench.answer(), "<SegmentOfResult>9<"));
    }
}

TEST_CASE("files that are no requests stay where they are") {
    Bench bench("eligible");
    std::ofstream(bench.folder.path() / "req" / ".OQSsiquc01req_202611200001.xml.part") << "half";
    std::ofstream(bench.folder.path() / "req" / "YZKsiquc01req_202611200001.xml") << "other";
    bench.let_pass(1s);
    CHECK(bench.service.requests_taken() == 0);
    CHECK_FALSE(std::filesystem::is_empty(bench.folder.path() / "req"));
}
