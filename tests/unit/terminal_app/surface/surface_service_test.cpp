// The card front is read from the moment a card lies there, and given when it is asked for.
#include "terminal_app/service/surface_service.hpp"

#include <catch2/catch.hpp>

#include <condition_variable>

using namespace madoguchi;
using namespace madoguchi::terminal;
using std::chrono_literals::operator""s;
using std::chrono_literals::operator""ms;

namespace {

constexpr SessionId session{1};
constexpr auto number_b = jpki::FrontNumberKind::NumberB;

// Gives what the test has put down; waits where there is nothing, as long as it is wanted.
class Source final : public hal::SurfaceNumberSource {
public:
    void put(Result<std::string> number) {
        const std::scoped_lock lock(mutex_);
        numbers_.push_back(std::move(number));
    }
    [[nodiscard]] int readings() const { return readings_; }

    [[nodiscard]] bool gives(std::size_t digits) const override { return digits == 14; }
    [[nodiscard]] Result<void> check(Deadline /*deadline*/) override { return {}; }
    [[nodiscard]] Result<SecretBytes> read_number(Deadline deadline,
                                                  hal::SurfaceWatcher& watcher) override {
        ++readings_;
        while (watcher.is_wanted() && !deadline.has_passed()) {
            if (auto number = take()) {
                return *number ? Result<SecretBytes>(SecretBytes(as_bytes(**number)))
                               : fail(number->error());
            }
            watcher.on_hindrance("surface.guidance.not-found");
            std::this_thread::sleep_for(1ms);
        }
        return fail(ErrorCode::Cancelled, "scripted: nobody waits");
    }

private:
    std::optional<Result<std::string>> take() {
        const std::scoped_lock lock(mutex_);
        if (numbers_.empty()) {
            return std::nullopt;
        }
        auto number = std::move(numbers_.front());
        numbers_.erase(numbers_.begin());
        return number;
    }

