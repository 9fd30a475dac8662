// The whole way from a picture to a template: find, gate, align, embed.
#pragma once

#include "face/detect/face_detector.hpp"
#include "face/embed/face_embedder.hpp"
#include "face/image/pixel_decoder.hpp"
#include "face/match/match_decision.hpp"
#include "face/models/model_set.hpp"
#include "face/quality/face_gates.hpp"

#include <memory>
#include <variant>

namespace madoguchi::face {

// The photo's template, or the decision that ends the face way before the camera is asked
// (NoPhoto, UnusablePhoto).
using ChipFace = std::variant<FaceTemplate, MatchDecision>;

struct SeenFace {
    FaceTemplate face;
    DetectedFace where;
};

// A face good enough to compare, or what to tell the patient.
using LiveFace = std::variant<SeenFace, Guidance>;

// Used by one thread at a time.
class FaceEngine {
public:
    // The default networks, for faces of this population. Errors: ModelFailed.
    [[nodiscard]] static Result<FaceEngine> create(const ModelSet& models,
                                                   Population population = Population::EastAsian);

    // Contract: neither is null.
    FaceEngine(std::unique_ptr<FaceDetector> detector, std::unique_ptr<FaceEmbedder> embedder,
               const GateLimits& limits = {});

    // The photo of a card, JPEG 2000; no bytes mean that the card has none.
    // Errors: ModelFailed, DecoderUnavailable. A bad photo is a decision, not an error.
    [[nodiscard]] Result<ChipFace> read_chip_photo(PixelDecoder& decoder, ByteView jpeg2000);

    // A picture of the person at the desk. Errors: ModelFailed.
    [[nodiscard]] Result<LiveFace> look(const ImageView& picture);

    // The same while the head turns: distance and number of people are judged, pose, light and
    // sharpness are not. For liveness, never for a score. Errors: ModelFailed.
    [[nodiscard]] Result<LiveFace> look_at_turning_head(const ImageView& picture);

    // The only face in a picture, whatever its size, pose and light.
    // Errors: FaceNotFound, FaceNotSingle, ModelFailed.
    [[nodiscard]] Result<FaceTemplate> describe_only_face(const ImageView& picture);

    // The face that a portrait of anybody is of: tall, and near the picture's centre. For
    // evaluations; a reception never chooses among faces.
    // Errors: FaceNotFound, ModelFailed.
    [[nodiscard]] Result<DetectedFace> find_main_face(const ImageView& picture);
    [[nodiscard]] Result<FaceTemplate> describe_main_face(const ImageView& picture);

private:
    [[nodiscard]] Result<LiveFace> look_within(const GateLimits& limits, const ImageView& picture);

    std::unique_ptr<FaceDetector> detector_;
    std::unique_ptr<FaceEmbedder> embedder_;
    GateLimits limits_;
};

} // namespace madoguchi::face
