#include "tests/unit/face/real_networks/real_engine.hpp"

#include "face/codec/codec_decoder.hpp"
#include "face/image/picture_decoder.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <iostream>

namespace madoguchi::test {

std::optional<face::FaceEngine> make_real_engine() {
    const auto models = face::ModelSet::load(MADOGUCHI_MODELS);
    if (!models && models.error().code() == ErrorCode::ModelMissing) {
        std::cerr << "SKIPPED: models not found, run ./dev models\n";
        return std::nullopt;
    }
    REQUIRE(models.has_value());
    auto created = face::FaceEngine::create(*models, face::Population::Rendered);
    REQUIRE(created.has_value());
    return std::move(*created);
}

face::FaceEngine* real_engine() {
    static std::optional<face::FaceEngine> engine;
    if (!engine) {
        engine = make_real_engine();
    }
    return engine ? &*engine : nullptr;
}

std::unique_ptr<face::LivenessCheck> make_real_liveness(const face::LivenessPolicy& policy,
                                                        face::ChooseSide choose_side) {
    auto votes = face::make_liveness_votes(face::ModelSet::load(MADOGUCHI_MODELS).value(),
                                           face::Population::Rendered);
    REQUIRE(votes.has_value());
    return std::make_unique<face::LivenessCheck>(std::move(*votes), policy, std::move(choose_side));
}

namespace {

std::filesystem::path path_of(const std::string& persona, const std::string& file) {
    const auto carried = std::filesystem::path(MADOGUCHI_PERSONAS) / persona / file;
    return std::filesystem::exists(carried)
               ? carried
               : std::filesystem::path(MADOGUCHI_PERSONAS "/../../../shared/personas") / persona /
                     file;
}

} // namespace

bool has_persona_picture(const std::string& persona, const std::string& file) {
    return std::filesystem::exists(path_of(persona, file));
}

face::Image persona_picture(const std::string& persona, const std::string& file) {
    const Bytes content = file_content(path_of(persona, file));
    face::CodecDecoder decoder;
    return face::decode_picture(decoder, content).value();
}

face::FaceTemplate chip_face(face::FaceEngine& engine, const std::string& persona) {
    face::CodecDecoder decoder;
    auto outcome =
        engine.read_chip_photo(decoder, chip_photo(persona_picture(persona, "chip.png").view()));
    REQUIRE(outcome.has_value());
    REQUIRE(std::holds_alternative<face::FaceTemplate>(*outcome));
    return std::move(std::get<face::FaceTemplate>(*outcome));
}

} // namespace madoguchi::test
