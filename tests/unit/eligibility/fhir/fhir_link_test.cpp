// What is particular to FHIR over a real TLS connection: who is admitted, what every fault comes
// to, and that a question has one effect however often it is sent. What both links owe is in
// tests/contract/eligibility_link_contract.cpp.
#include "eligibility/fhir/fhir_link.hpp"
#include "eligibility/model/outcome.hpp"
#include "hw-sim/eligibility/fhir_service.hpp"
#include "tests/support/service_certificates.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;
using std::chrono_literals::operator""s;

namespace {

const SystemClock system_clock;

class ShiftedClock final : public Clock {
public:
    explicit ShiftedClock(std::chrono::seconds ahead) : ahead_(ahead) {}
    [[nodiscard]] MonotonicTime monotonic_now() const override {
        return system_clock.monotonic_now();
    }
    [[nodiscard]] CivilTime civil_now() const override { return system_clock.civil_now() + ahead_; }

private:
    std::chrono::seconds ahead_;
};
constexpr auto ample = 60s; // far more than anything here takes on a slow machine

const sim::TlsFiles& certificates() {
    return test::service_certificates();
}

sim::InsuredRegister people() {
    return sim::InsuredRegister::load(PERSONAS_FOLDER).value();
}

class Bench {
public:
    explicit Bench(sim::NewestTls newest = sim::NewestTls::OfToday)
        : service(sim::FhirService::start({.tls = certificates(),
                                           .scenario = sim::find_scenario("eligible"),
                                           .newest_tls = newest},
                                          people(), system_clock)
                      .value()),
          endpoint(fhir::parse_https_address(service.address()).value()) {
        endpoint.trusted_certificates = certificates().authority;
        endpoint.certificate = certificates().client_certificate;
        endpoint.key = certificates().client_key;
    }

    Result<EligibilityAnswer> ask(std::chrono::milliseconds patience = ample,
                                  const Clock& clock = system_clock) {
        fhir::FhirLink link(endpoint, clock);
        return link.ask(question(), Deadline::after(patience));
    }

    static EligibilityRequest question() {
        const sim::Persona person = people().persons().front();
        EligibilityRequest request;
        request.session_id = "session-1";
        request.date = date_in_japan(system_clock.civil_now());
        request.facility_code = "9919999999";
        request.insurance = {person.insurance.insurer_number, person.insurance.symbol,
                             person.insurance.number, person.insurance.branch};
        request.birth_date = person.birth_date;
        return request;
    }

    sim::FhirService service;
    fhir::HttpsEndpoint endpoint;
};

OutcomeKind outcome(const Result<EligibilityAnswer>& answer) {
    INFO((answer ? "" : answer.error().text()));
    REQUIRE(answer);
    return decide_outcome(*answer, Bench::question().date).kind;
}

ErrorCode refusal(const Result<EligibilityAnswer>& answer) {
    REQUIRE_FALSE(answer);
    return answer.error().code();
}

} // namespace

TEST_CASE("every fault of the service has its error, and none its answer") {
    using sim::HttpFault;
    struct Row {
        const char* what;
        HttpFault fault;
        ErrorCode code;
    };
    const Row rows[] = {
        {"empty", HttpFault::Empty, ErrorCode::AnswerUnreadable},
        {"a page", HttpFault::HtmlPage, ErrorCode::AnswerUnreadable},
        {"cut short", HttpFault::CutShort, ErrorCode::AnswerUnreadable},
        {"another charset", HttpFault::OtherCharset, ErrorCode::AnswerUnreadable},
        {"without end", HttpFault::Endless, ErrorCode::AnswerUnreadable},
        {"compressed", HttpFault::Compressed, ErrorCode::AnswerUnreadable},
        {"unsound", HttpFault::Unsound, ErrorCode::AnswerUnreadable},
        {"a redirect", HttpFault::Redirect, ErrorCode::LinkUnavailable},
        {"hanging up", HttpFault::HangUp, ErrorCode::LinkUnavailable},
        {"busy", HttpFault::Busy, ErrorCode::LinkUnavailable},
        {"closed for a year", HttpFault::ClosedForAYear, ErrorCode::LinkUnavailable},
        {"forbidden", HttpFault::Forbidden, ErrorCode::LinkRefused},
    };
    Bench bench;
    for (const Row& row : rows) {
        CAPTURE(row.what);
        bench.service.fail_by(row.fault);
        CHECK(refusal(bench.ask()) == row.code);
    }
    bench.service.fail_by(HttpFault::None);
    CHECK(outcome(bench.ask()) == OutcomeKind::Eligible);
}

