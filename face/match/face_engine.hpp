// The whole way from a picture to a template: find, gate, embed.
#pragma once

#include "face/detect/photo_cross_check.hpp"
#include "face/embed/face_embedder.hpp"
#include "face/image/pixel_decoder.hpp"
#include "face/landmark/landmark_refiner.hpp"
#include "face/match/match_decision.hpp"
#include "face/models/dlib_files.hpp"
#include "face/models/model_set.hpp"
#include "face/quality/face_gates.hpp"

#include <memory>
#include <variant>

namespace madoguchi::face {

// The photo's template, or the decision that ends the face way before the camera is asked
// (NoPhoto, UnusablePhoto).
using ChipFace = std::variant<FaceTemplate, MatchDecision>;

struct SeenFace {
    FaceTemplate face; // to be compared with the card's
    DetectedFace where;
    std::optional<FaceTemplate> follower_face = std::nullopt; // of EngineParts::follower

    // To be compared with other frames of the same person.
    [[nodiscard]] const FaceTemplate& to_follow() const noexcept {
        return follower_face ? *follower_face : face;
    }
};

// A face good enough to compare, or what to tell the patient.
using LiveFace = std::variant<SeenFace, Guidance>;

// Whether closed eyes hold a frame back. Some people's eyes look closed to a measurement.
enum class EyeGate : std::uint8_t { On, Off };

struct EngineParts {
    std::unique_ptr<FaceDetector> detector;
    std::unique_ptr<FaceEmbedder> embedder;
    std::unique_ptr<LandmarkRefiner> refiner;     // null: landmarks are not cross-checked
    std::unique_ptr<PhotoCrossCheck> cross_check; // null: a card's photo is not
    // The signs of life compare one person's frames by limits that hold for 0095. Null: embedder is
    // 0095.
    std::unique_ptr<FaceEmbedder> follower = nullptr;
};

// The default networks, for faces of this population. Errors: ModelFailed.
[[nodiscard]] Result<EngineParts> default_engine_parts(const ModelSet& models,
                                                       Population population);

// The same, with dlib's embedder for scores. Errors: those of load_dlib_models, ModelFailed.
[[nodiscard]] Result<EngineParts> dlib_engine_parts(const ModelSet& models, Population population,
                                                    const DlibFiles& files);

// Used by one thread at a time.
class FaceEngine {
public:
    // With default_engine_parts. Errors: ModelFailed.
    [[nodiscard]] static Result<FaceEngine> create(const ModelSet& models,
                                                   Population population = Population::EastAsian,
                                                   const GateLimits& limits = {});

    // Contract: detector and embedder are not null.
    explicit FaceEngine(EngineParts parts, const GateLimits& limits = {});

    // The photo of a card, JPEG 2000; no bytes mean that the card has none.
    // Errors: ModelFailed, DecoderUnavailable. A bad photo is a decision, not an error.
    [[nodiscard]] Result<ChipFace> read_chip_photo(PixelDecoder& decoder, ByteView jpeg2000);

    // A picture of the person at the desk. Errors: ModelFailed.
    [[nodiscard]] Result<LiveFace> look(const ImageView& picture, EyeGate eyes = EyeGate::On);

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

    // The one face of a card's photo. Errors: as describe_only_face;
    // FaceNotSingle also where the cross-check disputes it.
    [[nodiscard]] Result<FaceTemplate> describe_photo(const ImageView& photo);
    [[nodiscard]] Result<DetectedFace> find_only_face(const ImageView& picture);
    // What keeps a face that passed the gates of choose_face from being compared.
    [[nodiscard]] Result<std::optional<Guidance>> judge_face(const GateLimits& limits,
                                                             const ImageView& picture,
                                                             const DetectedFace& face,
                                                             const Image& aligned);

    EngineParts parts_;
    GateLimits limits_;
};

} // namespace madoguchi::face
