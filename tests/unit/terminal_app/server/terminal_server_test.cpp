// The real server on a port of its own, asked by a real HTTP client.
#include "terminal_app/server/terminal_server.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/terminal_app/server/fake_desk.hpp"

#include <catch2/catch.hpp>
#include <httplib.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <thread>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::test::FakeDesk;
using nlohmann::json;

namespace {

class Asked {
public:
    explicit Asked(const std::filesystem::path& web_root = {})
        : server_(start(desk, {0, web_root})), client("127.0.0.1", server_.port()) {
        client.set_read_timeout(3);
    }

    static TerminalServer start(FakeDesk& desk, const ServerOptions& options) {
        auto server = TerminalServer::start(desk, options);
        REQUIRE(server.has_value());
        return std::move(*server);
    }

    int press(const std::string& path, const std::string& body,
              const char* type = "application/json") {
        const auto answer = client.Post(path, body, type);
        return answer ? answer->status : -1;
    }
    // The first `count` data lines of an event stream.
    std::vector<json> events(
        const std::string& path, std::size_t count,
        const std::function<void(std::size_t)>& after_each = [](auto) {}) {
        std::string text;
        std::vector<json> found;
        client.Get(path, [&](const char* data, std::size_t size) {
            text.append(data, size);
            for (auto end = text.find("\n\n"); end != std::string::npos; end = text.find("\n\n")) {
                const auto at = text.find("data: ");
                if (at < end) {
                    found.push_back(json::parse(text.substr(at + 6, end - at - 6)));
                    after_each(found.size());
                }
                text.erase(0, end + 2);
            }
            return found.size() < count;
        });
        return found;
    }
    [[nodiscard]] int port() const { return server_.port(); }

    FakeDesk desk;

private:
    TerminalServer server_;

public:
    httplib::Client client;
};

State in_phase(Phase phase) {
    State state;
    state.phase = phase;
    state.ways = WaySet().with(Way::Pin).with(Way::Visual);
    return state;
}

} // namespace

TEST_CASE("an event stream begins with the present screen and goes on with each change") {
    Asked asked;
    const auto events = asked.events("/api/patient/events", 2, [&](std::size_t seen) {
        if (seen == 1) {
            asked.desk.show(in_phase(Phase::ChoosingWay));
        }
    });
    REQUIRE(events.size() == 2);
    CHECK(events[0]["screen"] == "idle");
    CHECK(events[1]["screen"] == "choose_way");
    CHECK(events[1]["ways"] == json({"pin", "visual"}));
    CHECK(events[1]["reason"].is_null());
}

TEST_CASE("the staff stream tells health, failure and the visual check") {
    Asked asked;
    asked.desk.show_photo(as_bytes("picture"));
    State state = in_phase(Phase::AwaitingVisual);
    state.way = Way::Visual;
    asked.desk.show(state);
    const auto events = asked.events("/api/staff/events", 1);
    REQUIRE(events.size() == 1);
    CHECK(events[0]["screen"] == "visual_wait");
    CHECK(events[0]["way"] == "visual");
    CHECK(events[0]["health"].size() == 6);
    CHECK(events[0]["visual_check"]["photo"] == "/api/staff/photo");
    CHECK(events[0]["failure"].is_null());
}

