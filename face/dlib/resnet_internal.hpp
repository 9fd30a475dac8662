// The network of dlib's example dnn_face_recognition_ex: the layers must be these for its published
// weights to be read.
#pragma once

#include <dlib/dnn.h>

namespace madoguchi::face::resnet {

template <int filters, int stride, typename Below>
using Block = dlib::affine<
    dlib::con<filters, 3, 3, 1, 1,
              dlib::relu<dlib::affine<dlib::con<filters, 3, 3, stride, stride, Below>>>>>;

template <int filters, typename Below>
using Residual = dlib::relu<dlib::add_prev1<Block<filters, 1, dlib::tag1<Below>>>>;

// Half the width and height.
template <int filters, typename Below>
using ResidualDown = dlib::relu<dlib::add_prev2<
    dlib::avg_pool<2, 2, 2, 2, dlib::skip1<dlib::tag2<Block<filters, 2, dlib::tag1<Below>>>>>>>;

template <typename Below>
using Level0 = ResidualDown<256, Below>;
template <typename Below>
using Level1 = Residual<256, Residual<256, ResidualDown<256, Below>>>;
template <typename Below>
using Level2 = Residual<128, Residual<128, ResidualDown<128, Below>>>;
template <typename Below>
using Level3 = Residual<64, Residual<64, Residual<64, ResidualDown<64, Below>>>>;
template <typename Below>
using Level4 = Residual<32, Residual<32, Residual<32, Below>>>;

inline constexpr int chip_side = 150; // pixels

using Input = dlib::max_pool<
    3, 3, 2, 2,
    dlib::relu<dlib::affine<dlib::con<32, 7, 7, 2, 2, dlib::input_rgb_image_sized<chip_side>>>>>;

using Network = dlib::loss_metric<dlib::fc_no_bias<
    128, dlib::avg_pool_everything<Level0<Level1<Level2<Level3<Level4<Input>>>>>>>>;

} // namespace madoguchi::face::resnet
