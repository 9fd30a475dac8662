// The photo of a card that is still being read.
#pragma once

#include "jpki/record/surface_record.hpp"

#include <functional>

namespace madoguchi::jpki {

// The photo as the card gave it, before anything is proved: to be prepared (decoded, described)
// while the rest is still read. What comes of it may be shown or decided upon only with the
// Verified<SurfaceRecord> that holds the same photo.
class UnprovedPhoto {
public:
    explicit UnprovedPhoto(const FacePhoto& photo) noexcept : jpeg2000_(photo.jpeg2000.reveal()) {}

    // Valid during the call that hands it on.
    [[nodiscard]] ByteView jpeg2000_to_prepare() const noexcept { return jpeg2000_; }

private:
    ByteView jpeg2000_;
};

using EarlyPhoto = std::function<void(UnprovedPhoto)>;

} // namespace madoguchi::jpki