TEST_CASE("the deadline holds for everything together") {
    Bench bench;
    bench.service.fail_by(GENERATE(sim::HttpFault::Silent, sim::HttpFault::Drip));
    CHECK(refusal(bench.ask(1s)) == ErrorCode::AnswerLate);
}

TEST_CASE("a question that is sent again has one effect") {
    Bench bench;
    SECTION("because the service was busy") {
        bench.service.fail_by(sim::HttpFault::BusyOnce);
    }
    SECTION("because the service was at work") {
        bench.service.fail_by(sim::HttpFault::WorkingOnce);
    }
    CHECK(outcome(bench.ask()) == OutcomeKind::Eligible);
    CHECK(bench.service.arrivals() == 2);
    CHECK(bench.service.effects() == 1);
}

TEST_CASE("a service that stays busy is asked a few times, and then no more") {
    Bench bench;
    bench.service.fail_by(sim::HttpFault::Busy);
    CHECK(refusal(bench.ask()) == ErrorCode::LinkUnavailable);
    CHECK(bench.service.arrivals() == 4);
    CHECK(bench.service.effects() == 1);
}

// The service's alert is certain to reach us in TLS 1.2 alone: in 1.3 it can be overtaken by the
// end of the connection, and is then asked again as any broken one.
TEST_CASE("whom the service does not know is not answered, and told at once") {
    Bench bench(sim::NewestTls::Version12);
    SECTION("a client of another authority") {
        bench.endpoint.certificate = certificates().stranger_certificate;
        bench.endpoint.key = certificates().stranger_key;
    }
    SECTION("a client without a certificate") {
        bench.endpoint.certificate.clear();
        bench.endpoint.key.clear();
    }
    CHECK(refusal(bench.ask()) == ErrorCode::LinkRefused);
    CHECK(bench.service.connections() == 1);
    CHECK(bench.service.arrivals() == 0);
    CHECK_FALSE(fhir::FhirLink(bench.endpoint, system_clock).check());
}

TEST_CASE("a client that the service does not know has no answer in TLS 1.3 either") {
    Bench bench;
    bench.endpoint.certificate = certificates().stranger_certificate;
    bench.endpoint.key = certificates().stranger_key;
    CHECK_FALSE(bench.ask());
    CHECK(bench.service.arrivals() == 0);
}

TEST_CASE("a service that cannot prove itself is sent nothing, and told at once") {
    Bench bench;
    SECTION("issued by another authority") {
        bench.endpoint.trusted_certificates = certificates().stranger_authority;
    }
    SECTION("under another name") {
        bench.endpoint.host = "127.1"; // 127.0.0.1, written as no certificate has it
    }
    CHECK(refusal(bench.ask()) == ErrorCode::LinkRefused);
    CHECK(bench.service.connections() == 1);
    CHECK(bench.service.arrivals() == 0);
}

TEST_CASE("an old version of TLS is not spoken, and told at once") {
    Bench bench(sim::NewestTls::Version11);
    CHECK(refusal(bench.ask()) == ErrorCode::LinkRefused);
    CHECK(bench.service.connections() == 1);
    CHECK(bench.service.arrivals() == 0);
}

TEST_CASE("certificate files that cannot be used are a matter of settings") {
    Bench bench;
    SECTION("none of the issuers") {
        bench.endpoint.trusted_certificates = "/nowhere.pem";
    }
    SECTION("no key") {
        bench.endpoint.key = "/nowhere.key";
    }
    SECTION("another's key") {
        bench.endpoint.key = certificates().stranger_key;
    }
    CHECK(refusal(bench.ask()) == ErrorCode::ConfigInvalid);
}

TEST_CASE("a service that is not there is told at once") {
    Bench bench;
    {
        Bench gone;
        bench.endpoint.port = gone.endpoint.port;
    }
    CHECK(refusal(bench.ask()) == ErrorCode::LinkUnavailable);
    CHECK(fhir::FhirLink(bench.endpoint, system_clock).check().error().code() ==
          ErrorCode::LinkUnavailable);
}

TEST_CASE("a service whose clock is far from ours is named, and its answer is used as it is") {
    using std::chrono_literals::operator""min;
    struct Case {
        std::chrono::seconds ahead; // ours
        bool is_named;
    };
    // A minute of room for a slow machine.
    for (const Case& one : {Case{0s, false}, Case{4min, false}, Case{-4min, false},
                            Case{7min, true}, Case{-7min, true}}) {
        INFO(one.ahead.count() << " s");
        Bench bench;
        const auto answer = bench.ask(ample, ShiftedClock(one.ahead));
        REQUIRE(answer.has_value());
        CHECK(answer->findings.size() == (one.is_named ? 1 : 0));
        CHECK(outcome(answer) == OutcomeKind::Eligible);
    }
}