TEST_CASE("each action of the interface reaches the desk") {
    Asked asked;
    SECTION("a way") {
        CHECK(asked.press("/api/patient/action", R"({"action":"choose_way","way":"pin"})") == 204);
        CHECK(std::get<action::ChooseWay>(asked.desk.take_patient_action()).way == Way::Pin);
    }
    SECTION("a PIN") {
        CHECK(asked.press("/api/patient/action", R"({"action":"enter_pin","digits":"0123"})") ==
              204);
        const auto action = asked.desk.take_patient_action();
        CHECK(
            same_bytes(std::get<action::EnterPin>(action).pin.digits().reveal(), as_bytes("0123")));
    }
    SECTION("the number of the card front") {
        CHECK(asked.press("/api/patient/action",
                          R"({"action":"enter_number_b","digits":"01234567890123"})") == 204);
        CHECK(kind_of(std::get<action::EnterNumber>(asked.desk.take_patient_action()).number) ==
              jpki::FrontNumberKind::NumberB);
    }
    SECTION("the number of a next-generation card's front") {
        CHECK(asked.press("/api/patient/action",
                          R"({"action":"enter_number_b","digits":"012345"})") == 204);
        CHECK(kind_of(std::get<action::EnterNumber>(asked.desk.take_patient_action()).number) ==
              jpki::FrontNumberKind::VerificationNumber);
    }
    SECTION("consents") {
        CHECK(asked.press(
                  "/api/patient/action",
                  R"({"action":"consent","answers":{"medication":true,"surgery":false}})") == 204);
        CHECK(std::get<action::GiveConsents>(asked.desk.take_patient_action()).given ==
              std::vector{eligibility::ConsentItem::Medication});
    }
    SECTION("staff") {
        CHECK(asked.press("/api/staff/action",
                          R"({"action":"confirm_visual","same_person":true})") == 204);
        CHECK(std::get<action::ConfirmVisual>(asked.desk.take_staff_action()).same_person);
        CHECK(asked.press("/api/staff/action", R"({"action":"allow_visual"})") == 204);
        CHECK(asked.press("/api/staff/action", R"({"action":"cancel_session"})") == 204);
    }
}

TEST_CASE("what is no action is refused and never reaches the desk") {
    const std::vector<std::string> bodies{
        "",
        "{",
        "[]",
        "null",
        "\"cancel\"",
        R"({"action":"dance"})",
        R"({"action":"cancel","and":"more"})",
        R"({"action":"choose_way"})",
        R"({"action":"choose_way","way":"phone"})",
        R"({"action":"enter_pin","digits":"123"})",
        R"({"action":"enter_pin","digits":"12345"})",
        R"({"action":"enter_pin","digits":"12a4"})",
        R"({"action":"enter_pin","digits":1234})",
        R"({"action":"enter_pin","digits":"１２３４"})",
        R"({"action":"enter_number_b","digits":"0123456789012"})",
        R"({"action":"enter_number_b","digits":"01234"})",
        R"({"action":"enter_number_b","digits":"0123456"})",
        R"({"action":"consent","answers":{"medication":true}})",
        R"({"action":"consent","answers":{"medication":true,"surgery":"no"}})",
        R"({"action":"consent","answers":{"medication":true,"surgery":false,"dna":true}})",
        R"({"action":"confirm_visual","same_person":true})", // staff only
    };
    Asked asked;
    for (const std::string& body : bodies) {
        INFO(body);
        CHECK(asked.press("/api/patient/action", body) == 400);
    }
    CHECK(asked.press("/api/staff/action", R"({"action":"confirm_visual","same_person":1})") ==
          400);
    CHECK(asked.press("/api/staff/action", R"({"action":"cancel"})") == 400);
    CHECK(asked.desk.actions() == 0);
}

TEST_CASE("an action that does not fit the screen is answered with 409") {
    Asked asked;
    asked.desk.answer_with(ActionVerdict::DoesNotFit);
    CHECK(asked.press("/api/patient/action", R"({"action":"cancel"})") == 409);
    asked.desk.answer_with(ActionVerdict::Busy);
    CHECK(asked.press("/api/patient/action", R"({"action":"cancel"})") == 503);
}

TEST_CASE("only pages of this terminal may ask it") {
    Asked asked;
    const std::string port = std::to_string(asked.port());
    const std::string cancel = R"({"action":"cancel"})";
    struct Case {
        const char* what;
        httplib::Headers headers;
        int status;
    };
    const std::vector<Case> cases{
        {"its own name", {{"Host", "localhost:" + port}}, 204},
        {"its own page",
         {{"Host", "127.0.0.1:" + port}, {"Origin", "http://127.0.0.1:" + port}},
         204},
        {"a name bound to this address", {{"Host", "evil.example:" + port}}, 403},
        {"another port", {{"Host", "127.0.0.1:1"}}, 403},
        {"no port", {{"Host", "127.0.0.1"}}, 403},
        {"another site's page",
         {{"Host", "127.0.0.1:" + port}, {"Origin", "http://evil.example"}},
         403},
        {"a page without origin", {{"Host", "127.0.0.1:" + port}, {"Origin", "null"}}, 403},
        {"another scheme",
         {{"Host", "127.0.0.1:" + port}, {"Origin", "https://127.0.0.1:" + port}},
         403},
    };
    for (const Case& one : cases) {
        INFO(one.what);
        const auto answer =
            asked.client.Post("/api/patient/action", one.headers, cancel, "application/json");
        REQUIRE(answer);
        CHECK(answer->status == one.status);
    }
    CHECK(asked.desk.actions() == 2);
}

