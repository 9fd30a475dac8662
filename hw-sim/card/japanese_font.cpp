#include "hw-sim/card/japanese_font.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <system_error>

namespace madoguchi::sim {

namespace {

constexpr std::array<const char*, 4> font_folders{
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/noto-cjk",
    "/usr/share/fonts/google-noto-cjk",
    "/usr/local/share/fonts",
};

const char* file_name(Typeface typeface) {
    return typeface == Typeface::Gothic ? "NotoSansCJK-Regular.ttc" : "NotoSerifCJK-Regular.ttc";
}

} // namespace

Result<JapaneseFont> JapaneseFont::open(Typeface typeface) {
    JapaneseFont font;
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) {
        return fail(ErrorCode::FileUnreadable, "FreeType cannot be started");
    }
    font.library_.reset(library);
    for (const char* folder : font_folders) {
        const auto file = std::filesystem::path(folder) / file_name(typeface);
        std::error_code error;
        FT_Face face = nullptr; // the first face of the collection is the Japanese one
        if (std::filesystem::exists(file, error) &&
            FT_New_Face(library, file.c_str(), 0, &face) == 0) {
            font.face_.reset(face);
            return font;
        }
    }
    return fail(ErrorCode::FileUnreadable,
                "no Japanese font is installed; install the package fonts-noto-cjk");
}

FT_GlyphSlot JapaneseFont::render(char32_t character, int cell_height, int how) const {
    const bool is_drawn =
        FT_Set_Pixel_Sizes(face_.get(), 0, static_cast<FT_UInt>(cell_height)) == 0 &&
        FT_Load_Char(face_.get(), character, FT_LOAD_RENDER | how) == 0;
    return is_drawn ? face_->glyph : nullptr;
}

} // namespace madoguchi::sim
