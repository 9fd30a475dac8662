#include "hw-sim/card/text_image.hpp"

#include "hw-sim/card/utf8.hpp"

#include <opencv2/imgcodecs.hpp>

#include <algorithm>

namespace madoguchi::sim {

namespace {

constexpr int line_height = 12;
constexpr int baseline = 10; // from the top of a line, pixels
constexpr std::uint8_t white = 255;

// Ideographic variation sequences choose a glyph and take no place of their own.
constexpr bool is_variation_selector(char32_t character) {
    return character >= 0xE0100 && character <= 0xE01EF;
}

constexpr int cell_width(char32_t character) {
    return character < 0x80 ? line_height / 2 : line_height;
}

bool is_first_byte(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80;
}

// The drawing area: one byte a pixel until it is encoded.
struct Canvas {
    explicit Canvas(TextImageSize size)
        : pixels(size.height, size.width, CV_8U, cv::Scalar(white)) {}

    void blacken(int x, int y) {
        if (x >= 0 && y >= 0 && x < pixels.cols && y < pixels.rows) {
            pixels.at<std::uint8_t>(y, x) = 0;
        }
    }

    cv::Mat pixels;
};

void copy_glyph(const FT_GlyphSlot glyph, int cell_x, int line_y, Canvas& canvas) {
    const FT_Bitmap& bitmap = glyph->bitmap;
    const int top = line_y + baseline - glyph->bitmap_top;
    for (int y = 0; y < static_cast<int>(bitmap.rows); ++y) {
        const std::uint8_t* row = bitmap.buffer + std::ptrdiff_t{y} * bitmap.pitch;
        for (int x = 0; x < static_cast<int>(bitmap.width); ++x) {
            if ((row[x / 8] & (0x80U >> (unsigned(x) % 8))) != 0) {
                canvas.blacken(cell_x + glyph->bitmap_left + x, top + y);
            }
        }
    }
}

Result<Bytes> encode_bilevel(const cv::Mat& pixels) {
    try {
        Bytes png;
        if (cv::imencode(".png", pixels, png,
                         {cv::IMWRITE_PNG_BILEVEL, 1, cv::IMWRITE_PNG_COMPRESSION, 9})) {
            return png;
        }
    } catch (const cv::Exception&) { // explained below
    }
    return fail(ErrorCode::ImageUnreadable, "OpenCV cannot encode PNG");
}

} // namespace

TextImageSize address_image_size(std::string_view address) {
    constexpr int characters_a_line = 24;
    constexpr int usual_lines = 2;
    const auto characters =
        static_cast<int>(std::count_if(address.begin(), address.end(), is_first_byte));
    const int lines = (characters + characters_a_line - 1) / characters_a_line;
    return {characters_a_line * line_height, std::max(lines, usual_lines) * line_height};
}

Result<TextImageMaker> TextImageMaker::with_system_font() {
    return TextImageMaker(MADOGUCHI_TRY(JapaneseFont::open(Typeface::Gothic)));
}

Result<Bytes> TextImageMaker::draw(std::string_view text, TextImageSize size) const {
    const std::u32string characters = MADOGUCHI_TRY(decode_utf8(text));
    Canvas canvas(size);
    int x = 0;
    int y = 0;
    for (const char32_t character : characters) {
        if (is_variation_selector(character)) {
            continue;
        }
        if (x + cell_width(character) > size.width) {
            x = 0;
            y += line_height;
        }
        if (y + line_height > size.height) {
            return fail(ErrorCode::TooLarge, "a text does not fit its picture on the card");
        }
        if (const FT_GlyphSlot glyph = font_.render(character, line_height, FT_LOAD_TARGET_MONO)) {
            copy_glyph(glyph, x, y, canvas);
        }
        x += cell_width(character);
    }
    return encode_bilevel(canvas.pixels);
}

} // namespace madoguchi::sim
