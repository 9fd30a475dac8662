// A Japanese font of this machine, for everything that the simulator prints (FreeType).
#pragma once

#include "hal/base/result.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <memory>

namespace madoguchi::sim {

enum class Typeface : std::uint8_t {
    Gothic, // Noto Sans CJK
    Mincho, // Noto Serif CJK
};

// Used by one thread at a time.
class JapaneseFont {
public:
    JapaneseFont(JapaneseFont&&) noexcept = default;
    JapaneseFont& operator=(JapaneseFont&&) = delete; // would close the library before its face

    // Looks where fonts are installed (package fonts-noto-cjk). Errors: FileUnreadable.
    [[nodiscard]] static Result<JapaneseFont> open(Typeface typeface);

    // The glyph of a character as FreeType rendered it, at so many pixels a full-width cell, valid
    // until the next call; null when it cannot be drawn. How: FT_LOAD_TARGET_MONO or _NORMAL.
    [[nodiscard]] FT_GlyphSlot render(char32_t character, int cell_height, int how) const;

private:
    struct Closer {
        void operator()(FT_Library library) const noexcept { FT_Done_FreeType(library); }
        void operator()(FT_Face face) const noexcept { FT_Done_Face(face); }
    };
    JapaneseFont() = default;

    std::unique_ptr<FT_LibraryRec_, Closer> library_;
    std::unique_ptr<FT_FaceRec_, Closer> face_; // goes before its library
};

} // namespace madoguchi::sim
