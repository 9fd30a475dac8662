// A card face: refused, or its signature is compared; the segments never hold more than the file.
#include "jpki/trust/card_data_checks.hpp"

#include <cstdlib>

using namespace madoguchi;
using namespace madoguchi::jpki;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto surface = parse_surface_record(ByteView(data, size));
    if (!surface) {
        return 0;
    }
    const SurfaceSegments& segments = surface->signed_segments;
    if (segments.holder.size() + segments.images.size() + segments.photo.size() > size) {
        std::abort();
    }
    static_cast<void>(compare_surface_signature(surface->card_key, *surface));
    return 0;
}
