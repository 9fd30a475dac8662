#include "face/dlib/resnet_internal.hpp"
#include "face/embed/dlib_embedder.hpp"

#include <dlib/image_processing.h>

#include <cmath>
#include <streambuf>

namespace madoguchi::face {

namespace {

using Picture = dlib::array2d<dlib::rgb_pixel>;
using Chip = dlib::matrix<dlib::rgb_pixel>;

constexpr double chip_padding = 0.25; // of the face's side, as the network was trained
constexpr unsigned long shape_points = 5;

// Reads where the bytes are.
class ByteStream : public std::streambuf {
public:
    explicit ByteStream(ByteView bytes) {
        char* const begin = const_cast<char*>(reinterpret_cast<const char*>(bytes.data()));
        setg(begin, begin, begin + bytes.size());
    }
};

template <typename Object>
Result<void> read_whole(Object& object, ByteView bytes) {
    ByteStream buffer(bytes);
    std::istream stream(&buffer);
    try {
        dlib::deserialize(object, stream);
    } catch (const std::exception&) {
        return fail(ErrorCode::ModelFailed,
                    "a file given for dlib is cut off, or holds another kind of object");
    }
    if (stream.peek() != std::istream::traits_type::eof()) {
        return fail(ErrorCode::ModelFailed, "a file given for dlib has something behind its end");
    }
    return {};
}

Picture as_rgb(const ImageView& picture) {
    const auto width = static_cast<std::size_t>(picture.width());
    const auto channels = static_cast<std::size_t>(bytes_per_pixel(picture.format()));
    Picture rgb(picture.height(), picture.width());
    const std::uint8_t* pixel = picture.pixels().data();
    for (long y = 0; y < rgb.nr(); ++y) {
        for (std::size_t x = 0; x < width; ++x, pixel += channels) {
            rgb[y][static_cast<long>(x)] = channels == 1
                                               ? dlib::rgb_pixel(pixel[0], pixel[0], pixel[0])
                                               : dlib::rgb_pixel(pixel[2], pixel[1], pixel[0]);
        }
    }
    return rgb;
}

dlib::rectangle as_rectangle(const FaceBox& box) {
    const auto left = std::lround(box.left);
    const auto top = std::lround(box.top);
    return {left, top, left + std::lround(box.width) - 1, top + std::lround(box.height) - 1};
}

class DlibEmbedder final : public FaceEmbedder {
public:
    DlibEmbedder(dlib::shape_predictor&& shape, resnet::Network&& network)
        : shape_(std::move(shape)), network_(std::move(network)) {}

    Result<FaceTemplate> embed(const ImageView& picture, const DetectedFace& face) override {
        const FaceBox box = box_as_of_dlib(face);
        if (!(box.width >= 1)) {
            return fail(ErrorCode::FaceNotFound, "face has no size");
        }
        try {
            Picture rgb = as_rgb(picture);
            const auto points = shape_(rgb, as_rectangle(box));
            Chip chip;
            dlib::extract_image_chip(
                rgb, dlib::get_face_chip_details(points, resnet::chip_side, chip_padding), chip);
            wipe(dlib::image_data(rgb), rgb.size() * sizeof(dlib::rgb_pixel));
            return describe(std::move(chip));
        } catch (const std::exception&) {
            return fail(ErrorCode::ModelFailed, "dlib's face embedder failed");
        }
    }

    // Throws what dlib throws.
    Result<FaceTemplate> describe(Chip chip) {
        dlib::matrix<float, 0, 1> values = network_(chip);
        wipe(chip.begin(), static_cast<std::size_t>(chip.size()) * sizeof(dlib::rgb_pixel));
        const std::span<float> numbers(values.begin(), static_cast<std::size_t>(values.size()));
        auto face = FaceTemplate::from_values(EngineKind::Dlib, numbers);
        wipe(numbers.data(), numbers.size_bytes());
        return face;
    }

private:
    dlib::shape_predictor shape_;
    resnet::Network network_;
};

Result<void> try_out(DlibEmbedder& embedder) {
    Chip grey(resnet::chip_side, resnet::chip_side);
    grey = dlib::rgb_pixel(128, 128, 128);
    try {
        MADOGUCHI_TRY(embedder.describe(std::move(grey)));
        return {};
    } catch (const std::exception&) {
        return fail(ErrorCode::ModelFailed, "the network given for dlib has other layers");
    }
}

} // namespace

FaceBox box_as_of_dlib(const DetectedFace& face) {
    // On 39 pictures of the renders this square and that of dlib's detector share 0.85 of their
    // union, where YuNet's own box shares 0.71.
    constexpr float side_of_box = 0.94F;
    const float side = side_of_box * std::sqrt(face.box.width * face.box.height);
    Point centre;
    for (const Point& point : face.landmarks) {
        centre.x += point.x / static_cast<float>(face.landmarks.size());
        centre.y += point.y / static_cast<float>(face.landmarks.size());
    }
    return {centre.x - side / 2, centre.y - side / 2, side, side};
}

Result<std::unique_ptr<FaceEmbedder>> make_dlib_embedder(ByteView shape, ByteView network) {
    dlib::shape_predictor predictor;
    MADOGUCHI_TRY(read_whole(predictor, shape));
    if (predictor.num_parts() != shape_points) {
        return fail(ErrorCode::ModelFailed, "the shape predictor given for dlib has not 5 points");
    }
    resnet::Network net;
    MADOGUCHI_TRY(read_whole(net, network));
    auto embedder = std::make_unique<DlibEmbedder>(std::move(predictor), std::move(net));
    MADOGUCHI_TRY(try_out(*embedder));
    return embedder;
}

} // namespace madoguchi::face
