#include "face/evaluate/remembering_networks.hpp"

#include <openssl/evp.h>

#include <array>
#include <map>
#include <tuple>

namespace madoguchi::face {

namespace {

constexpr std::size_t most_answers = 256;

using Digest = std::array<std::uint8_t, 32>;

Result<Digest> digest_of(const ImageView& picture) {
    Digest digest{};
    unsigned int size = 0;
    if (EVP_Digest(picture.pixels().data(), picture.pixels().size(), digest.data(), &size,
                   EVP_sha256(), nullptr) != 1) {
        return fail(ErrorCode::Internal, "digest of a picture failed");
    }
    return digest;
}

class RememberingDetector final : public FaceDetector {
public:
    explicit RememberingDetector(std::unique_ptr<FaceDetector> inner) : inner_(std::move(inner)) {}

    Result<std::vector<DetectedFace>> detect(const ImageView& picture) override {
        const Digest key = MADOGUCHI_TRY(digest_of(picture));
        if (const auto known = answers_.find(key); known != answers_.end()) {
            return known->second;
        }
        auto faces = MADOGUCHI_TRY(inner_->detect(picture));
        if (answers_.size() >= most_answers) {
            answers_.clear();
        }
        answers_.emplace(key, faces);
        return faces;
    }

private:
    std::unique_ptr<FaceDetector> inner_;
    std::map<Digest, std::vector<DetectedFace>> answers_;
};

class RememberingEmbedder final : public FaceEmbedder {
public:
    explicit RememberingEmbedder(std::unique_ptr<FaceEmbedder> inner) : inner_(std::move(inner)) {}

    Result<FaceTemplate> embed(const ImageView& picture, const DetectedFace& where) override {
        const Key key{MADOGUCHI_TRY(digest_of(picture)), where.box.left, where.box.top};
        if (const auto known = answers_.find(key); known != answers_.end()) {
            return known->second.copy();
        }
        FaceTemplate face = MADOGUCHI_TRY(inner_->embed(picture, where));
        if (answers_.size() >= most_answers) {
            answers_.clear();
        }
        answers_.emplace(key, face.copy());
        return face;
    }

private:
    std::unique_ptr<FaceEmbedder> inner_;
    using Key = std::tuple<Digest, float, float>; // one detector finds one face at a place

    std::map<Key, FaceTemplate> answers_;
};

} // namespace

EngineParts remembering(EngineParts parts) {
    parts.detector = std::make_unique<RememberingDetector>(std::move(parts.detector));
    parts.embedder = std::make_unique<RememberingEmbedder>(std::move(parts.embedder));
    if (parts.follower != nullptr) {
        parts.follower = std::make_unique<RememberingEmbedder>(std::move(parts.follower));
    }
    return parts;
}

} // namespace madoguchi::face
