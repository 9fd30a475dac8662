// Reads the number of the card front on a thread of its own.
#pragma once

#include "hal/surface_number_source.hpp"
#include "terminal_app/service/message.hpp"
#include "terminal_app/service/worker.hpp"

namespace madoguchi::terminal {

class SurfaceService {
public:
    // source may be null: the number is typed then. It outlives the service.
    SurfaceService(hal::SurfaceNumberSource* source, Post post);

    // Answers with NumberRead (and the number beside it) or NumberNotRead.
    [[nodiscard]] bool read_number(SessionId session) { return worker_.post(session); }

private:
    [[nodiscard]] Result<jpki::VerificationNumberB> read() const;
    void carry_out(SessionId session);

    hal::SurfaceNumberSource* source_;
    Post post_;
    Worker<SessionId> worker_; // last: its thread uses the rest
};

} // namespace madoguchi::terminal
