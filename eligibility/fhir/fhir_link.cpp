#include "eligibility/fhir/fhir_link.hpp"

#include "eligibility/fhir/fhir_answer.hpp"
#include "eligibility/fhir/fhir_request.hpp"
#include "eligibility/fhir/http_date.hpp"
#include "eligibility/fhir/names.hpp"
#include "eligibility/fhir/resource.hpp"
#include "eligibility/fhir/retry_plan.hpp"
#include "eligibility/model/session_binding.hpp"
#include "hal/base/log.hpp"

#include <random>
#include <thread>

namespace madoguchi::eligibility::fhir {

namespace {

using std::chrono::milliseconds;

constexpr const char* submit = "/CoverageEligibilityRequest/$submit";

// Without parameters, or with the one that says UTF-8.
bool is_fhir_json(std::string_view media_type) {
    const std::size_t end = media_type.find(';');
    const std::string_view type = media_type.substr(0, end);
    const std::string_view parameters =
        end == std::string_view::npos ? std::string_view() : media_type.substr(end);
    return (type == names::media_type || type == "application/json") &&
           (parameters.find("charset=") == std::string_view::npos ||
            parameters.find("charset=utf-8") != std::string_view::npos);
}

tl::unexpected<Error> refused(int status) {
    switch (status) {
    case 401:
    case 403:
        return fail(ErrorCode::LinkRefused,
                    "the service does not admit us: check our certificate and our registration");
    case 404:
    case 405:
        return fail(ErrorCode::LinkUnavailable,
                    "the service has no eligibility check at this address: check the base path");
    case 400:
    case 413:
    case 422:
        return fail(ErrorCode::AnswerUnreadable, "the service refused the question as unsound");
    default:
        return fail(ErrorCode::LinkUnavailable,
                    "the service cannot answer now; it said so by its HTTP status");
    }
}

Result<EligibilityAnswer> read_response(const HttpsResponse& response,
                                        const EligibilityRequest& request) {
    if (response.status < 200 || response.status > 202) {
        return refused(response.status);
    }
    if (!is_fhir_json(response.media_type)) {
        return fail(ErrorCode::AnswerUnreadable,
                    "what answered is not the service: its content is no FHIR JSON in UTF-8");
    }
    EligibilityAnswer answer = MADOGUCHI_TRY(read_fhir_answer(response.body));
    if (!answers(request, answer)) {
        return fail(ErrorCode::AnswerForeign, "the answer belongs to another question");
    }
    return answer;
}

double chance() {
    static thread_local std::mt19937 random{std::random_device{}()};
    return std::uniform_real_distribution<double>(0, 1)(random);
}

bool may_ask_again(const Result<HttpsResponse>& response) {
    return response ? may_pass_by_itself(response->status)
                    : response.error().code() == ErrorCode::LinkUnavailable;
}

// One answer whatever it says, after as many attempts as the plan admits.
Result<HttpsResponse> exchange_patiently(const HttpsEndpoint& endpoint, const HttpsRequest& request,
                                         Deadline deadline) {
    for (int attempt = 1;; ++attempt) {
        auto response = exchange(endpoint, request, deadline);
        if (!may_ask_again(response)) {
            return response;
        }
        const auto retry_after = response ? parse_retry_after(response->retry_after) : std::nullopt;
        const auto wait = wait_before_retry(attempt, retry_after, deadline.remaining(), chance());
        if (!wait) {
            return response;
        }
        std::this_thread::sleep_for(*wait);
    }
}

} // namespace

Result<EligibilityAnswer> FhirLink::ask(const EligibilityRequest& request, Deadline deadline) {
    constexpr milliseconds between_looks{500};
    const HttpsRequest question{submit,
                                MADOGUCHI_TRY(write_fhir_request(request, clock_.civil_now())),
                                names::media_type, request.session_id};
    for (int look = 1;; ++look) {
        const auto response = MADOGUCHI_TRY(exchange_patiently(endpoint_, question, deadline));
        compare_clocks(response);
        EligibilityAnswer answer = MADOGUCHI_TRY(read_response(response, request));
        if (clocks_differ_) {
            answer.findings.push_back(
                {"the service's clock and ours differ by more than five minutes"});
        }
        const milliseconds wait = std::max<milliseconds>(
            between_looks,
            parse_retry_after(response.retry_after).value_or(std::chrono::seconds(0)));
        if (!answer.segment.means(ResultSegment::Pending) || look == most_looks ||
            wait >= deadline.remaining()) {
            return answer;
        }
        std::this_thread::sleep_for(wait);
    }
}

// Said once, until they agree again. A response without a date says nothing.
void FhirLink::compare_clocks(const HttpsResponse& response) {
    constexpr std::chrono::minutes tolerance{5};
    const auto theirs = parse_http_date(response.date);
    if (!theirs) {
        return;
    }
    const auto ahead = *theirs - clock_.civil_now();
    const bool differ = std::chrono::abs(ahead) > tolerance;
    if (differ && !clocks_differ_) {
        log::write(log::Level::Error, "service_clock_differs",
                   {{"seconds_ahead", static_cast<std::int64_t>(ahead.count())}});
    }
    clocks_differ_ = differ;
}

Result<void> FhirLink::check() {
    constexpr milliseconds patience{3000};
    const auto response = MADOGUCHI_TRY(
        exchange(endpoint_, {"/metadata", "", names::media_type, ""}, Deadline::after(patience)));
    compare_clocks(response);
    const auto statement = response.status == 200 && is_fhir_json(response.media_type)
                               ? read_json(response.body)
                               : fail(ErrorCode::LinkUnavailable, "no statement");
    if (!statement || statement->value("resourceType", nlohmann::json()) != "CapabilityStatement") {
        return fail(ErrorCode::LinkUnavailable,
                    "what answers at the service's address is no FHIR service");
    }
    return {};
}

} // namespace madoguchi::eligibility::fhir