    std::mutex mutex_;
    std::vector<Result<std::string>> numbers_;
    std::atomic<int> readings_{0};
};

// What the service tells.
class Inbox {
public:
    [[nodiscard]] Post post() {
        return [this](Message message) {
            const std::scoped_lock lock(mutex_);
            if (auto* report = std::get_if<Report>(&message)) {
                events_.push_back(report->event);
            } else if (const auto* health = std::get_if<PartHealth>(&message)) {
                health_ = *health;
            } else if (std::holds_alternative<StrandWork>(message)) {
                ++strands_;
            }
            changed_.notify_all();
        };
    }
    // The first event of the kind; fails the test when none comes.
    template <typename Wanted>
    Wanted wait_for() {
        std::optional<Wanted> found;
        wait([&] {
            for (const Event& event : events_) {
                if (const auto* wanted = std::get_if<Wanted>(&event)) {
                    found = *wanted;
                }
            }
            return found.has_value();
        });
        return *found;
    }
    void wait_for_strands(int count) {
        wait([&] { return strands_ >= count; });
    }
    void wait_for(Condition condition, std::optional<FailureReason> reason) {
        wait([&] { return health_.condition == condition && health_.reason == reason; });
    }
    [[nodiscard]] bool is_empty() {
        const std::scoped_lock lock(mutex_);
        return events_.empty();
    }

private:
    template <typename Reached>
    void wait(Reached reached) {
        std::unique_lock lock(mutex_);
        REQUIRE(changed_.wait_for(lock, 60s, reached));
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Event> events_;
    PartHealth health_;
    int strands_ = 0;
};

struct Desk {
    Source source;
    SystemClock clock;
    Inbox inbox;
    SurfaceService service{&source, clock, inbox.post()};
};

constexpr const char* digits = "55021720352285";

Result<std::string> error(ErrorCode code) {
    return fail(code, "scripted");
}

} // namespace

TEST_CASE("what was read before anybody asked is given at once, and read once") {
    Desk desk;
    desk.source.put(digits);
    REQUIRE(desk.service.read_ahead(session));
    desk.inbox.wait_for_strands(1);
    CHECK(desk.inbox.is_empty()); // nobody asked
    REQUIRE(desk.service.give_number(session, number_b));
    desk.inbox.wait_for<event::NumberRead>();
    CHECK(desk.source.readings() == 1);
}

TEST_CASE("a reading under way goes on when it is asked for, and says what hinders") {
    Desk desk;
    REQUIRE(desk.service.read_ahead(session));
    REQUIRE(desk.service.give_number(session, number_b));
    CHECK(desk.inbox.wait_for<event::SurfaceSeen>().guidance == "surface.guidance.not-found");
    desk.source.put(digits);
    desk.inbox.wait_for<event::NumberRead>();
    CHECK(desk.source.readings() == 1);
}

TEST_CASE("what failed before anybody asked is tried once more, and no third time") {
    Desk desk;
    desk.source.put(error(ErrorCode::SurfaceUnreadable));
    REQUIRE(desk.service.read_ahead(session));
    desk.inbox.wait_for_strands(1);
    desk.source.put(error(ErrorCode::SurfaceUnreadable));
    REQUIRE(desk.service.give_number(session, number_b));
    CHECK(desk.inbox.wait_for<event::NumberNotRead>().reason == FailureReason::NumberUnreadable);
    CHECK(desk.source.readings() == 2);
}

TEST_CASE("a release ends the reading without a word, and the next session reads anew") {
    Desk desk;
    REQUIRE(desk.service.read_ahead(session));
    REQUIRE(desk.service.give_number(session, number_b));
    desk.inbox.wait_for<event::SurfaceSeen>();
    desk.service.release();
    desk.inbox.wait_for_strands(1);
    desk.source.put(digits);
    REQUIRE(desk.service.read_ahead({2}));
    REQUIRE(desk.service.give_number({2}, number_b));
    CHECK(desk.inbox.wait_for<event::NumberRead>().session == SessionId{2});
}

TEST_CASE("a number read for one session is not given to another") {
    Desk desk;
    desk.source.put(digits);
    REQUIRE(desk.service.read_ahead(session));
    desk.inbox.wait_for_strands(1);
    desk.source.put("54031820362285");
    REQUIRE(desk.service.give_number({2}, number_b));
    desk.inbox.wait_for<event::NumberRead>();
    CHECK(desk.source.readings() == 2);
}

TEST_CASE("a number that no camera reads is asked of the person at once") {
    Desk desk;
    REQUIRE(desk.service.read_ahead(session));
    REQUIRE(desk.service.give_number(session, jpki::FrontNumberKind::VerificationNumber));
    CHECK(desk.inbox.wait_for<event::NumberNotRead>().reason == FailureReason::NumberUnreadable);
}

TEST_CASE("each failure of the camera is the reason, and the part's state") {
    struct Case {
        ErrorCode error;
        FailureReason reason;
    };
    const std::vector<Case> cases{
        {ErrorCode::CameraMissing, FailureReason::SurfaceCameraNone},
        {ErrorCode::CameraLost, FailureReason::SurfaceCameraLost},
        {ErrorCode::ImageUnreadable, FailureReason::SurfaceCameraBlack},
        {ErrorCode::ImageRefused, FailureReason::SurfaceCameraUnsuitable},
        {ErrorCode::ModelMissing, FailureReason::SurfaceModels},
    };
    for (const Case& one : cases) {
        INFO(name_of(one.error));
        Desk desk;
        desk.source.put(error(one.error));
        REQUIRE(desk.service.give_number(session, number_b));
        CHECK(desk.inbox.wait_for<event::NumberNotRead>().reason == one.reason);
        desk.inbox.wait_for(Condition::Down, one.reason);
        desk.source.put(digits);
        REQUIRE(desk.service.give_number(session, number_b));
        desk.inbox.wait_for<event::NumberRead>();
        desk.inbox.wait_for(Condition::Ok, std::nullopt);
    }
}
