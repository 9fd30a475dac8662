// The terminal's HTTP server (docs/terminal-api.md). Listens on 127.0.0.1 and nowhere else.
#pragma once

#include "hal/base/result.hpp"
#include "terminal_app/service/desk.hpp"
#include "terminal_app/service/fallback_desk.hpp"
#include "terminal_app/store/later_list.hpp"

#include <filesystem>
#include <memory>

namespace madoguchi::terminal {

struct ServerOptions {
    std::uint16_t port = 0;                      // 0: the system chooses
    std::filesystem::path web_root;              // the pages; empty: none are served
    std::shared_ptr<LaterList> later_list = {};  // null: there is none to be had
    std::shared_ptr<FallbackDesk> fallback = {}; // null: the staff page has none
};

class TerminalServer {
public:
    // Answers requests from now on, on threads of its own. The desk outlives the server.
    // Errors: ConfigInvalid (the port is taken, the folder of the pages is missing).
    [[nodiscard]] static Result<TerminalServer> start(Desk& desk, const ServerOptions& options);
    ~TerminalServer(); // ends every answer within a second
    TerminalServer(const TerminalServer&) = delete;
    TerminalServer& operator=(const TerminalServer&) = delete;
    TerminalServer(TerminalServer&& other) noexcept;
    TerminalServer& operator=(TerminalServer&& other) noexcept;

    [[nodiscard]] std::uint16_t port() const noexcept;

private:
    class Running;
    explicit TerminalServer(std::unique_ptr<Running> running);

    std::unique_ptr<Running> running_;
};

} // namespace madoguchi::terminal
