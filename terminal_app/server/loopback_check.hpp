// Only pages of this terminal may speak to it: a web site that the browser also shows could reach
// the loopback address, directly or by rebinding a name of its own.
#pragma once

#include <cstdint>
#include <string_view>

namespace madoguchi::terminal {

// "127.0.0.1:8086", "localhost:8086", "[::1]:8086", and nothing else.
[[nodiscard]] bool is_our_host(std::string_view host, std::uint16_t port);

// Absent (empty) or "http://" and one of the above.
[[nodiscard]] bool is_our_origin(std::string_view origin, std::uint16_t port);

} // namespace madoguchi::terminal
