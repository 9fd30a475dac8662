#include "bench/face/patient.hpp"

#include "face/evaluate/chip_degradation.hpp"
#include "face/image/picture_decoder.hpp"

#include <array>
#include <fstream>
#include <iterator>

namespace madoguchi::bench {

namespace {

constexpr std::size_t chip_photo_bytes = 3000;
constexpr std::array frame_names{"live_01.jpg",  "blink_01.jpg", "blink_02.jpg",
                                 "blink_03.jpg", "blink_04.jpg", "blink_05.jpg",
                                 "blink_06.jpg", "blink_07.jpg", "blink_08.jpg"};

Result<face::Image> load_picture(const std::filesystem::path& path, face::PixelDecoder& decoder) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        return fail(ErrorCode::FileUnreadable, "a picture of the persona cannot be read");
    }
    const Bytes file{std::istreambuf_iterator<char>(stream), {}};
    return face::decode_picture(decoder, file);
}

// The portraits are all rendered alike: the face is in the middle.
face::FaceBox face_of_portrait(const face::Image& portrait) {
    const auto width = static_cast<float>(portrait.width());
    const auto height = static_cast<float>(portrait.height());
    return {width * 0.3F, height * 0.25F, width * 0.4F, height * 0.4F};
}

} // namespace

Result<Patient> load_patient(const std::filesystem::path& folder, face::PixelDecoder& decoder) {
    const face::Image portrait = MADOGUCHI_TRY(load_picture(folder / "chip.png", decoder));
    Patient patient{folder.filename().string(),
                    MADOGUCHI_TRY(face::as_chip_photo(portrait.view(), face_of_portrait(portrait),
                                                      chip_photo_bytes)),
                    {}};
    for (const char* name : frame_names) {
        patient.frames.push_back(MADOGUCHI_TRY(load_picture(folder / name, decoder)));
    }
    return patient;
}

Frame as_frame(const face::Image& picture, std::uint64_t sequence) {
    const ByteView pixels = picture.view().pixels();
    return {picture.width(),
            picture.height(),
            picture.view().format(),
            Bytes(pixels.begin(), pixels.end()),
            std::chrono::steady_clock::now(),
            sequence};
}

} // namespace madoguchi::bench
