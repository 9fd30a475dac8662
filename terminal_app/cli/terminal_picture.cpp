#include "terminal_app/cli/terminal_picture.hpp"

#include "hal/base/contract.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace madoguchi::cli {

namespace {

struct Colour {
    int red = 0;
    int green = 0;
    int blue = 0;

    // ITU-R BT.601, in thousandths; 0 to 255.
    [[nodiscard]] int grey() const { return (299 * red + 587 * green + 114 * blue) / 1000; }
};

// The picture as a grid of fewer, larger dots, each the mean of the pixels under it.
class Dots {
public:
    Dots(const face::ImageView& picture, int columns, int rows)
        : picture_(picture), columns_(columns), rows_(rows) {}

    [[nodiscard]] Colour at(int column, int row) const {
        const int left = column * picture_.width() / columns_;
        const int right = std::max(left + 1, (column + 1) * picture_.width() / columns_);
        const int top = row * picture_.height() / rows_;
        const int bottom = std::max(top + 1, (row + 1) * picture_.height() / rows_);
        Colour sum;
        for (int y = top; y < bottom; ++y) {
            for (int x = left; x < right; ++x) {
                add_pixel(sum, x, y);
            }
        }
        const int count = (right - left) * (bottom - top);
        return {sum.red / count, sum.green / count, sum.blue / count};
    }

private:
    void add_pixel(Colour& sum, int x, int y) const {
        const int channels = bytes_per_pixel(picture_.format());
        const auto offset =
            static_cast<std::size_t>(channels) *
            (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture_.width()) +
             static_cast<std::size_t>(x));
        const ByteView pixel =
            picture_.pixels().subspan(offset, static_cast<std::size_t>(channels));
        sum.blue += pixel.front();
        sum.green += pixel[pixel.size() / 2];
        sum.red += pixel.back();
    }

    const face::ImageView& picture_;
    int columns_;
    int rows_;
};

// 232 to 255 are 24 steps of grey, from nearly black to nearly white.
int grey_step(const Colour& colour) {
    return 232 + colour.grey() * 24 / 256;
}

// Foreground for the upper half, background for the lower.
void append_half_block(std::string& text, const Colour& upper, const Colour& lower,
                       PictureStyle style) {
    if (style == PictureStyle::TrueColour) {
        fmt::format_to(std::back_inserter(text), "\x1b[38;2;{};{};{};48;2;{};{};{}m▀", upper.red,
                       upper.green, upper.blue, lower.red, lower.green, lower.blue);
    } else {
        fmt::format_to(std::back_inserter(text), "\x1b[38;5;{};48;5;{}m▀", grey_step(upper),
                       grey_step(lower));
    }
}

constexpr std::string_view dark_to_light = " .:-=+*#%@";
constexpr std::string_view plain_again = "\x1b[0m";
constexpr std::size_t longest_cell = 42; // bytes of one half block with its colours

} // namespace

CellSize fit(const face::ImageView& picture, CellSize room) {
    MADOGUCHI_EXPECTS(room.columns >= 1 && room.rows >= 1);
    const int columns_for_all_rows = 2 * room.rows * picture.width() / picture.height();
    if (columns_for_all_rows <= room.columns) {
        return {std::max(1, columns_for_all_rows), room.rows};
    }
    return {room.columns, std::max(1, room.columns * picture.height() / (2 * picture.width()))};
}

std::string draw(const face::ImageView& picture, CellSize size, PictureStyle style) {
    MADOGUCHI_EXPECTS(size.columns >= 1 && size.rows >= 1);
    const bool blocks = style != PictureStyle::Ascii;
    const Dots dots(picture, size.columns, blocks ? 2 * size.rows : size.rows);
    std::string text;
    // In one piece from the start: what a string leaves behind when it grows cannot be wiped.
    text.reserve(static_cast<std::size_t>(size.rows) *
                 (static_cast<std::size_t>(size.columns) * longest_cell + plain_again.size() + 1));
    for (int row = 0; row < size.rows; ++row) {
        for (int column = 0; column < size.columns; ++column) {
            if (blocks) {
                append_half_block(text, dots.at(column, 2 * row), dots.at(column, 2 * row + 1),
                                  style);
            } else {
                const int shade = dots.at(column, row).grey() * 10 / 256;
                text += dark_to_light[static_cast<std::size_t>(shade)];
            }
        }
        text += blocks ? plain_again : std::string_view();
        text += '\n';
    }
    return text;
}

} // namespace madoguchi::cli