TEST_CASE("a body of another type or beyond 4096 bytes is refused") {
    Asked asked;
    CHECK(asked.press("/api/patient/action", R"({"action":"cancel"})", "text/plain") == 415);
    CHECK(asked.press("/api/patient/action", "action=cancel",
                      "application/x-www-form-urlencoded") == 415);
    const std::string large = R"({"action":"cancel","x":")" + std::string(5000, 'x') + "\"}";
    CHECK(asked.press("/api/patient/action", large) == 413);
    CHECK(asked.desk.actions() == 0);
}

TEST_CASE("every answer carries the security headers") {
    const test::TemporaryFolder web;
    std::ofstream(web.path() / "index.html") << "<!doctype html>";
    std::filesystem::create_directory(web.path() / "staff");
    std::ofstream(web.path() / "staff" / "index.html") << "<!doctype html>staff";
    Asked asked(web.path());
    for (const char* path : {"/", "/staff", "/api/staff/photo", "/nothing"}) {
        INFO(path);
        const auto answer = asked.client.Get(path);
        REQUIRE(answer);
        CHECK(answer->get_header_value("Content-Security-Policy") == "default-src 'self'");
        CHECK(answer->get_header_value("Cache-Control") == "no-store");
        CHECK(answer->get_header_value("X-Content-Type-Options") == "nosniff");
        CHECK(answer->get_header_value("X-Frame-Options") == "DENY");
    }
    CHECK(asked.client.Get("/staff")->body == "<!doctype html>staff");
    CHECK(asked.client.Get("/../terminal_server_test.cpp")->status == 404);
}

TEST_CASE("the card's photo is given out only while the visual check is open") {
    Asked asked;
    CHECK(asked.client.Get("/api/staff/photo")->status == 404);
    asked.desk.show_photo(as_bytes("picture"));
    const auto answer = asked.client.Get("/api/staff/photo");
    CHECK(answer->status == 200);
    CHECK(answer->body == "picture");
    CHECK(answer->get_header_value("Content-Type") == "image/png");
    CHECK(answer->get_header_value("Cache-Control") == "no-store");
}

TEST_CASE("the preview runs while a face is looked at and ends with it") {
    Asked asked;
    CHECK(asked.client.Get("/api/patient/preview.mjpeg")->status == 404);
    asked.desk.show_preview(as_bytes("frame"));
    std::string seen;
    const auto answer =
        asked.client.Get("/api/patient/preview.mjpeg", [&](const char* data, std::size_t size) {
            seen.append(data, size);
            if (seen.find("frame\r\n") != std::string::npos) {
                asked.desk.end_preview();
            }
            return true;
        });
    REQUIRE(answer);
    CHECK(answer->get_header_value("Content-Type").starts_with("multipart/x-mixed-replace"));
    CHECK(seen.find("Content-Type: image/jpeg") != std::string::npos);
}

TEST_CASE("the server ends soon although a page still listens") {
    auto desk = std::make_unique<FakeDesk>();
    auto server = TerminalServer::start(*desk, {});
    REQUIRE(server.has_value());
    httplib::Client client("127.0.0.1", server->port());
    std::atomic<bool> listening = false;
    std::thread page([&] {
        client.Get("/api/patient/events", [&](const char* /*data*/, std::size_t /*size*/) {
            listening = true;
            return true;
        });
    });
    while (!listening) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    const auto begin = std::chrono::steady_clock::now();
    { const TerminalServer ends = std::move(*server); }
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(2));
    page.join();
}

TEST_CASE("a port that is taken, or pages that are missing, are errors that name the setting") {
    FakeDesk desk;
    const auto first = TerminalServer::start(desk, {});
    REQUIRE(first.has_value());
    const auto second = TerminalServer::start(desk, {first->port(), {}});
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().text().find("server.port") != std::string_view::npos);
    const auto third = TerminalServer::start(desk, {0, "/nonexistent"});
    REQUIRE_FALSE(third.has_value());
    CHECK(third.error().text().find("server.web_root") != std::string_view::npos);
}
