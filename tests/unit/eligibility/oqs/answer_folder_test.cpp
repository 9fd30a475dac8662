// Folder exchange: what share, linking application and other programs do to files (fault N09).
#include "tests/unit/eligibility/support/oqs_samples.hpp"
#include "tests/unit/eligibility/support/scripted_service.hpp"

#include <catch2/catch.hpp>

#include <cerrno>

using namespace madoguchi;
using namespace std::chrono_literals;
using test::ScriptedService;
using test::write_file;

namespace {

const std::string good = test::answer_to(test::sample_request());

void wait_a_little() {
    std::this_thread::sleep_for(20ms);
}

} // namespace

TEST_CASE("an answer is read, taken to trash, and the request is gone") {
    ScriptedService service;
    const auto answer = service.ask([](const auto& path) { write_file(path, good); }, 10s);
    REQUIRE(answer);
    REQUIRE(answer->persons.size() == 1);
    REQUIRE(service.files_in("req") == 0);
    REQUIRE(service.files_in("res") == 0);
    REQUIRE(service.files_in("trash") == 1);
}

TEST_CASE("without a trash folder the answer stays where it is") {
    ScriptedService service(ScriptedService::Trash::Absent);
    REQUIRE(service.ask([](const auto& path) { write_file(path, good); }, 10s));
    REQUIRE(service.files_in("res") == 1);
}

TEST_CASE("a file that grows is read when it is whole") {
    ScriptedService service;
    const auto answer = service.ask(
        [](const auto& path) {
            for (std::size_t part = 1; part <= 4; ++part) {
                write_file(path, std::string_view(good).substr(0, good.size() * part / 4));
                wait_a_little(); // long enough that two reads agree on the half
            }
        },
        10s);
    REQUIRE(answer);
}

TEST_CASE("an empty file that is filled later is no answer yet") {
    ScriptedService service;
    REQUIRE(service.ask(
        [](const auto& path) {
            write_file(path, "");
            wait_a_little();
            write_file(path, good);
        },
        10s));
}

TEST_CASE("another program may be faster and move the answer to trash") {
    ScriptedService service;
    REQUIRE(service.ask(
        [&](const auto& path) { write_file(service.folder() / "trash" / path.filename(), good); },
        10s));
    REQUIRE(service.files_in("trash") == 1);
}

TEST_CASE("a pending answer is waited on, and replaced by the final one") {
    ScriptedService service;
    const std::string pending = test::with(good, "<SegmentOfResult>1", "<SegmentOfResult>2");
    SECTION("the final one comes") {
        const auto answer = service.ask(
            [&](const auto& path) {
                write_file(path, pending);
                wait_a_little();
                write_file(path, good);
            },
            10s);
        REQUIRE(answer->segment.means(eligibility::ResultSegment::Normal));
    }
    SECTION("nothing more comes") {
        const auto answer =
            service.ask([&](const auto& path) { write_file(path, pending); }, 600ms);
        REQUIRE(answer->segment.means(eligibility::ResultSegment::Pending));
    }
}

TEST_CASE("garbage that stays garbage is named before the deadline") {
    for (const std::string& garbage :
         {std::string("\x9C\x00\x01", 3), std::string("<html/>"), good.substr(0, 300),
          std::string((std::size_t{1} << 20U) + 10, '<')}) {
        ScriptedService service;
        const auto begin = std::chrono::steady_clock::now();
        const auto answer = service.ask([&](const auto& path) { write_file(path, garbage); }, 60s);
        REQUIRE(answer.error().code() == ErrorCode::AnswerUnreadable);
        REQUIRE(std::chrono::steady_clock::now() - begin < 30s);
        REQUIRE(service.files_in("res") == 1); // left for the diagnostics
    }
}

TEST_CASE("no answer in time is AnswerLate, and the text says whether the request was taken") {
    ScriptedService service;
    SECTION("nobody takes it") {
        const auto answer = service.ask([](const auto&) {}, 100ms);
        REQUIRE(answer.error().code() == ErrorCode::AnswerLate);
        REQUIRE(answer.error().text().find("was not taken") != std::string_view::npos);
    }
    SECTION("taken, and silence") {
        const auto answer = service.ask(
            [&](const auto&) { std::filesystem::remove_all(service.folder() / "req"); }, 600ms);
        REQUIRE(answer.error().code() == ErrorCode::AnswerLate);
        REQUIRE(answer.error().text().find("was taken") != std::string_view::npos);
    }
    std::filesystem::create_directories(service.folder() / "req");
    REQUIRE(service.files_in("req") == 0); // withdrawn: it names a patient
}

TEST_CASE("an answer that is there and cannot be read is told from none") {
    ScriptedService service;
    const auto answer =
        service.ask([](const auto& path) { std::filesystem::create_directory(path); }, 600ms);
    REQUIRE(answer.error().code() == ErrorCode::LinkUnavailable);
    REQUIRE(answer.error().system_code() == EISDIR);
}

TEST_CASE("a call ends by its deadline") {
    ScriptedService service;
    const auto begin = std::chrono::steady_clock::now();
    REQUIRE_FALSE(service.ask([](const auto&) {}, 100ms));
    REQUIRE(std::chrono::steady_clock::now() - begin < 5s);
}

TEST_CASE("a share that goes is LinkUnavailable, one that comes back in time does no harm") {
    ScriptedService service;
    const auto away = service.folder() / "away";
    const auto res = service.folder() / "res";
    SECTION("gone for good") {
        const auto answer =
            service.ask([&](const auto&) { std::filesystem::rename(res, away); }, 600ms);
        REQUIRE(answer.error().code() == ErrorCode::LinkUnavailable);
    }
    SECTION("gone and back") {
        REQUIRE(service.ask(
            [&](const auto& path) {
                std::filesystem::rename(res, away);
                wait_a_little();
                std::filesystem::rename(away, res);
                write_file(path, good);
            },
            10s));
    }
    SECTION("gone before we ask") {
        std::filesystem::remove(res);
        const auto answer = service.ask([](const auto&) {}, 10s);
        REQUIRE(answer.error().code() == ErrorCode::LinkUnavailable);
    }
}

TEST_CASE("files of others are neither read nor moved nor overwritten") {
    ScriptedService service;
    write_file(service.folder() / "req" / "OQSsiquc01req_202611200001.xml", "theirs");
    write_file(service.folder() / "res" / "OQSsiquc01res_202611200002.xml", "theirs");
    write_file(service.folder() / "trash" / "OQSsiquc01res_202611200003.xml", "theirs");
    for (int i = 0; i < 300; ++i) {
        write_file(service.folder() / "res" / ("old" + std::to_string(i) + ".xml"), "old");
    }
    std::string ours;
    const auto answer = service.ask(
        [&](const auto& path) {
            ours = path.filename().string();
            write_file(path, good);
        },
        10s);
    REQUIRE(answer);
    REQUIRE(ours == "OQSsiquc01res_202611200004.xml");
    REQUIRE(service.files_in("req") == 1);
    REQUIRE(service.files_in("res") == 301);
    REQUIRE(service.files_in("trash") == 2);
}
