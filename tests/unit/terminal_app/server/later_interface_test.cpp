// The staff page's list of later confirmations, over HTTP.
#include "terminal_app/server/terminal_server.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/terminal_app/server/fake_desk.hpp"
#include "tests/unit/terminal_app/store/later_samples.hpp"

#include <httplib.h>
#include <nlohmann/json.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace madoguchi::test;
using nlohmann::json;

namespace {

struct Asked {
    TemporaryFolder folder;
    SetClock clock;
    std::shared_ptr<LaterList> list =
        std::make_shared<LaterList>(open_later(folder.path() / "later.sqlite", clock));
    FakeDesk desk;
    TerminalServer server = require(TerminalServer::start(desk, {0, {}, list}));
    httplib::Client client{"127.0.0.1", server.port()};

    std::string body() { return client.Get("/api/staff/later")->body; }
    int press(const std::string& text) {
        return client.Post("/api/staff/later", text, "application/json")->status;
    }
};

} // namespace

TEST_CASE("staff see what is to be confirmed later, by the clinic's own number only") {
    Asked asked;
    require(asked.list->keep(later_question(1), "F-LINK-TIMEOUT"));
    const std::string body = asked.body();
    const json row = json::parse(body)["rows"].at(0);
    CHECK(row["number"] == 1);
    CHECK(row["reference_number"] == "K1001");
    CHECK(row["state"] == "waiting");
    CHECK(row["reason"] == "F-LINK-TIMEOUT");
    CHECK(row["asks"] == 0);
    CHECK(row["kept_at"] == "2026-09-21T14:13:20Z");
    CHECK(row["asked_at"].is_null());
    for (const char* trace : {"架空", "カクウ", "3456789", "1970"}) {
        CHECK(body.find(trace) == std::string::npos);
    }
}

TEST_CASE("staff close a case or have it asked about again") {
    Asked asked;
    require(asked.list->keep(later_question(1), "F-LINK-TIMEOUT"));
    CHECK(asked.press(R"({"action":"close","number":1,"as":"given-up"})") == 204);
    CHECK(asked.press(R"({"action":"close","number":1,"as":"confirmed"})") == 409);
    CHECK(asked.press(R"({"action":"retry","number":1})") == 204);
    CHECK(require(asked.list->rows()).front().state == LaterState::Waiting);
    CHECK(asked.press(R"({"action":"retry","number":99})") == 409);
}

TEST_CASE("anything else that is sent about later confirmations is refused") {
    Asked asked;
    for (const char* body :
         {"", "[]", "{}", R"({"action":"retry"})", R"({"action":"retry","number":"1"})",
          R"({"action":"retry","number":1.5})", R"({"action":"retry","number":1,"more":1})",
          R"({"action":"close","number":1})", R"({"action":"close","number":1,"as":"waiting"})",
          R"({"action":"close","number":1,"as":7})", R"({"action":"drop","number":1})"}) {
        INFO(body);
        CHECK(asked.press(body) == 400);
    }
}

TEST_CASE("without a list staff are told so") {
    FakeDesk desk;
    TerminalServer server = require(TerminalServer::start(desk, {0, {}}));
    httplib::Client client("127.0.0.1", server.port());
    CHECK(client.Get("/api/staff/later")->status == 503);
    CHECK(client.Post("/api/staff/later", R"({"action":"retry","number":1})", "application/json")
              ->status != 204);
}
