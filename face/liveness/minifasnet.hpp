// MiniFASNet V2 and V1SE (Minivision): two small networks that were trained to tell a face from a
// print or a screen. One picture deceives them; their users report replays that pass. One vote.
#pragma once

#include "face/detect/face_detector.hpp"

#include <memory>

namespace madoguchi::face {

// Port. Used by one thread.
class SurfaceNetworks {
public:
    virtual ~SurfaceNetworks() = default;

    // How much the face looks like a living one, 0 to 1: the mean of both networks.
    // Errors: ModelFailed.
    [[nodiscard]] virtual Result<float> realness(const ImageView& picture, const FaceBox& box) = 0;
};

// The networks from the bytes of their ONNX files. Errors: ModelFailed.
[[nodiscard]] Result<std::unique_ptr<SurfaceNetworks>> make_minifasnet_pair(ByteView near,
                                                                            ByteView wide);

} // namespace madoguchi::face
