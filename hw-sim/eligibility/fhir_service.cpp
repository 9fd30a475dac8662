#include "hw-sim/eligibility/fhir_service.hpp"

#include "hal/base/log.hpp"
#include "hw-sim/card/civil_dates.hpp"
#include "hw-sim/eligibility/fhir_composer.hpp"
#include "hw-sim/eligibility/fhir_question.hpp"
#include "hw-sim/eligibility/http_fault.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <httplib.h>
#include <openssl/ssl.h>

#include <array>
#include <atomic>
#include <fstream>
#include <mutex>
#include <set>
#include <thread>

namespace madoguchi::sim {

namespace {

constexpr const char* loopback = "127.0.0.1";
constexpr std::size_t question_limit = 1U << 16U;

std::string http_date(CivilTime now) {
    return fmt::format("{:%a, %d %b %Y %H:%M:%S GMT}", now);
}

int version_of(NewestTls newest) {
    constexpr std::array versions{0, TLS1_2_VERSION, TLS1_1_VERSION}; // 0: the newest there is
    return versions[static_cast<std::size_t>(newest)];
}

// What a scenario that is about the form of files comes to over HTTP.
HttpFault fault_of(Delivery delivery) {
    switch (delivery) {
    case Delivery::Garbage:
    case Delivery::Encrypted:
        return HttpFault::HtmlPage;
    case Delivery::WrongEncoding:
        return HttpFault::OtherCharset;
    case Delivery::Late:
    case Delivery::Silent:
        return HttpFault::Silent;
    case Delivery::Proper:
    case Delivery::Foreign:
        break;
    }
    return HttpFault::None;
}

bool set_up(SSL_CTX& context, const FhirServiceSettings& settings) {
    SSL_CTX_set_verify(&context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    const bool is_old = settings.newest_tls == NewestTls::Version11;
    if (is_old) {
        SSL_CTX_set_security_level(&context, 0);
    }
    return SSL_CTX_set_min_proto_version(&context, is_old ? TLS1_1_VERSION : TLS1_2_VERSION) == 1 &&
           SSL_CTX_set_max_proto_version(&context, version_of(settings.newest_tls)) == 1 &&
           SSL_CTX_use_certificate_file(&context, settings.tls.server_certificate.c_str(),
                                        SSL_FILETYPE_PEM) == 1 &&
           SSL_CTX_use_PrivateKey_file(&context, settings.tls.server_key.c_str(),
                                       SSL_FILETYPE_PEM) == 1 &&
           SSL_CTX_load_verify_locations(&context, settings.tls.authority.c_str(), nullptr) == 1;
}

} // namespace

class FhirService::Server {
public:
    Server(FhirServiceSettings settings, InsuredRegister people, const Clock& clock)
        : settings_(std::move(settings)), people_(std::move(people)), clock_(clock),
          server_([this](SSL_CTX& context) { return set_up(context, settings_); }) {
        server_.set_payload_max_length(question_limit);
        server_.set_socket_options([](int /*socket*/) {}); // a port is taken when it is taken
        server_.Get("/fhir/metadata",
                    [this](const httplib::Request& /*request*/, httplib::Response& response) {
                        response.set_header("Date", http_date(clock_.civil_now()));
                        response.set_content(fhir_capability_statement(), fhir_json);
                    });
        server_.Post(R"(/fhir/CoverageEligibilityRequest/\$submit)", // an expression
                     [this](const httplib::Request& request, httplib::Response& response) {
                         answer(request, response);
                     });
    }

