// The composition root: settings and drivers in, a running terminal out.
#pragma once

#include "face/quality/face_gates.hpp"
#include "hal/base/clock.hpp"
#include "terminal_app/config/terminal_config.hpp"
#include "terminal_app/service/fallback_desk.hpp"
#include "terminal_app/service/running_reception.hpp"

namespace madoguchi::terminal {

class Terminal {
public:
    // Opens what the settings name and starts. Errors: those of trust anchors, journal and camera
    // description. Missing face models or camera are no error: the face way is unavailable then.
    // gates: of the face camera.
    [[nodiscard]] static Result<std::unique_ptr<Terminal>> start(const TerminalConfig& config,
                                                                 const face::GateLimits& gates);

    [[nodiscard]] Desk& desk() noexcept { return reception_->desk(); }
    // Null: it could not be opened; the log says why.
    [[nodiscard]] const std::shared_ptr<LaterList>& later_list() const noexcept {
        return later_list_;
    }
    void stop() { reception_->stop(); }

    // What staff do by hand when the card settles nothing.
    [[nodiscard]] std::shared_ptr<FallbackDesk> fallback() const { return fallback_; }

private:
    struct Drivers;
    struct DriversDeleter {
        void operator()(Drivers* drivers) const noexcept;
    };

    Terminal() = default;

    std::unique_ptr<Drivers, DriversDeleter> drivers_;
    std::shared_ptr<LaterList> later_list_;
    std::shared_ptr<FallbackDesk> fallback_;
    std::unique_ptr<RunningReception> reception_; // ends before its drivers
};

} // namespace madoguchi::terminal
