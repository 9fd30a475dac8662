// EXIF data of JPEG pictures: always one of the eight orientations.
#include "face/codec/exif_orientation.hpp"
#include "tests/fuzz/require.hpp"

using namespace madoguchi;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const int orientation = face::exif_orientation(ByteView(data, size));
    require(orientation >= 1 && orientation <= 8);
    return 0;
}
