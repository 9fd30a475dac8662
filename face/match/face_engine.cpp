#include "face/match/face_engine.hpp"

#include "face/align/face_alignment.hpp"
#include "face/detect/yunet_detector.hpp"
#include "face/embed/dlib_embedder.hpp"
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

Result<EngineParts> default_engine_parts(const ModelSet& models, Population population) {
    return EngineParts{
        MADOGUCHI_TRY(make_yunet_detector(models.detector())),
        MADOGUCHI_TRY(make_reid0095_embedder(models.embedder(), models.mean_of(population))),
        MADOGUCHI_TRY(make_landmarks0009(models.landmark_refiner())), start_hog_cross_check()};
}

Result<EngineParts> dlib_engine_parts(const ModelSet& models, Population population,
                                      const DlibFiles& files) {
    const DlibModels dlib = MADOGUCHI_TRY(load_dlib_models(files));
    EngineParts parts = MADOGUCHI_TRY(default_engine_parts(models, population));
    parts.follower = std::move(parts.embedder);
    parts.embedder = MADOGUCHI_TRY(make_dlib_embedder(dlib.shape, dlib.network));
    return parts;
}

Result<FaceEngine> FaceEngine::create(const ModelSet& models, Population population,
                                      const GateLimits& limits) {
    return FaceEngine(MADOGUCHI_TRY(default_engine_parts(models, population)), limits);
}

FaceEngine::FaceEngine(EngineParts parts, const GateLimits& limits)
    : parts_(std::move(parts)), limits_(limits) {
    MADOGUCHI_EXPECTS(parts_.detector != nullptr && parts_.embedder != nullptr);
}

Result<ChipFace> FaceEngine::read_chip_photo(PixelDecoder& decoder, ByteView jpeg2000) {
    if (jpeg2000.empty()) {
        return MatchDecision{MatchVerdict::NoPhoto, MatchReason::PhotoMissing, std::nullopt, 0};
    }
    Result<FaceTemplate> face =
        decode_jpeg2000(decoder, jpeg2000).and_then([this](const Image& photo) {
            return describe_photo(photo.view());
        });
    if (face) {
        return std::move(*face);
    }
    if (const auto decision = judge_photo_error(face.error())) {
        return *decision;
    }
    return fail(face.error());
}

Result<LiveFace> FaceEngine::look(const ImageView& picture, EyeGate eyes) {
    GateLimits limits = limits_;
    if (eyes == EyeGate::Off) {
        limits.least_eye_opening = 0;
    }
    return look_within(limits, picture);
}

Result<LiveFace> FaceEngine::look_at_turning_head(const ImageView& picture) {
    return look_within(limits_for_turning(limits_), picture);
}

Result<LiveFace> FaceEngine::look_within(const GateLimits& limits, const ImageView& picture) {
    const auto faces = MADOGUCHI_TRY(parts_.detector->detect(picture));
    const auto choice = choose_face(picture, faces, limits);
    if (const auto* guidance = std::get_if<Guidance>(&choice)) {
        return *guidance;
    }
    const auto& face = std::get<DetectedFace>(choice);
    const Image aligned = MADOGUCHI_TRY(align_face(picture, face.landmarks));
    if (const auto guidance = MADOGUCHI_TRY(judge_face(limits, picture, face, aligned))) {
        return *guidance;
    }
    SeenFace seen{MADOGUCHI_TRY(parts_.embedder->embed(picture, face)), face};
    if (parts_.follower != nullptr) {
        seen.follower_face = MADOGUCHI_TRY(parts_.follower->embed(picture, face));
    }
    return seen;
}

Result<std::optional<Guidance>> FaceEngine::judge_face(const GateLimits& limits,
                                                       const ImageView& picture,
                                                       const DetectedFace& face,
                                                       const Image& aligned) {
    if (const auto guidance = judge_sharpness(aligned.view(), limits)) {
        return guidance;
    }
    const FaceParts parts = MADOGUCHI_TRY(measure_parts(aligned.view()));
    if (const auto guidance = judge_parts(parts, limits)) {
        return guidance;
    }
    if (parts_.refiner != nullptr) {
        const FiveLandmarks refined = MADOGUCHI_TRY(parts_.refiner->refine(picture, face.box));
        if (disagreement(face.landmarks, refined) > limits.most_disagreement) {
            return Guidance::ClearFace;
        }
    }
    return std::nullopt;
}

Result<DetectedFace> FaceEngine::find_only_face(const ImageView& picture) {
    const auto faces = MADOGUCHI_TRY(parts_.detector->detect(picture));
    if (faces.empty()) {
        return fail(ErrorCode::FaceNotFound, "picture shows no face");
    }
    if (faces.size() > 1) {
        return fail(ErrorCode::FaceNotSingle, "picture shows several faces");
    }
    return faces.front();
}

Result<FaceTemplate> FaceEngine::describe_only_face(const ImageView& picture) {
    return parts_.embedder->embed(picture, MADOGUCHI_TRY(find_only_face(picture)));
}

Result<FaceTemplate> FaceEngine::describe_photo(const ImageView& photo) {
    const DetectedFace face = MADOGUCHI_TRY(find_only_face(photo));
    if (parts_.cross_check != nullptr &&
        disputes(MADOGUCHI_TRY(parts_.cross_check->find_faces(photo)), face.box)) {
        return fail(ErrorCode::FaceNotSingle, "two methods see different faces in the photo");
    }
    return parts_.embedder->embed(photo, face);
}

Result<DetectedFace> FaceEngine::find_main_face(const ImageView& picture) {
    const auto faces = MADOGUCHI_TRY(parts_.detector->detect(picture));
    if (faces.empty()) {
        return fail(ErrorCode::FaceNotFound, "picture shows no face");
    }
    return *std::ranges::max_element(
        faces, {}, [&picture](const DetectedFace& face) { return prominence(picture, face.box); });
}

Result<FaceTemplate> FaceEngine::describe_main_face(const ImageView& picture) {
    return parts_.embedder->embed(picture, MADOGUCHI_TRY(find_main_face(picture)));
}

} // namespace madoguchi::face
