#include "terminal_app/service/surface_service.hpp"

#include "hal/base/log.hpp"

namespace madoguchi::terminal {

namespace {

constexpr auto read_time = std::chrono::seconds(10);

} // namespace

SurfaceService::SurfaceService(hal::SurfaceNumberSource* source, Post post)
    : source_(source), post_(std::move(post)),
      worker_([this](SessionId session) { carry_out(session); }) {
}

Result<jpki::VerificationNumberB> SurfaceService::read() const {
    if (source_ == nullptr) {
        return fail(ErrorCode::SurfaceUnreadable, "no surface camera is configured");
    }
    return jpki::VerificationNumberB::from_digits(
        MADOGUCHI_TRY(source_->read_number(Deadline::after(read_time))));
}

void SurfaceService::carry_out(SessionId session) {
    auto number = read();
    if (!number) {
        log::write_error(log::Level::Info, "surface_number_not_read", number.error());
        post_(Report{event::NumberNotRead{session}, {}});
        return;
    }
    post_(Report{event::NumberRead{session}, std::move(*number)});
}

} // namespace madoguchi::terminal
