#include "hw-sim/card/text_image.hpp"

#include "hw-sim/card/utf8.hpp"

#include <ft2build.h>
#include <opencv2/imgcodecs.hpp>
#include FT_FREETYPE_H

#include <algorithm>
#include <array>
#include <system_error>

namespace madoguchi::sim {

namespace {

constexpr int line_height = 12;
constexpr int baseline = 10; // from the top of a line, pixels
constexpr std::uint8_t white = 255;

constexpr std::array<const char*, 4> font_files{
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/local/share/fonts/NotoSansCJK-Regular.ttc",
};

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

struct TextImageMaker::Font {
    Font() = default;
    Font(const Font&) = delete;
    Font& operator=(const Font&) = delete;
    ~Font() {
        FT_Done_Face(face);
        FT_Done_FreeType(library);
    }

    // The first face of the collection is the Japanese one.
    bool open(const char* file) {
        return FT_New_Face(library, file, 0, &face) == 0 &&
               FT_Set_Pixel_Sizes(face, 0, line_height) == 0;
    }

    FT_Library library = nullptr;
    FT_Face face = nullptr;
};

TextImageMaker::TextImageMaker(std::unique_ptr<Font> font) : font_(std::move(font)) {
}
TextImageMaker::~TextImageMaker() = default;
TextImageMaker::TextImageMaker(TextImageMaker&&) noexcept = default;
TextImageMaker& TextImageMaker::operator=(TextImageMaker&&) noexcept = default;

Result<TextImageMaker> TextImageMaker::with_system_font() {
    auto font = std::make_unique<Font>();
    if (FT_Init_FreeType(&font->library) != 0) {
        return fail(ErrorCode::FileUnreadable, "FreeType cannot be started");
    }
    for (const char* file : font_files) {
        std::error_code error;
        if (std::filesystem::exists(file, error) && font->open(file)) {
            return TextImageMaker(std::move(font));
        }
    }
    return fail(ErrorCode::FileUnreadable,
                "no Japanese font is installed; install the package fonts-noto-cjk");
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
        if (FT_Load_Char(font_->face, character, FT_LOAD_RENDER | FT_LOAD_TARGET_MONO) == 0) {
            copy_glyph(font_->face->glyph, x, y, canvas);
        }
        x += cell_width(character);
    }
    return encode_bilevel(canvas.pixels);
}

} // namespace madoguchi::sim
