// The eligibility service behind HTTPS: FHIR R4, a client certificate required, on loopback alone.
// And everything that can be wrong with such a service, selectable.
#pragma once

#include "hw-sim/eligibility/answer_composer.hpp"
#include "hw-sim/eligibility/tls_files.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace madoguchi::sim {

enum class HttpFault : std::uint8_t {
    None,
    Empty,          // 200 without content
    HtmlPage,       // the log-in page of a proxy
    CutShort,       // half the JSON
    OtherCharset,   // declared Shift_JIS
    Redirect,       // to itself
    Endless,        // chunks without end
    Compressed,     // gzip that was not asked for
    Drip,           // a byte now and then
    Silent,         // accepted and never answered
    HangUp,         // the connection ends instead of an answer
    Busy,           // 503, Retry-After 0
    BusyOnce,       // the same, to the first of every question
    ClosedForAYear, // 429, Retry-After a year
    Forbidden,      // 403
    Unsound,        // 422 with an OperationOutcome
    WorkingOnce,    // "queued" to the first of every question
};

struct HttpFaultName {
    std::string_view name;
    HttpFault fault;
};
[[nodiscard]] std::span<const HttpFaultName> all_http_faults() noexcept;

enum class NewestTls : std::uint8_t {
    OfToday,
    Version12,
    Version11, // which no client of today takes
};

struct FhirServiceSettings {
    TlsFiles tls;
    const ServiceScenario* scenario = nullptr; // not null
    int port = 0;                              // 0: the system chooses
    NewestTls newest_tls = NewestTls::OfToday;
    std::chrono::milliseconds delay{0};
    // Questions and answers are kept there as they went, "0001-question.json"; empty: nothing is.
    std::filesystem::path kept = {};
};

class FhirService {
public:
    // Listens when it is there. clock outlives it. Errors: CertificateInvalid, LinkUnavailable (the
    // port is taken).
    [[nodiscard]] static Result<FhirService> start(FhirServiceSettings settings,
                                                   InsuredRegister people, const Clock& clock);
    ~FhirService(); // stops listening; answers under way are cut off
    FhirService(FhirService&& other) noexcept;
    FhirService& operator=(FhirService&& other) noexcept = delete;

    // "https://127.0.0.1:PORT/fhir"
    [[nodiscard]] std::string address() const;

    // For questions from now on. A scenario that is about files alone (garbage, silent …) is the
    // like fault of HTTP; a fault comes before it.
    void play(const ServiceScenario& scenario);
    void fail_by(HttpFault fault);

    // Connections that began, with those on which nobody was let in.
    [[nodiscard]] long connections() const;

    // Requests that arrived, and questions among them that differed by their Idempotency-Key.
    [[nodiscard]] std::size_t arrivals() const;
    [[nodiscard]] std::size_t effects() const;

private:
    class Server;
    explicit FhirService(std::unique_ptr<Server> server);
    std::unique_ptr<Server> server_;
};

} // namespace madoguchi::sim
