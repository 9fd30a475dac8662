// Which networks made a template. Numbers of one kind say nothing about those of another.
#pragma once

#include "hal/base/error.hpp"

namespace madoguchi::face {

enum class EngineKind : std::uint8_t {
    OpenCv, // face-reidentification-retail-0095
    Dlib,   // dlib's ResNet, from files that an operator provides
};

// As settings and calibrations write it: "opencv", "dlib".
[[nodiscard]] constexpr StaticText name_of(EngineKind engine) noexcept {
    return engine == EngineKind::Dlib ? StaticText("dlib") : StaticText("opencv");
}

} // namespace madoguchi::face