    ~Server() {
        goes_on_ = false;
        server_.stop();
        if (thread_.joinable()) {
            thread_.join();
        }
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    Result<void> listen() {
        if (!server_.is_valid()) {
            return fail(ErrorCode::CertificateInvalid, "the service's certificate cannot be used");
        }
        port_ = settings_.port == 0 ? server_.bind_to_any_port(loopback) : settings_.port;
        if (port_ < 0 || (settings_.port != 0 && !server_.bind_to_port(loopback, port_))) {
            return fail(ErrorCode::LinkUnavailable, "the port is taken");
        }
        thread_ = std::thread([this] { server_.listen_after_bind(); });
        while (!server_.is_running()) { // a server stopped before it runs would never end
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return {};
    }

    [[nodiscard]] int port() const noexcept { return port_; }

    void play(const ServiceScenario& scenario) {
        const std::lock_guard lock(mutex_);
        settings_.scenario = &scenario;
    }
    void fail_by(HttpFault fault) { fault_ = fault; }

    [[nodiscard]] long connections() const { return SSL_CTX_sess_accept(server_.ssl_context()); }

    [[nodiscard]] std::size_t arrivals() const {
        const std::lock_guard lock(mutex_);
        return arrivals_;
    }
    [[nodiscard]] std::size_t effects() const {
        const std::lock_guard lock(mutex_);
        return keys_.size();
    }

private:
    // Whether this question came for the first time.
    bool note(const std::string& key) {
        const std::lock_guard lock(mutex_);
        ++arrivals_;
        return keys_.insert(key).second;
    }

    HttpFault current_fault() {
        const std::lock_guard lock(mutex_);
        return fault_ == HttpFault::None ? fault_of(settings_.scenario->delivery) : fault_.load();
    }

    void keep(const char* what, const std::string& document) {
        if (settings_.kept.empty()) {
            return;
        }
        std::error_code failed; // the file then does not open, and that is said
        std::filesystem::create_directories(settings_.kept, failed);
        std::ofstream file(settings_.kept / fmt::format("{:04}-{}.json", arrivals(), what));
        file << document;
        if (!file) {
            log::write(log::Level::Warning, "a document could not be kept");
        }
    }

    std::string compose(const ServiceRequest& question, bool is_working) {
        const std::lock_guard lock(mutex_);
        const ServiceScenario& scenario =
            is_working ? *find_scenario("pending") : *settings_.scenario;
        AnswerStyle style;
        style.executed_at = japanese_moment(clock_.civil_now());
        return fhir_answer(answer_message(question, people_, scenario, style));
    }

    void answer(const httplib::Request& request, httplib::Response& response) {
        const HttpFault fault = current_fault();
        response.set_header("Date", http_date(clock_.civil_now()));
        const bool is_first = note(request.get_header_value("Idempotency-Key"));
        std::this_thread::sleep_for(settings_.delay);
        const auto question = read_fhir_question(request.body);
        if (!question) {
            response.status = 422;
            response.set_content(fhir_refusal(question.error().text().data()), fhir_json);
            return;
        }
        const bool is_working = fault == HttpFault::WorkingOnce && is_first;
        const std::string proper = compose(*question, is_working);
        keep("question", request.body);
        keep("answer", proper);
        const HttpFault now = fault == HttpFault::BusyOnce && is_first ? HttpFault::Busy : fault;
        if (!spoil(
                now, proper, [this] { return goes_on_.load(); }, response)) {
            response.status = is_working ? 202 : 200;
            response.set_content(proper, fhir_json);
        }
    }

    FhirServiceSettings settings_;
    InsuredRegister people_;
    const Clock& clock_;
    std::atomic<bool> goes_on_ = true;
    std::atomic<HttpFault> fault_ = HttpFault::None;
    mutable std::mutex mutex_;
    std::size_t arrivals_ = 0;
    std::set<std::string> keys_;
    httplib::SSLServer server_;
    int port_ = -1;
    std::thread thread_;
};

FhirService::FhirService(std::unique_ptr<Server> server) : server_(std::move(server)) {
}
FhirService::FhirService(FhirService&& other) noexcept = default;
FhirService::~FhirService() = default;

Result<FhirService> FhirService::start(FhirServiceSettings settings, InsuredRegister people,
                                       const Clock& clock) {
    auto server = std::make_unique<Server>(std::move(settings), std::move(people), clock);
    MADOGUCHI_TRY(server->listen());
    return FhirService(std::move(server));
}

std::string FhirService::address() const {
    return fmt::format("https://{}:{}/fhir", loopback, server_->port());
}

void FhirService::play(const ServiceScenario& scenario) {
    server_->play(scenario);
}

void FhirService::fail_by(HttpFault fault) {
    server_->fail_by(fault);
}

long FhirService::connections() const {
    return server_->connections();
}

std::size_t FhirService::arrivals() const {
    return server_->arrivals();
}

std::size_t FhirService::effects() const {
    return server_->effects();
}

} // namespace madoguchi::sim
