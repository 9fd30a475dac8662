// Elliptic-curve public keys on named curves (RFC 5480): for the provisional profile of the
// next-generation card (card-interface reference, section 12) and for published test vectors.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <cstdint>

namespace madoguchi::jpki {

enum class NamedCurve : std::uint8_t { P256, P384, P521 };

// Of one coordinate, in bytes.
[[nodiscard]] constexpr std::size_t coordinate_size(NamedCurve curve) noexcept {
    switch (curve) {
    case NamedCurve::P256:
        return 32;
    case NamedCurve::P384:
        return 48;
    case NamedCurve::P521:
        return 66;
    }
    return 0;
}

struct EcPublicKey {
    NamedCurve curve{};
    Bytes point; // 04 X Y

    bool operator==(const EcPublicKey&) const = default;
};

// Errors: KeyInvalid unless the point is uncompressed and lies on its curve.
[[nodiscard]] Result<EcPublicKey> require_sound(EcPublicKey key);

} // namespace madoguchi::jpki
