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

    // Answers with NumberRead (and the number beside it) or NumberNotRead, also when what the front
    // shows is no number of this kind.
    [[nodiscard]] bool read_number(SessionId session, jpki::FrontNumberKind kind) {
        return worker_.post({session, kind});
    }

private:
    struct Request {
        SessionId session;
        jpki::FrontNumberKind kind{};
    };

    [[nodiscard]] Result<jpki::FrontNumber> read(jpki::FrontNumberKind kind) const;
    void carry_out(const Request& request);

    hal::SurfaceNumberSource* source_;
    Post post_;
    Worker<Request> worker_; // last: its thread uses the rest
};

} // namespace madoguchi::terminal
