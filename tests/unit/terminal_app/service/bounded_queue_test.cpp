#include "terminal_app/service/bounded_queue.hpp"

#include <catch2/catch.hpp>

#include <memory>
#include <thread>

using namespace madoguchi::terminal;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

TEST_CASE("values come out in the order in which they went in") {
    BoundedQueue<int> queue(3);
    for (const int value : {1, 2, 3}) {
        CHECK(queue.push(value));
    }
    CHECK(queue.pop(0ms) == 1);
    CHECK(queue.pop(0ms) == 2);
    CHECK(queue.pop(0ms) == 3);
    CHECK_FALSE(queue.pop(0ms).has_value());
}

TEST_CASE("a full queue refuses, destroys what it refused, and takes again once there is room") {
    BoundedQueue<std::shared_ptr<int>> queue(1);
    CHECK(queue.push(std::make_shared<int>(1)));
    auto refused = std::make_shared<int>(2);
    const std::weak_ptr<int> watched = refused;
    CHECK_FALSE(queue.push(std::move(refused)));
    CHECK(watched.expired());
    CHECK(queue.pop(0ms).has_value());
    CHECK(queue.push(std::make_shared<int>(3)));
}

TEST_CASE("a closed queue takes nothing more and gives out what is left") {
    BoundedQueue<int> queue(2);
    CHECK(queue.push(1));
    queue.close();
    CHECK_FALSE(queue.push(2));
    CHECK_FALSE(queue.is_done());
    CHECK(queue.pop(0ms) == 1);
    CHECK(queue.is_done());
}

TEST_CASE("whoever waits is woken by a value, and by the end") {
    const auto started = std::chrono::steady_clock::now();
    BoundedQueue<int> queue(1);
    {
        const std::jthread other([&] { static_cast<void>(queue.push(7)); });
        CHECK(queue.pop(10s) == 7);
    }
    {
        const std::jthread other([&] { queue.close(); });
        CHECK_FALSE(queue.pop(10s).has_value());
    }
    CHECK(std::chrono::steady_clock::now() - started < 5s);
}
