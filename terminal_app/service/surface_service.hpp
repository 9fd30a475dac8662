// Reads the number of the card front on a thread of its own, from the moment a card lies there.
#pragma once

#include "hal/base/clock.hpp"
#include "hal/surface_number_source.hpp"
#include "terminal_app/service/message.hpp"
#include "terminal_app/service/worker.hpp"

#include <atomic>

namespace madoguchi::terminal {

namespace surface_command {

// Which command it is, counted from one: a release ends all that were given before it.
using Number = std::uint64_t;

struct ReadAhead {
    Number number = 0;
    SessionId session;
};
struct GiveNumber {
    Number number = 0;
    SessionId session;
    jpki::FrontNumberKind kind{};
};
struct Release {};

} // namespace surface_command

using SurfaceCommand =
    std::variant<surface_command::ReadAhead, surface_command::GiveNumber, surface_command::Release>;

class SurfaceService {
public:
    // source may be null: the number is typed then. Everything given outlives the service.
    SurfaceService(hal::SurfaceNumberSource* source, const Clock& clock, Post post);
    ~SurfaceService();
    SurfaceService(const SurfaceService&) = delete;
    SurfaceService& operator=(const SurfaceService&) = delete;

    // These three are called by one thread.
    //
    // Begins to read; what is read is told to nobody before give_number().
    [[nodiscard]] bool read_ahead(SessionId session);
    // Answers with NumberRead (and the number beside it) or NumberNotRead, also when what the front
    // shows is no number of this kind; until then with SurfaceSeen where something hinders.
    [[nodiscard]] bool give_number(SessionId session, jpki::FrontNumberKind kind);
    // Ends what was asked for so far, within one frame and without a report; wipes what was read.
    void release();

private:
    class Watcher;

    // Of one reading.
    struct Outcome {
        SessionId session;
        Result<SecretBytes> digits;
        bool was_waited_for = false; // when it ended
    };

    void carry_out(SurfaceCommand command);
    void perform(const surface_command::ReadAhead& command);
    void perform(const surface_command::GiveNumber& command);
    void perform(const surface_command::Release& command);

    [[nodiscard]] bool is_released(surface_command::Number number) const {
        return number <= released_;
    }
    [[nodiscard]] bool is_waited_for() const { return asked_ > released_; }
    [[nodiscard]] Outcome read(surface_command::Number number, SessionId session);
    void answer(const surface_command::GiveNumber& command, Result<SecretBytes> digits);
    void allow(std::chrono::milliseconds time);
    // Looks whether the source is there, while nobody needs it.
    void probe();
    void tell_health(Condition condition, std::optional<FailureReason> reason);

    hal::SurfaceNumberSource* source_;
    const Clock& clock_;
    Post post_;
    std::optional<Outcome> outcome_;
    std::optional<PartHealth> told_;
    MonotonicTime next_probe_{};
    surface_command::Number last_number_ = 0;
    std::atomic<surface_command::Number> released_{0};
    std::atomic<surface_command::Number> asked_{0};
    std::atomic<MonotonicTime> limit_{MonotonicTime{}}; // of the present reading
    Worker<SurfaceCommand> worker_;                     // last: its thread uses the rest
};

// Why the front gave no number, as patient and staff are told.
[[nodiscard]] FailureReason surface_failure_reason_of(const Error& error) noexcept;

} // namespace madoguchi::terminal
