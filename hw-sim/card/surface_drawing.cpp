#include "hw-sim/card/surface_drawing.hpp"

#include "hw-sim/card/portrait.hpp"

namespace madoguchi::sim {

namespace {

// The photo object's value; nothing when the record has no such object.
Result<std::optional<Bytes>> photo_of(const Persona& persona) {
    if (std::holds_alternative<NoPhotoObject>(persona.chip_photo)) {
        return std::nullopt;
    }
    if (const auto* const other = std::get_if<Bytes>(&persona.chip_photo)) {
        return *other;
    }
    if (std::holds_alternative<PlaceholderPhoto>(persona.chip_photo)) {
        return MADOGUCHI_TRY(encode_placeholder_photo());
    }
    return MADOGUCHI_TRY(encode_portrait(persona.portrait_file()));
}

} // namespace

Result<SurfaceContent> draw_surface(const Persona& persona, const TextImageMaker& text,
                                    Bytes public_key) {
    Bytes name = MADOGUCHI_TRY(text.draw(persona.name.kanji, name_image_size));
    Bytes address = MADOGUCHI_TRY(text.draw(persona.address, address_image_size(persona.address)));
    std::optional<Bytes> photo = MADOGUCHI_TRY(photo_of(persona));
    return SurfaceContent{persona.birth_date,  persona.sex,        std::move(public_key),
                          std::move(name),     std::move(address), std::move(photo),
                          persona.card.expiry, std::nullopt};
}

} // namespace madoguchi::sim
