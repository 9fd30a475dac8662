#include "hw-sim/eligibility/http_fault.hpp"

#include "hw-sim/eligibility/fhir_composer.hpp"

#include <httplib.h>

#include <array>
#include <thread>

namespace madoguchi::sim {

namespace {

using std::chrono_literals::operator""ms;

constexpr auto names = std::to_array<HttpFaultName>({
    {"none", HttpFault::None},
    {"empty", HttpFault::Empty},
    {"html-page", HttpFault::HtmlPage},
    {"cut-short", HttpFault::CutShort},
    {"other-charset", HttpFault::OtherCharset},
    {"redirect", HttpFault::Redirect},
    {"endless", HttpFault::Endless},
    {"compressed", HttpFault::Compressed},
    {"drip", HttpFault::Drip},
    {"silent", HttpFault::Silent},
    {"hang-up", HttpFault::HangUp},
    {"busy", HttpFault::Busy},
    {"busy-once", HttpFault::BusyOnce},
    {"closed-for-a-year", HttpFault::ClosedForAYear},
    {"forbidden", HttpFault::Forbidden},
    {"unsound", HttpFault::Unsound},
    {"working-once", HttpFault::WorkingOnce},
});

// Chunks for as long as the service goes on; a pause before each.
void send_endlessly(httplib::Response& response, std::string chunk, std::chrono::milliseconds pause,
                    const std::function<bool()>& goes_on) {
    response.set_chunked_content_provider(
        fhir_json, [=](std::size_t /*offset*/, httplib::DataSink& sink) {
            std::this_thread::sleep_for(pause);
            return goes_on() && sink.write(chunk.data(), chunk.size());
        });
}

void refuse(httplib::Response& response, int status, const char* retry_after) {
    response.status = status;
    if (retry_after != nullptr) {
        response.set_header("Retry-After", retry_after);
    }
    response.set_content(fhir_refusal("simulated"), fhir_json);
}

} // namespace

std::span<const HttpFaultName> all_http_faults() noexcept {
    return names;
}

bool spoil(HttpFault fault, const std::string& proper, const std::function<bool()>& goes_on,
           httplib::Response& response) {
    switch (fault) {
    case HttpFault::None:
    case HttpFault::BusyOnce:    // the first time is the service's own business
    case HttpFault::WorkingOnce: // likewise
        return false;
    case HttpFault::Empty:
        response.set_content("", fhir_json);
        return true;
    case HttpFault::HtmlPage:
        response.set_content("<html><body>log in</body></html>", "text/html");
        return true;
    case HttpFault::CutShort:
        response.set_content(proper.substr(0, proper.size() / 2), fhir_json);
        return true;
    case HttpFault::OtherCharset:
        response.set_content(proper, "application/fhir+json; charset=Shift_JIS");
        return true;
    case HttpFault::Redirect:
        response.set_redirect("/fhir/CoverageEligibilityRequest/$submit", 307);
        return true;
    case HttpFault::Endless:
        send_endlessly(response, std::string(16384, ' '), 0ms, goes_on);
        return true;
    case HttpFault::Compressed:
        response.set_header("Content-Encoding", "gzip");
        response.set_content("\x1f\x8b", fhir_json);
        return true;
    case HttpFault::Drip:
        send_endlessly(response, " ", 50ms, goes_on);
        return true;
    case HttpFault::Silent:
        while (goes_on()) {
            std::this_thread::sleep_for(20ms);
        }
        return true;
    case HttpFault::HangUp:
        response.set_content_provider(proper.size(), fhir_json,
                                      [](std::size_t /*offset*/, std::size_t /*length*/,
                                         httplib::DataSink& /*sink*/) { return false; });
        return true;
    case HttpFault::Busy:
        refuse(response, 503, "0");
        return true;
    case HttpFault::ClosedForAYear:
        refuse(response, 429, "31536000");
        return true;
    case HttpFault::Forbidden:
        refuse(response, 403, nullptr);
        return true;
    case HttpFault::Unsound:
        refuse(response, 422, nullptr);
        return true;
    }
    return false;
}

} // namespace madoguchi::sim
