// Bytes that a card gives as its photo: refused, or a picture within the limits. No decoder runs.
#include "face/image/jpeg2000_guard.hpp"

#include <cstdlib>

using namespace madoguchi;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const face::Jpeg2000Limits limits;
    const auto header = face::check_jpeg2000(ByteView(data, size), limits);
    if (!header) {
        return 0;
    }
    const bool within = header->width >= 1 && header->width <= limits.side_pixels &&
                        header->height >= 1 && header->height <= limits.side_pixels &&
                        (header->components == 1 || header->components == 3) &&
                        header->tiles >= 1 && header->tiles <= limits.tiles;
    if (!within) {
        std::abort();
    }
    return 0;
}
