#include "face/embed/reid0095_embedder.hpp"

#include "face/align/face_alignment.hpp"
#include "face/image/opencv_internal.hpp"

#include <opencv2/dnn.hpp>

namespace madoguchi::face {

namespace {

class Reid0095Embedder final : public FaceEmbedder {
public:
    Reid0095Embedder(const cv::dnn::Net& network, const MeanVector& mean)
        : network_(network), mean_(mean) {}

    Result<FaceTemplate> embed(const ImageView& picture, const DetectedFace& face) override {
        const Image aligned = MADOGUCHI_TRY(align_face(picture, face.landmarks));
        const std::array<FaceTemplate, 2> both{MADOGUCHI_TRY(embed_once(aligned)),
                                               MADOGUCHI_TRY(embed_once(mirrored(aligned)))};
        return mean_of(both);
    }

private:
    Result<FaceTemplate> embed_once(const Image& aligned) {
        try {
            network_.setInput(cv::dnn::blobFromImage(opencv_view(aligned.view())));
            const cv::Mat output = network_.forward();
            if (output.type() != CV_32F || !output.isContinuous()) {
                return fail(ErrorCode::ModelFailed, "face embedder gave no numbers");
            }
            const FaceTemplate raw = MADOGUCHI_TRY(FaceTemplate::from_values(
                EngineKind::OpenCv, {output.ptr<float>(), output.total()}));
            wipe(output.data, output.total() * sizeof(float));
            return centred(raw, mean_);
        } catch (const std::exception&) {
            return fail(ErrorCode::ModelFailed, "face embedder failed");
        }
    }

    cv::dnn::Net network_;
    MeanVector mean_;
};

} // namespace

Result<std::unique_ptr<FaceEmbedder>> make_reid0095_embedder(ByteView network,
                                                             const MeanVector& mean) {
    try {
        cv::dnn::Net net =
            cv::dnn::readNetFromONNX(reinterpret_cast<const char*>(network.data()), network.size());
        return std::make_unique<Reid0095Embedder>(net, mean);
    } catch (const std::exception&) {
        return fail(ErrorCode::ModelFailed, "face embedder network cannot be loaded");
    }
}

} // namespace madoguchi::face
