#include "terminal_app/service/camera_number_source.hpp"

#include "terminal_app/service/frame_watch.hpp"

#include <algorithm>

namespace madoguchi::terminal {

namespace {

constexpr int least_width = 1000; // pixels: a card in it is then some 800 long

// A camera that hangs is as good as lost.
Result<Frame> next_frame(hal::Camera& camera, Deadline deadline) {
    auto frame = camera.next_frame(deadline);
    if (!frame && frame.error().code() == ErrorCode::DeadlineExceeded) {
        return fail(ErrorCode::CameraLost, "the surface camera gives no picture");
    }
    return frame;
}

// By surface::Field.
using FieldTexts = std::array<StaticText, 3>;
constexpr FieldTexts glare{"surface.guidance.glare.birth-date", "surface.guidance.glare.expiry",
                           "surface.guidance.glare.security-code"};
constexpr FieldTexts unsure{"surface.guidance.unsure.birth-date", "surface.guidance.unsure.expiry",
                            "surface.guidance.unsure.security-code"};

StaticText of_field(const FieldTexts& texts, std::optional<surface::Field> field,
                    StaticText whole) {
    return field ? texts.at(static_cast<std::size_t>(*field)) : whole;
}

// One visit of one card. What the reader has seen of it is wiped at the end, whatever the end is.
class Visit {
public:
    Visit(surface::NumberReader& reader, CivilDate today, hal::SurfaceWatcher& watcher,
          const CameraNumberLimits& limits)
        : reader_(reader), today_(today), watcher_(watcher), limits_(limits) {
        reader_.forget();
    }
    ~Visit() { reader_.forget(); }
    Visit(const Visit&) = delete;
    Visit& operator=(const Visit&) = delete;

    // Nothing: the next frame, please.
    [[nodiscard]] Result<std::optional<SecretBytes>> look_at(const Frame& frame) {
        frames_.see(frame);
        if (frames_.stillness() > limits_.longest_stillness) {
            return fail(ErrorCode::CameraLost,
                        "the surface camera gives the same picture for ever");
        }
        tell_slowness();
        if (frames_.is_repeated()) { // not a second look that agrees with the first
            return std::nullopt;
        }
        if (frame.width < least_width) {
            return fail(ErrorCode::ImageRefused,
                        "the surface camera's pictures are less than 1000 pixels wide");
        }
        if (is_black(frame)) {
            return wait_for_light(frame.taken_at);
        }
        black_since_.reset();
        return read(frame);
    }

private:
    [[nodiscard]] Result<std::optional<SecretBytes>> read(const Frame& frame) {
        MADOGUCHI_TRY(reader_.look_at(frame));
        if (auto number = reader_.take_number(today_)) {
            return std::move(*number).take_digits();
        }
        watcher_.on_hindrance(text_id(reader_.refusal(today_)));
        return std::nullopt;
    }

    // A lamp and an exposure take their moment.
    [[nodiscard]] Result<std::optional<SecretBytes>> wait_for_light(MonotonicTime now) {
        black_since_ = black_since_.value_or(now);
        if (now - *black_since_ > limits_.longest_blackness) {
            return fail(ErrorCode::ImageUnreadable, "the surface camera's pictures are black");
        }
        watcher_.on_hindrance("surface.guidance.black");
        return std::nullopt;
    }

    void tell_slowness() {
        if (frames_.is_slow() && !told_slowness_) {
            told_slowness_ = true;
            watcher_.on_slow_camera();
        }
    }

    surface::NumberReader& reader_;
    CivilDate today_;
    hal::SurfaceWatcher& watcher_;
    CameraNumberLimits limits_;
    FrameWatch frames_;
    std::optional<MonotonicTime> black_since_;
    bool told_slowness_ = false;
};

} // namespace

StaticText text_id(const surface::Refusal& refusal) noexcept {
    using enum surface::RefusalReason;
    switch (refusal.reason) {
    case NotFound:
        return "surface.guidance.not-found";
    case OtherShape:
        return "surface.guidance.other-shape";
    case Blank:
        return "surface.guidance.blank";
    case OtherCard:
        return "surface.guidance.other-card";
    case OutOfFocus:
        return "surface.guidance.out-of-focus";
    case Glare:
        return of_field(glare, refusal.field, "surface.guidance.glare");
    case Unsure:
        break;
    }
    return of_field(unsure, refusal.field, "surface.guidance.unsure");
}

CameraNumberSource::CameraNumberSource(hal::CameraSource& camera,
                                       Result<surface::NumberReader> reader, const Clock& clock,
                                       const CameraNumberLimits& limits)
    : camera_(camera), reader_(std::move(reader)), clock_(clock), limits_(limits) {
}

bool CameraNumberSource::gives(std::size_t digits) const {
    return digits == surface::FrontNumber::digit_count;
}

Result<void> CameraNumberSource::check(Deadline deadline) {
    if (!reader_) {
        return fail(reader_.error());
    }
    MADOGUCHI_TRY(open(deadline));
    return {};
}

Result<std::unique_ptr<hal::Camera>> CameraNumberSource::open(Deadline deadline) {
    auto camera = camera_.open(deadline.but_within(limits_.opening));
    if (!camera && camera.error().code() == ErrorCode::DeadlineExceeded) {
        return fail(ErrorCode::CameraMissing, "the surface camera does not open in time");
    }
    return camera;
}

Result<SecretBytes> CameraNumberSource::read_number(Deadline deadline,
                                                    hal::SurfaceWatcher& watcher) {
    if (!reader_) {
        return fail(reader_.error());
    }
    const auto camera = MADOGUCHI_TRY(open(deadline));
    Visit visit(*reader_, date_in_japan(clock_.civil_now()), watcher, limits_);
    for (int i = 0; i < limits_.most_frames && !deadline.has_passed(); ++i) {
        if (!watcher.is_wanted()) {
            return fail(ErrorCode::Cancelled, "nobody waits for the card front any more");
        }
        const Frame frame =
            MADOGUCHI_TRY(next_frame(*camera, deadline.but_within(limits_.longest_gap)));
        if (auto number = MADOGUCHI_TRY(visit.look_at(frame))) {
            return std::move(*number);
        }
    }
    return fail(ErrorCode::SurfaceUnreadable, "the card front was not read in time");
}

} // namespace madoguchi::terminal
