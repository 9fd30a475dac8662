// A card face: refused, or its signature is compared; the segments never hold more than the file.
#include "jpki/trust/card_data_checks.hpp"
#include "tests/fuzz/require.hpp"

using namespace madoguchi;
using namespace madoguchi::jpki;

namespace {

void check(const Result<SurfaceRecord>& surface, std::size_t size) {
    if (!surface) {
        return;
    }
    const SurfaceSegments& segments = surface->signed_segments;
    require(segments.holder.size() + segments.images.size() + segments.photo.size() <= size);
    static_cast<void>(compare_surface_signature(surface->card_key, *surface));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView file(data, size);
    check(parse_surface_record(file), size);
    check(parse_provisional_surface_record(file), size);
    return 0;
}
