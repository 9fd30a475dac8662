#include "terminal_app/service/surface_service.hpp"

#include "hal/base/log.hpp"

namespace madoguchi::terminal {

namespace {

constexpr auto read_time = std::chrono::seconds(10);

} // namespace

SurfaceService::SurfaceService(hal::SurfaceNumberSource* source, Post post)
    : source_(source), post_(std::move(post)),
      worker_([this](const Request& request) { carry_out(request); }) {
}

Result<jpki::FrontNumber> SurfaceService::read(jpki::FrontNumberKind kind) const {
    if (source_ == nullptr) {
        return fail(ErrorCode::SurfaceUnreadable, "no surface camera is configured");
    }
    return jpki::front_number_from(kind,
                                   MADOGUCHI_TRY(source_->read_number(Deadline::after(read_time))));
}

void SurfaceService::carry_out(const Request& request) {
    auto number = read(request.kind);
    if (!number) {
        log::write_error(log::Level::Info, "surface_number_not_read", number.error());
        post_(Report{event::NumberNotRead{request.session}, {}});
        return;
    }
    post_(Report{event::NumberRead{request.session}, std::move(*number)});
}

} // namespace madoguchi::terminal
