#include "terminal_app/workflow/way.hpp"

namespace madoguchi::terminal {

std::string_view name_of(Way way) noexcept {
    switch (way) {
    case Way::Face:
        return "face";
    case Way::Pin:
        return "pin";
    case Way::Visual:
        return "visual";
    }
    return "?";
}

std::optional<Way> way_named(std::string_view name) noexcept {
    for (const Way way : all_ways) {
        if (name_of(way) == name) {
            return way;
        }
    }
    return std::nullopt;
}

} // namespace madoguchi::terminal
