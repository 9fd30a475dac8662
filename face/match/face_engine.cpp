#include "face/match/face_engine.hpp"

#include "face/align/face_alignment.hpp"
#include "face/detect/yunet_detector.hpp"
#include "face/embed/reid0095_embedder.hpp"
#include "face/image/picture_decoder.hpp"
#include "hal/base/contract.hpp"

#include <algorithm>
#include <cmath>

namespace madoguchi::face {

namespace {

// How much the picture is about this face: its height less the distance of both centres.
float prominence(const ImageView& picture, const FaceBox& box) {
    const float across = box.left + (box.width - static_cast<float>(picture.width())) / 2;
    const float down = box.top + (box.height - static_cast<float>(picture.height())) / 2;
    return box.height - std::hypot(across, down);
}

} // namespace

Result<FaceEngine> FaceEngine::create(const ModelSet& models, Population population) {
    auto detector = MADOGUCHI_TRY(make_yunet_detector(models.detector()));
    auto embedder =
        MADOGUCHI_TRY(make_reid0095_embedder(models.embedder(), models.mean_of(population)));
    return FaceEngine(std::move(detector), std::move(embedder));
}

FaceEngine::FaceEngine(std::unique_ptr<FaceDetector> detector,
                       std::unique_ptr<FaceEmbedder> embedder, const GateLimits& limits)
    : detector_(std::move(detector)), embedder_(std::move(embedder)), limits_(limits) {
    MADOGUCHI_EXPECTS(detector_ != nullptr && embedder_ != nullptr);
}

Result<ChipFace> FaceEngine::read_chip_photo(PixelDecoder& decoder, ByteView jpeg2000) {
    if (jpeg2000.empty()) {
        return MatchDecision{MatchVerdict::NoPhoto, MatchReason::PhotoMissing, std::nullopt, 0};
    }
    Result<FaceTemplate> face =
        decode_jpeg2000(decoder, jpeg2000).and_then([this](const Image& photo) {
            return describe_only_face(photo.view());
        });
    if (face) {
        return std::move(*face);
    }
    if (const auto decision = judge_photo_error(face.error())) {
        return *decision;
    }
    return fail(face.error());
}

Result<LiveFace> FaceEngine::look(const ImageView& picture) {
    return look_within(limits_, picture);
}

Result<LiveFace> FaceEngine::look_at_turning_head(const ImageView& picture) {
    return look_within(limits_for_turning(limits_), picture);
}

Result<LiveFace> FaceEngine::look_within(const GateLimits& limits, const ImageView& picture) {
    const auto faces = MADOGUCHI_TRY(detector_->detect(picture));
    const auto choice = choose_face(picture, faces, limits);
    if (const auto* guidance = std::get_if<Guidance>(&choice)) {
        return *guidance;
    }
    const auto& face = std::get<DetectedFace>(choice);
    const Image aligned = MADOGUCHI_TRY(align_face(picture, face.landmarks));
    if (const auto guidance = judge_sharpness(aligned.view(), limits)) {
        return *guidance;
    }
    return SeenFace{MADOGUCHI_TRY(embedder_->embed(aligned)), face};
}

Result<FaceTemplate> FaceEngine::describe_only_face(const ImageView& picture) {
    const auto faces = MADOGUCHI_TRY(detector_->detect(picture));
    if (faces.empty()) {
        return fail(ErrorCode::FaceNotFound, "picture shows no face");
    }
    if (faces.size() > 1) {
        return fail(ErrorCode::FaceNotSingle, "picture shows several faces");
    }
    return embedder_->embed(MADOGUCHI_TRY(align_face(picture, faces.front().landmarks)));
}

Result<DetectedFace> FaceEngine::find_main_face(const ImageView& picture) {
    const auto faces = MADOGUCHI_TRY(detector_->detect(picture));
    if (faces.empty()) {
        return fail(ErrorCode::FaceNotFound, "picture shows no face");
    }
    return *std::ranges::max_element(
        faces, {}, [&picture](const DetectedFace& face) { return prominence(picture, face.box); });
}

Result<FaceTemplate> FaceEngine::describe_main_face(const ImageView& picture) {
    const DetectedFace face = MADOGUCHI_TRY(find_main_face(picture));
    return embedder_->embed(MADOGUCHI_TRY(align_face(picture, face.landmarks)));
}

} // namespace madoguchi::face
