// Text as the card stores it in pictures: black on white, one bit a pixel, PNG (reference, section
// 7.2).
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"
#include "hw-sim/card/japanese_font.hpp"

#include <string_view>

namespace madoguchi::sim {

struct TextImageSize {
    int width;  // pixels
    int height; // a multiple of the 12-pixel line
};

inline constexpr TextImageSize name_image_size{216, 12};
// Two lines of 24 characters, more only where an address needs them.
[[nodiscard]] TextImageSize address_image_size(std::string_view address);
inline constexpr TextImageSize individual_number_image_size{72, 12};
inline constexpr TextImageSize security_code_image_size{24, 12};

// A Japanese font of this machine, loaded once. Used by one thread at a time.
class TextImageMaker {
public:
    // Looks for Noto Sans CJK (package fonts-noto-cjk) where fonts are installed.
    // Errors: FileUnreadable when there is none.
    [[nodiscard]] static Result<TextImageMaker> with_system_font();

    // Draws UTF-8 text in cells of 12 x 12 pixels, 6 x 12 for ASCII, line after line; PNG bytes.
    // Errors: TooLarge (does not fit), TextInvalid (not UTF-8), ImageUnreadable (no encoder).
    [[nodiscard]] Result<Bytes> draw(std::string_view text, TextImageSize size) const;

private:
    explicit TextImageMaker(JapaneseFont font) : font_(std::move(font)) {}
    JapaneseFont font_;
};

} // namespace madoguchi::sim
