#include "terminal_app/service/board.hpp"

#include <catch2/catch.hpp>

#include <thread>

using namespace madoguchi::terminal;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

TEST_CASE("a board shows nothing first, and then the newest value only") {
    Board<int> board;
    CHECK(board.newest().value == nullptr);
    board.publish(std::make_shared<const int>(1));
    board.publish(std::make_shared<const int>(2));
    CHECK(*board.newest().value == 2);
    board.publish(nullptr);
    CHECK(board.newest().value == nullptr);
}

TEST_CASE("each publication has a higher number, also one of the same value") {
    Board<int> board;
    const auto value = std::make_shared<const int>(1);
    board.publish(value);
    const auto first = board.newest().number;
    board.publish(value);
    CHECK(board.newest().number > first);
}

TEST_CASE("waiting ends with a newer edition, with the time, or with the board") {
    Board<int> board;
    const auto seen = board.newest().number;
    CHECK(board.wait_after(seen, 1ms).number == seen);
    {
        const std::jthread other([&] { board.publish(std::make_shared<const int>(5)); });
        CHECK(*board.wait_after(seen, 10s).value == 5);
    }
    const auto started = std::chrono::steady_clock::now();
    {
        const std::jthread other([&] { board.close(); });
        CHECK(*board.wait_after(board.newest().number, 10s).value == 5);
    }
    CHECK(board.is_closed());
    CHECK(std::chrono::steady_clock::now() - started < 5s);
}
