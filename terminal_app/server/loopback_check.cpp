#include "terminal_app/server/loopback_check.hpp"

#include <array>
#include <string>

namespace madoguchi::terminal {

bool is_our_host(std::string_view host, std::uint16_t port) {
    constexpr std::array<std::string_view, 3> names{"127.0.0.1", "localhost", "[::1]"};
    for (const std::string_view name : names) {
        if (host == std::string(name) + ":" + std::to_string(port)) {
            return true;
        }
    }
    return false;
}

bool is_our_origin(std::string_view origin, std::uint16_t port) {
    constexpr std::string_view scheme = "http://";
    return origin.empty() ||
           (origin.starts_with(scheme) && is_our_host(origin.substr(scheme.size()), port));
}

} // namespace madoguchi::terminal
