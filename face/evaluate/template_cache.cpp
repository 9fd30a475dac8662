#include "face/evaluate/template_cache.hpp"

#include "face/evaluate/chip_degradation.hpp"
#include "face/image/picture_decoder.hpp"

namespace madoguchi::face {

TemplateCache::TemplateCache(FaceEngine& engine, PictureSource pictures, PixelDecoder& decoder,
                             std::size_t chip_bytes)
    : engine_(engine), pictures_(std::move(pictures)), decoder_(decoder), chip_bytes_(chip_bytes) {
}

Result<std::shared_ptr<const FaceTemplate>> TemplateCache::find(const std::filesystem::path& path,
                                                                PictureRole role) {
    const bool is_degraded = chip_bytes_ > 0 && role == PictureRole::Reference;
    const std::string key = (is_degraded ? "chip:" : "") + path.string();
    if (const auto entry = entries_.find(key); entry != entries_.end()) {
        used_.splice(used_.begin(), used_, entry->second.used);
        return entry->second.made;
    }
    Made made = MADOGUCHI_TRY(make(path, role));
    if (entries_.size() >= most_templates) {
        entries_.erase(used_.back());
        used_.pop_back();
    }
    used_.push_front(key);
    entries_.emplace(key, Entry{made, used_.begin()});
    return made;
}

Result<TemplateCache::Made> TemplateCache::make(const std::filesystem::path& path,
                                                PictureRole role) {
    Result<FaceTemplate> face = pictures_(path).and_then(
        [this, role](const Image& picture) { return describe(picture, role); });
    if (face) {
        return std::make_shared<const FaceTemplate>(std::move(*face));
    }
    // The picture's own fault is a failure to acquire; anything else ends the evaluation.
    if (judge_photo_error(face.error())) {
        return nullptr;
    }
    return fail(face.error());
}

Result<FaceTemplate> TemplateCache::describe(const Image& picture, PictureRole role) {
    if (chip_bytes_ == 0 || role == PictureRole::Live) {
        return engine_.describe_main_face(picture.view());
    }
    const DetectedFace face = MADOGUCHI_TRY(engine_.find_main_face(picture.view()));
    const Bytes chip = MADOGUCHI_TRY(as_chip_photo(picture.view(), face.box, chip_bytes_));
    const Image photo = MADOGUCHI_TRY(decode_jpeg2000(decoder_, chip));
    return engine_.describe_main_face(photo.view());
}

} // namespace madoguchi::face
