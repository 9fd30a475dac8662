// Templates of listed pictures, each made once while it stays in memory.
#pragma once

#include "face/match/face_engine.hpp"

#include <filesystem>
#include <functional>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>

namespace madoguchi::face {

enum class PictureRole : std::uint8_t {
    Reference, // the first of a pair: the card's photo
    Live,      // the second
};

// A picture by its path. Errors: FileUnreadable ends an evaluation; ImageRefused and
// ImageUnreadable make the picture one that cannot be compared.
using PictureSource = std::function<Result<Image>(const std::filesystem::path&)>;

class TemplateCache {
public:
    // Each template takes a page of memory and a mapping, of which a process may have 65,530.
    static constexpr std::size_t most_templates = 20'000;

    // chip_bytes: references are first made into a card's photo of at most so many bytes; 0: not.
    // Contract: engine and decoder, which is for those photos, outlive the cache.
    TemplateCache(FaceEngine& engine, PictureSource pictures, PixelDecoder& decoder,
                  std::size_t chip_bytes = 0);

    // The template of the picture's main face; null when it cannot be described.
    // Errors: FileUnreadable, ModelFailed.
    [[nodiscard]] Result<std::shared_ptr<const FaceTemplate>>
    find(const std::filesystem::path& path, PictureRole role);

private:
    using Made = std::shared_ptr<const FaceTemplate>;
    struct Entry {
        Made made;
        std::list<std::string>::iterator used; // in used_, most recent first
    };

    [[nodiscard]] Result<Made> make(const std::filesystem::path& path, PictureRole role);
    [[nodiscard]] Result<FaceTemplate> describe(const Image& picture, PictureRole role);

    FaceEngine& engine_;
    PictureSource pictures_;
    PixelDecoder& decoder_;
    std::size_t chip_bytes_;
    std::list<std::string> used_;
    std::unordered_map<std::string, Entry> entries_;
};

} // namespace madoguchi::face
