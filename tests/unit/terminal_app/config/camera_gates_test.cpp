#include "face/quality/gate_bounds.hpp"
#include "terminal_app/config/camera_gates.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace madoguchi;
using namespace madoguchi::terminal;

namespace {

constexpr PictureSize size{640, 480};

std::string usual() {
    return to_text({size, "2026-11-20", {}});
}

std::string replaced(std::string text, std::string_view old, std::string_view by) {
    const auto place = text.find(old);
    REQUIRE(place != std::string::npos);
    return text.replace(place, old.size(), by);
}

// The line of this gate, with another value.
std::string with(std::string_view gate, float value) {
    std::string text = usual();
    const auto begin = text.find(std::string(gate) + " = ");
    REQUIRE(begin != std::string::npos);
    return text.replace(begin, text.find('\n', begin) - begin,
                        std::string(gate) + " = " + std::to_string(value));
}

} // namespace

TEST_CASE("a file of gates that is written is read again, and the usual gates are safe") {
    const auto gates = parse_gates(usual(), size);
    REQUIRE(gates.has_value());
    CHECK(gates->date == "2026-11-20");
    for (const face::GateBound& gate : face::camera_gates) {
        INFO(gate.name);
        CHECK(gates->limits.*gate.limit == Approx(face::GateLimits().*gate.limit));
    }
    CHECK(gates->limits.most_yaw == face::GateLimits().most_yaw); // no matter of the camera
}

TEST_CASE("a gate at its bound is taken, one beyond it is refused by name") {
    constexpr float beyond = 0.01F;
    for (const face::GateBound& gate : face::camera_gates) {
        INFO(gate.name);
        CHECK(parse_gates(with(gate.name, gate.least), size).has_value());
        CHECK(parse_gates(with(gate.name, gate.most), size).has_value());
        for (const float value : {gate.least - beyond, gate.most + beyond, -1.0F, 1e9F}) {
            const auto refused = parse_gates(with(gate.name, value), size);
            REQUIRE_FALSE(refused.has_value());
            CHECK(refused.error().key == "gates." + std::string(gate.name));
            CHECK_FALSE(refused.error().remedy.empty());
        }
    }
}

TEST_CASE("a file that is no file of gates for this camera is refused with key and remedy") {
    struct Case {
        const char* what;
        std::string text;
        const char* key;
    };
    const std::vector<Case> cases{
        {"empty", "", "camera.frame"},
        {"no TOML", "[[[", ""},
        {"pictures of another size", replaced(usual(), "640x480", "1280x720"), "camera.frame"},
        {"a gate is missing", replaced(usual(), "darkest", "# darkest"), "gates.darkest"},
        {"a gate as text", replaced(usual(), "darkest = 60.000", "darkest = \"60\""),
         "gates.darkest"},
        {"a gate that is no number", replaced(usual(), "darkest = 60.000", "darkest = nan"),
         "gates.darkest"},
        {"a gate that is no matter of the camera", usual() + "most_yaw = 90.0\n", "gates.most_yaw"},
    };
    for (const Case& one : cases) {
        INFO(one.what);
        const auto refused = parse_gates(one.text, size);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().key == one.key);
        CHECK_FALSE(refused.error().cause.empty());
    }
}

TEST_CASE("a file of gates that is not there is a problem, not a crash") {
    CHECK_FALSE(load_gates("/nonexistent/gates.toml", size).has_value());
    const test::TemporaryFolder folder;
    std::ofstream(folder.path() / "gates.toml") << usual();
    CHECK(load_gates(folder.path() / "gates.toml", size).has_value());
}
