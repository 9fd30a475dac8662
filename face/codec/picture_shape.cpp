#include "face/codec/picture_shape.hpp"

#include "face/image/picture_size.hpp"
#include "hal/base/contract.hpp"

#include <algorithm>

namespace madoguchi::face {

namespace {

// The source pixels that a target pixel of one axis stands for: from, and after the last.
struct Stretch {
    std::size_t begin;
    std::size_t end;
};

Stretch stretch_of(int target, int targets, int sources) {
    const auto place = [&](int i) {
        return static_cast<std::size_t>(i) * static_cast<std::size_t>(sources) /
               static_cast<std::size_t>(targets);
    };
    return {place(target), std::max(place(target + 1), place(target) + 1)};
}

std::uint8_t mean_of(const ImageView& picture, Stretch rows, Stretch columns, std::size_t channel) {
    const auto channels = static_cast<std::size_t>(bytes_per_pixel(picture.format()));
    const auto width = static_cast<std::size_t>(picture.width());
    std::size_t sum = 0;
    for (std::size_t y = rows.begin; y < rows.end; ++y) {
        for (std::size_t x = columns.begin; x < columns.end; ++x) {
            sum += picture.pixels()[(y * width + x) * channels + channel];
        }
    }
    const std::size_t count = (rows.end - rows.begin) * (columns.end - columns.begin);
    return static_cast<std::uint8_t>((sum + count / 2) / count);
}

struct Place {
    int x;
    int y;
};

// Where in the stored picture of this size an upright pixel comes from (CIPA DC-008, 4.6.4 A).
Place stored_place(Place upright, int orientation, int width, int height) {
    const int right = width - 1;
    const int bottom = height - 1;
    switch (orientation) {
    case 2:
        return {right - upright.x, upright.y};
    case 3:
        return {right - upright.x, bottom - upright.y};
    case 4:
        return {upright.x, bottom - upright.y};
    case 5:
        return {upright.y, upright.x};
    case 6:
        return {upright.y, bottom - upright.x};
    case 7:
        return {right - upright.y, bottom - upright.x};
    case 8:
        return {right - upright.y, upright.x};
    default:
        return upright;
    }
}

} // namespace

Image reduce(Image picture, int longest_side) {
    const PictureSize size = reduced_size(
        {static_cast<std::uint32_t>(picture.width()), static_cast<std::uint32_t>(picture.height())},
        longest_side);
    Image reduced(static_cast<int>(size.width), static_cast<int>(size.height), picture.format());
    if (reduced.width() == picture.width() && reduced.height() == picture.height()) {
        return picture;
    }
    const ImageView source = picture.view();
    std::uint8_t* target = reduced.pixels_for_writing().data();
    const auto channels = static_cast<std::size_t>(bytes_per_pixel(picture.format()));
    for (int y = 0; y < reduced.height(); ++y) {
        const Stretch rows = stretch_of(y, reduced.height(), picture.height());
        for (int x = 0; x < reduced.width(); ++x) {
            const Stretch columns = stretch_of(x, reduced.width(), picture.width());
            for (std::size_t channel = 0; channel < channels; ++channel) {
                *target++ = mean_of(source, rows, columns, channel);
            }
        }
    }
    return reduced;
}

Image turn_upright(Image picture, int orientation) {
    MADOGUCHI_EXPECTS(orientation >= 1 && orientation <= 8);
    if (orientation == 1) {
        return picture;
    }
    const bool on_its_side = orientation >= 5;
    Image upright(on_its_side ? picture.height() : picture.width(),
                  on_its_side ? picture.width() : picture.height(), picture.format());
    const ByteView source = picture.view().pixels();
    const auto channels = static_cast<std::size_t>(bytes_per_pixel(picture.format()));
    auto target = upright.pixels_for_writing().begin();
    for (int y = 0; y < upright.height(); ++y) {
        for (int x = 0; x < upright.width(); ++x) {
            const Place from = stored_place({x, y}, orientation, picture.width(), picture.height());
            const std::size_t pixel =
                static_cast<std::size_t>(from.y) * static_cast<std::size_t>(picture.width()) +
                static_cast<std::size_t>(from.x);
            target = std::copy_n(source.begin() + static_cast<std::ptrdiff_t>(pixel * channels),
                                 channels, target);
        }
    }
    return upright;
}

} // namespace madoguchi::face
