#include "terminal_app/server/terminal_server.hpp"

#include "terminal_app/server/action_reader.hpp"
#include "terminal_app/server/event_stream.hpp"
#include "terminal_app/server/fallback_json.hpp"
#include "terminal_app/server/later_json.hpp"
#include "terminal_app/server/loopback_check.hpp"
#include "terminal_app/server/screen_json.hpp"

#include <fstream>
#include <iterator>
#include <thread>

namespace madoguchi::terminal {

namespace {

using httplib::Request;
using httplib::Response;
using std::chrono_literals::operator""s;

constexpr const char* loopback = "127.0.0.1";
constexpr std::size_t largest_body = 4096;
constexpr int event_streams = 12;
constexpr int previews = 2;
constexpr std::size_t threads = event_streams + previews + 6;

enum Status : int {
    no_content = 204,
    bad_request = 400,
    forbidden = 403,
    not_found = 404,
    does_not_fit = 409,
    too_large = 413,
    wrong_type = 415,
    busy = 503,
};

void refuse(Response& response, Status status, std::string_view text) {
    response.status = status;
    response.set_content("{\"error\":\"" + std::string(text) + "\"}", "application/json");
}

void answer(Response& response, ActionVerdict verdict) {
    switch (verdict) {
    case ActionVerdict::Done:
        response.status = no_content;
        return;
    case ActionVerdict::DoesNotFit:
        return refuse(response, does_not_fit, "this action does not fit the present screen");
    case ActionVerdict::Busy:
        return refuse(response, busy, "the terminal is busy; nothing was done");
    }
}

// Wiped wherever it goes: a body may hold a PIN.
std::optional<SecretBytes> read_body(const httplib::ContentReader& reader) {
    Bytes body;
    body.reserve(largest_body); // so that no half of it is left behind when it grows
    bool fits = true;
    const bool whole = reader([&](const char* data, std::size_t size) {
        fits = fits && body.size() + size <= largest_body;
        if (fits) {
            body.insert(body.end(), data, data + size);
        }
        return fits;
    });
    SecretBytes taken = SecretBytes::taking(std::move(body));
    return whole && fits ? std::optional(std::move(taken)) : std::nullopt;
}

} // namespace

class TerminalServer::Running {
public:
    explicit Running(Desk& desk) : desk_(desk) {}
    ~Running() {
        stopping_ = true;
        server_.stop();
        if (thread_.joinable()) {
            thread_.join();
        }
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    Result<void> start(const ServerOptions& options) {
        server_.new_task_queue = [] { return new httplib::ThreadPool(threads); };
        server_.set_payload_max_length(largest_body);
        // One request a connection: what is left of a refused body can never pass for a request.
        server_.set_keep_alive_max_count(1);
        server_.set_read_timeout(2s);
        // The library's default would share the port with any other program that asks for it.
        server_.set_socket_options([](socket_t socket) {
            const int yes = 1;
            ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        });
        set_headers();
        set_checks();
        set_pages(options.web_root);
        set_patient_interface();
        set_staff_interface();
        set_later_interface(options.later_list);
        if (options.fallback != nullptr) {
            set_fallback_interface(options.fallback);
        }
        return listen(options);
    }

    [[nodiscard]] std::uint16_t port() const noexcept { return port_; }

private:
    [[nodiscard]] auto submit() {
        return [this](auto action) { return desk_.submit(std::move(action)); };
    }

    void set_headers() {
        server_.set_default_headers({{"Content-Security-Policy", "default-src 'self'"},
                                     {"X-Content-Type-Options", "nosniff"},
                                     {"Referrer-Policy", "no-referrer"},
                                     {"X-Frame-Options", "DENY"},
                                     {"Cache-Control", "no-store"}});
    }

    void set_checks() {
        server_.set_pre_routing_handler([this](const Request& request, Response& response) {
            const bool ours = is_our_host(request.get_header_value("Host"), port_) &&
                              is_our_origin(request.get_header_value("Origin"), port_);
            if (ours) {
                return httplib::Server::HandlerResponse::Unhandled;
            }
            refuse(response, forbidden, "only pages of this terminal may ask it");
            return httplib::Server::HandlerResponse::Handled;
        });
    }

    void set_pages(const std::filesystem::path& root) {
        if (root.empty()) {
            return;
        }
        has_pages_ = server_.set_mount_point("/", root.string());
        server_.Get("/staff", [root](const Request& /*request*/, Response& response) {
            std::ifstream page(root / "staff" / "index.html", std::ios::binary);
            if (!page) {
                return refuse(response, not_found, "the staff page is not installed");
            }
            response.set_content(std::string(std::istreambuf_iterator<char>(page), {}),
                                 "text/html");
        });
    }

    void set_patient_interface() {
        server_.Get("/api/patient/events", [this](const Request& /*request*/, Response& response) {
            stream_events(response, desk_, "screen", patient_screen_json, stopping_, streams_);
        });
        server_.Get("/api/patient/preview.mjpeg",
                    [this](const Request& /*request*/, Response& response) {
                        stream_preview(response, desk_, stopping_, previews_);
                    });
        set_action(
            "/api/patient/action",
            [this](SecretBytes body) {
                return read_patient_action(std::move(body),
                                           desk_.views().newest().value->consent_items);
            },
            submit());
    }

    void set_staff_interface() {
        server_.Get("/api/staff/events", [this](const Request& /*request*/, Response& response) {
            stream_events(response, desk_, "staff", staff_view_json, stopping_, streams_);
        });
        server_.Get("/api/staff/photo", [this](const Request& /*request*/, Response& response) {
            send_photo(response);
        });
        set_action(
            "/api/staff/action",
            [](SecretBytes body) { return read_staff_action(std::move(body)); }, submit());
    }

    // The list is asked for, not pushed: its count is in the events.
    void set_later_interface(const std::shared_ptr<LaterList>& list) {
        server_.Get("/api/staff/later", [list](const Request& /*request*/, Response& response) {
            const auto rows = list != nullptr ? later_json(*list) : no_later_list();
            if (!rows) {
                return refuse(response, busy, rows.error().text());
            }
            response.set_content(*rows, "application/json");
        });
        set_action(
            "/api/staff/later", [](const SecretBytes& body) { return read_later_action(body); },
            [list](const LaterAction& action) {
                const auto done = list != nullptr ? perform(*list, action) : Result<bool>(false);
                return !done   ? ActionVerdict::Busy
                       : *done ? ActionVerdict::Done
                               : ActionVerdict::DoesNotFit;
            });
    }

    // What staff do by hand: asked for, and answered with what there is now.
    void set_fallback_interface(const std::shared_ptr<FallbackDesk>& desk) {
        server_.Get("/api/staff/fallback", [desk](const Request& /*request*/, Response& response) {
            response.set_content(fallback_json(desk->view()), "application/json");
        });
        server_.Get("/api/staff/fallback/declaration",
                    [desk](const Request& /*request*/, Response& response) {
                        const auto page = desk->declaration_page();
                        if (!page) {
                            return refuse(response, not_found, "no visit is at hand");
                        }
                        response.headers.erase("Content-Security-Policy");
                        response.set_header("Content-Security-Policy",
                                            "default-src 'none'; style-src 'unsafe-inline'");
                        response.set_content(*page, "text/html; charset=utf-8");
                    });
        set_reading("/api/staff/fallback", read_fallback_action,
                    [desk](FallbackAction action, Response& response) {
                        if (const auto refusal = perform(*desk, std::move(action))) {
                            return refuse(response, does_not_fit, name_of(*refusal));
                        }
                        response.set_content(fallback_json(desk->view()), "application/json");
                    });
        set_reading("/api/staff/fallback/certificate", read_paper,
                    [desk](const eligibility::CertificateEntry& paper, Response& response) {
                        response.set_content(paper_check_json(desk->check(paper)),
                                             "application/json");
                    });
    }

    static Result<std::string> no_later_list() {
        return fail(ErrorCode::StorageFailed,
                    "the list of later confirmations could not be opened; the log says why");
    }

    // Read: from a body to an action or its problem. Perform: from an action to what came of it.
    template <typename Read, typename Perform>
    void set_action(const char* path, Read read, Perform perform) {
        set_reading(path, read, [perform](auto wanted, Response& response) {
            answer(response, perform(std::move(wanted)));
        });
    }

    // The same, with an answer of its own.
    template <typename Read, typename Perform>
    void set_reading(const char* path, Read read, Perform perform) {
        server_.Post(path, [read, perform](const Request& request, Response& response,
                                           const httplib::ContentReader& reader) {
            if (!request.get_header_value("Content-Type").starts_with("application/json")) {
                return refuse(response, wrong_type, "the body must be sent as application/json");
            }
            auto body = read_body(reader);
            if (!body) {
                return refuse(response, too_large, "the body is larger than 4096 bytes");
            }
            auto wanted = read(std::move(*body));
            if (!wanted) {
                return refuse(response, bad_request, wanted.error().text.view());
            }
            perform(std::move(*wanted), response);
        });
    }

    void send_photo(Response& response) {
        const auto photo = desk_.photo();
        if (photo == nullptr) {
            return refuse(response, not_found, "no visual check is open");
        }
        response.set_content_provider(
            photo->size(), "image/png",
            [photo](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                const ByteView part = photo->reveal().subspan(offset, length);
                return sink.write(reinterpret_cast<const char*>(part.data()), part.size());
            });
    }

    Result<void> listen(const ServerOptions& options) {
        if (!options.web_root.empty() && !has_pages_) {
            return fail(ErrorCode::ConfigInvalid, "server.web_root is no folder; build the pages");
        }
        const int bound = options.port == 0
                              ? server_.bind_to_any_port(loopback)
                              : (server_.bind_to_port(loopback, options.port) ? options.port : -1);
        if (bound <= 0) {
            return fail(ErrorCode::ConfigInvalid,
                        "server.port cannot be listened on; another program has it");
        }
        port_ = static_cast<std::uint16_t>(bound);
        thread_ = std::thread([this] { server_.listen_after_bind(); });
        // A server that is stopped before it listens would never end.
        while (!server_.is_running()) {
            std::this_thread::yield();
        }
        return {};
    }

    Desk& desk_;
    httplib::Server server_;
    std::atomic<bool> stopping_ = false;
    StreamPlaces streams_{event_streams};
    StreamPlaces previews_{previews};
    bool has_pages_ = false;
    std::uint16_t port_ = 0;
    std::thread thread_;
};

TerminalServer::TerminalServer(std::unique_ptr<Running> running) : running_(std::move(running)) {
}
TerminalServer::~TerminalServer() = default;
TerminalServer::TerminalServer(TerminalServer&& other) noexcept = default;
TerminalServer& TerminalServer::operator=(TerminalServer&& other) noexcept = default;

Result<TerminalServer> TerminalServer::start(Desk& desk, const ServerOptions& options) {
    auto running = std::make_unique<Running>(desk);
    MADOGUCHI_TRY(running->start(options));
    return TerminalServer(std::move(running));
}

std::uint16_t TerminalServer::port() const noexcept {
    return running_->port();
}

} // namespace madoguchi::terminal
