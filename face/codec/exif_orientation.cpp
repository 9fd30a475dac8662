#include "face/codec/exif_orientation.hpp"

#include "face/image/byte_cursor.hpp"

#include <array>
#include <optional>

namespace madoguchi::face {

namespace {

constexpr int upright = 1;
constexpr std::uint32_t orientation_tag = 0x0112;
constexpr std::uint32_t exif_segment = 0xFFE1;
constexpr std::uint32_t scan_segment = 0xFFDA;
constexpr int most_segments = 64;
constexpr std::array<std::uint8_t, 6> exif_signature{'E', 'x', 'i', 'f', 0, 0};

// A TIFF header with its first directory: numbers in the byte order that it names.
class TiffView {
public:
    explicit TiffView(ByteView bytes)
        : bytes_(bytes), little_(bytes.size() >= 2 && bytes[0] == 'I' && bytes[1] == 'I') {}

    [[nodiscard]] std::optional<std::uint32_t> number(std::size_t offset, std::size_t width) const {
        if (offset > bytes_.size() || bytes_.size() - offset < width) {
            return std::nullopt;
        }
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < width; ++i) {
            value = (value << 8U) | bytes_[offset + (little_ ? width - 1 - i : i)];
        }
        return value;
    }

private:
    ByteView bytes_;
    bool little_;
};

int orientation_in(const TiffView& tiff) {
    constexpr std::size_t entry_bytes = 12;
    constexpr std::size_t value_offset = 8; // after tag, type and count
    const auto directory = tiff.number(4, 4);
    const auto entries = directory ? tiff.number(*directory, 2) : std::nullopt;
    for (std::uint32_t i = 0; i < entries.value_or(0); ++i) { // two bytes: at most 65,535
        const std::size_t entry = std::size_t{*directory} + 2 + i * entry_bytes;
        const auto tag = tiff.number(entry, 2);
        const auto value = tiff.number(entry + value_offset, 2);
        if (!tag || !value) {
            break;
        }
        if (*tag == orientation_tag) {
            return *value >= 1 && *value <= 8 ? static_cast<int>(*value) : upright;
        }
    }
    return upright;
}

Result<ByteView> find_exif(ByteView jpeg) {
    ByteCursor cursor(jpeg);
    MADOGUCHI_TRY(cursor.take(2));
    for (int count = 0; count < most_segments; ++count) {
        const std::uint32_t marker = MADOGUCHI_TRY(cursor.take_number(2));
        const std::uint32_t length = MADOGUCHI_TRY(cursor.take_number(2));
        if (marker < 0xFFC0 || marker == scan_segment || length < 2) {
            break;
        }
        const ByteView content = MADOGUCHI_TRY(cursor.take(length - 2));
        if (marker == exif_segment && content.size() > exif_signature.size() &&
            same_bytes(content.first(exif_signature.size()), exif_signature)) {
            return content.subspan(exif_signature.size());
        }
    }
    return fail(ErrorCode::ImageRefused, "picture has no EXIF data");
}

} // namespace

int exif_orientation(ByteView jpeg) {
    const auto tiff = find_exif(jpeg);
    return tiff ? orientation_in(TiffView(*tiff)) : upright;
}

} // namespace madoguchi::face
