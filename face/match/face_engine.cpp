#include "face/match/face_engine.hpp"

#include "face/align/face_alignment.hpp"
#include "face/detect/yunet_detector.hpp"
#include "face/embed/reid0095_embedder.hpp"
#include "face/image/picture_decoder.hpp"
#include "hal/base/contract.hpp"

namespace madoguchi::face {

namespace {

MatchDecision unusable(MatchReason reason) {
    return {MatchVerdict::UnusablePhoto, reason, std::nullopt, 0};
}

// The decision about a photo that gave this error, or the error itself when it is not the photo's.
Result<ChipFace> judge_photo_error(const Error& error) {
    switch (error.code()) {
    case ErrorCode::ImageRefused:
        return unusable(MatchReason::PhotoRefused);
    case ErrorCode::ImageUnreadable:
        return unusable(MatchReason::PhotoUnreadable);
    case ErrorCode::FaceNotFound:
        return unusable(MatchReason::PhotoWithoutFace);
    case ErrorCode::FaceNotSingle:
        return unusable(MatchReason::PhotoWithSeveralFaces);
    default:
        return fail(error);
    }
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

Result<ChipFace> FaceEngine::read_chip_photo(ByteView jpeg2000) {
    if (jpeg2000.empty()) {
        return MatchDecision{MatchVerdict::NoPhoto, MatchReason::PhotoMissing, std::nullopt, 0};
    }
    const Result<Image> photo = decode_jpeg2000(jpeg2000);
    if (!photo) {
        return judge_photo_error(photo.error());
    }
    Result<FaceTemplate> face = describe_only_face(photo->view());
    if (!face) {
        return judge_photo_error(face.error());
    }
    return std::move(*face);
}

Result<LiveFace> FaceEngine::look(const ImageView& picture) {
    const auto faces = MADOGUCHI_TRY(detector_->detect(picture));
    const auto choice = choose_face(picture, faces, limits_);
    if (const auto* guidance = std::get_if<Guidance>(&choice)) {
        return *guidance;
    }
    const Image aligned =
        MADOGUCHI_TRY(align_face(picture, std::get<DetectedFace>(choice).landmarks));
    if (const auto guidance = judge_sharpness(aligned.view(), limits_)) {
        return *guidance;
    }
    return MADOGUCHI_TRY(embedder_->embed(aligned));
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

} // namespace madoguchi::face
