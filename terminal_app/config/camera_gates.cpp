#include "terminal_app/config/camera_gates.hpp"

#include "face/quality/gate_bounds.hpp"
#include "terminal_app/config/toml_reader.hpp"

#include <fmt/format.h>

namespace madoguchi::terminal {

namespace {

constexpr double rounding = 1e-6; // 0.12 is not the same as a float and as a double
constexpr const char* remedy = "derive the file again with madoguchi face camera-check";

std::string in_words(PictureSize size) {
    return fmt::format("{}x{}", size.width, size.height);
}

void check_frame(TomlReader& toml, PictureSize frame) {
    const std::string said = toml.text("camera.frame").value_or("");
    if (said.empty()) {
        toml.report({"camera.frame", "the file does not say for which pictures it holds", remedy});
    } else if (said != in_words(frame)) {
        toml.report({"camera.frame",
                     "these gates were derived on other pictures than the terminal takes",
                     "set [camera] frame of the settings likewise, or " + std::string(remedy)});
    }
}

} // namespace

std::string to_text(const CameraGates& gates) {
    std::string text =
        fmt::format("# Gates of one face camera, derived by madoguchi face camera-check.\n"
                    "# [face] gates of the terminal's settings names this file.\n"
                    "[camera]\nframe = \"{}\"\ndate = \"{}\"\n\n[gates]\n",
                    in_words(gates.frame), gates.date);
    for (const face::GateBound& gate : face::camera_gates) {
        text += fmt::format("{} = {:.3f} # {} to {}\n", gate.name, gates.limits.*gate.limit,
                            gate.least, gate.most);
    }
    return text;
}

tl::expected<CameraGates, ConfigProblem> parse_gates(std::string_view text, PictureSize frame) {
    auto toml = TomlReader::parse(text);
    if (!toml) {
        return tl::unexpected(toml.error());
    }
    CameraGates gates{frame, toml->text("camera.date").value_or(""), {}};
    check_frame(*toml, frame);
    for (const face::GateBound& gate : face::camera_gates) {
        const std::string key = "gates." + std::string(gate.name);
        const auto value = toml->real(key, static_cast<double>(gate.least) - rounding,
                                      static_cast<double>(gate.most) + rounding);
        if (!value) { // a problem of the value itself came first and is kept
            toml->report({key, "this gate is missing", remedy});
        }
        gates.limits.*gate.limit = static_cast<float>(value.value_or(0));
    }
    if (auto problem = toml->problem()) {
        return tl::unexpected(std::move(*problem));
    }
    return gates;
}

tl::expected<CameraGates, ConfigProblem> load_gates(const std::filesystem::path& file,
                                                    PictureSize frame) {
    const auto text = read_settings(file);
    return text ? parse_gates(*text, frame) : tl::unexpected(text.error());
}

} // namespace madoguchi::terminal
