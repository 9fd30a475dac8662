#include "tests/unit/face/dlib/stand_ins.hpp"

#include "face/dlib/resnet_internal.hpp"
#include "face/embed/dlib_embedder.hpp"
#include "tests/unit/face/dlib/render.hpp"

#include <dlib/image_processing.h>
#include <openssl/sha.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace madoguchi::test {

namespace {

template <typename Object>
Bytes serialised(const Object& object) {
    std::ostringstream stream;
    dlib::serialize(object, stream);
    return to_bytes(as_bytes(stream.str()));
}

dlib::array2d<unsigned char> grey(const face::ImageView& picture) {
    dlib::array2d<unsigned char> grey(picture.height(), picture.width());
    const std::uint8_t* pixel = picture.pixels().data();
    for (unsigned char& value : grey) {
        value = pixel[1]; // green
        pixel += 3;
    }
    return grey;
}

// Eyes outer and inner corner, the other eye's, and below the nose, where dlib puts them in a box.
dlib::full_object_detection points_in(const face::FaceBox& box, std::size_t points) {
    constexpr std::array<std::array<double, 2>, 5> places{
        {{0.86, 0.21}, {0.65, 0.23}, {0.12, 0.21}, {0.33, 0.23}, {0.49, 0.63}}};
    std::vector<dlib::point> parts;
    for (std::size_t i = 0; i < points; ++i) {
        parts.emplace_back(std::lround(box.left + box.width * static_cast<float>(places.at(i)[0])),
                           std::lround(box.top + box.height * static_cast<float>(places.at(i)[1])));
    }
    const auto side = static_cast<unsigned long>(std::lround(box.width));
    return {dlib::rectangle(std::lround(box.left), std::lround(box.top),
                            std::lround(box.left) + static_cast<long>(side),
                            std::lround(box.top) + static_cast<long>(side)),
            parts};
}

} // namespace

Bytes stand_in_shape(std::size_t points) {
    dlib::array<dlib::array2d<unsigned char>> pictures;
    std::vector<std::vector<dlib::full_object_detection>> truths;
    for (const char* person : {"p02", "p05"}) {
        const Render render = render_of(person);
        pictures.push_back(grey(render.picture.view()));
        truths.push_back({points_in(face::box_as_of_dlib(render.face), points)});
    }
    dlib::shape_predictor_trainer trainer;
    trainer.set_cascade_depth(2);
    trainer.set_tree_depth(2);
    trainer.set_num_trees_per_cascade_level(5);
    trainer.set_feature_pool_size(50);
    trainer.set_num_test_splits(5);
    trainer.set_oversampling_amount(5);
    trainer.set_num_threads(1);
    trainer.set_random_seed("stand-in");
    return serialised(trainer.train(pictures, truths));
}

Bytes stand_in_network(long outputs) {
    std::srand(1); // where dlib takes its first values from
    face::resnet::Network network;
    auto& last = dlib::layer<1>(network).layer_details();
    last.set_num_outputs(outputs);
    dlib::matrix<dlib::rgb_pixel> chip(face::resnet::chip_side, face::resnet::chip_side);
    chip = dlib::rgb_pixel(128, 128, 128);
    const auto length = dlib::length(network(chip)); // the layers get their sizes
    // What is not trained grows from layer to layer: of the length that dlib's faces have.
    dlib::alias_tensor_instance weights = last.get_weights();
    weights *= static_cast<float>(1 / length);
    network.clean();
    return serialised(network);
}

face::PinnedFile pinned(const std::filesystem::path& path, ByteView content) {
    std::ofstream(path, std::ios::binary) << as_text(content);
    Bytes digest(SHA256_DIGEST_LENGTH);
    SHA256(content.data(), content.size(), digest.data());
    std::string hash = to_hex(digest);
    for (char& digit : hash) {
        digit = static_cast<char>(std::tolower(static_cast<unsigned char>(digit)));
    }
    return {path, hash};
}

} // namespace madoguchi::test
