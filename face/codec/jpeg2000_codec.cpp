#include "face/codec/jpeg2000_codec.hpp"

#include <openjpeg.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace madoguchi::face {

namespace {

// The file as OpenJPEG reads it: a stream over memory.
struct Source {
    ByteView file;
    std::size_t position = 0;
};

constexpr auto at_end = static_cast<OPJ_SIZE_T>(-1);

OPJ_SIZE_T read_source(void* buffer, OPJ_SIZE_T size, void* user) {
    auto& source = *static_cast<Source*>(user);
    const std::size_t count = std::min(size, source.file.size() - source.position);
    if (count == 0) {
        return at_end;
    }
    std::memcpy(buffer, source.file.data() + source.position, count);
    source.position += count;
    return count;
}

OPJ_BOOL seek_source(OPJ_OFF_T position, void* user) {
    auto& source = *static_cast<Source*>(user);
    if (position < 0 || static_cast<std::size_t>(position) > source.file.size()) {
        return OPJ_FALSE;
    }
    source.position = static_cast<std::size_t>(position);
    return OPJ_TRUE;
}

OPJ_OFF_T skip_source(OPJ_OFF_T count, void* user) {
    const auto& source = *static_cast<Source*>(user);
    const auto left = static_cast<OPJ_OFF_T>(source.file.size() - source.position);
    if (count < 0 || count > left) {
        return -1;
    }
    static_cast<void>(seek_source(static_cast<OPJ_OFF_T>(source.position) + count, user));
    return count;
}

// OpenJPEG's codec and stream are of one type: each has its own way to be released.
struct ReleaseCodec {
    void operator()(opj_codec_t* codec) const { opj_destroy_codec(codec); }
};
struct ReleaseStream {
    void operator()(opj_stream_t* stream) const { opj_stream_destroy(stream); }
};
struct ReleaseImage {
    void operator()(opj_image_t* image) const { opj_image_destroy(image); }
};
using Codec = std::unique_ptr<opj_codec_t, ReleaseCodec>;
using Stream = std::unique_ptr<opj_stream_t, ReleaseStream>;
using DecodedImage = std::unique_ptr<opj_image_t, ReleaseImage>;

Stream stream_over(Source& source) {
    Stream stream(opj_stream_default_create(OPJ_TRUE));
    if (stream) {
        opj_stream_set_user_data(stream.get(), &source, nullptr);
        opj_stream_set_user_data_length(stream.get(), source.file.size());
        opj_stream_set_read_function(stream.get(), read_source);
        opj_stream_set_skip_function(stream.get(), skip_source);
        opj_stream_set_seek_function(stream.get(), seek_source);
    }
    return stream;
}

DecodedImage run_decoder(Source& source) {
    const bool is_raw = source.file.size() > 0 && source.file.front() == 0xFF;
    const Codec codec(opj_create_decompress(is_raw ? OPJ_CODEC_J2K : OPJ_CODEC_JP2));
    const Stream stream = stream_over(source);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    opj_image_t* header = nullptr;
    if (!codec || !stream || opj_setup_decoder(codec.get(), &parameters) == OPJ_FALSE ||
        opj_decoder_set_strict_mode(codec.get(), OPJ_TRUE) == OPJ_FALSE ||
        opj_read_header(stream.get(), codec.get(), &header) == OPJ_FALSE) {
        opj_image_destroy(header);
        return nullptr;
    }
    DecodedImage image(header);
    if (opj_decode(codec.get(), stream.get(), image.get()) == OPJ_FALSE ||
        opj_end_decompress(codec.get(), stream.get()) == OPJ_FALSE) {
        return nullptr;
    }
    return image;
}

bool is_portrait(std::span<const opj_image_comp_t> components) {
    const auto fits = [&](const opj_image_comp_t& one) {
        return one.data != nullptr && one.prec == 8 && one.sgnd == 0 && one.alpha == 0 &&
               one.w == components.front().w && one.h == components.front().h;
    };
    return (components.size() == 1 || components.size() == 3) && components.front().w > 0 &&
           components.front().h > 0 && std::all_of(components.begin(), components.end(), fits);
}

std::uint8_t as_pixel(OPJ_INT32 value) {
    return static_cast<std::uint8_t>(std::clamp<OPJ_INT32>(value, 0, 255));
}

// OpenJPEG keeps a plane for each of red, green and blue.
void interleave(std::span<const opj_image_comp_t> planes, std::span<std::uint8_t> pixels) {
    const std::size_t channels = planes.size();
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        pixels[i] = as_pixel(planes[channels - 1 - i % channels].data[i / channels]);
    }
}

} // namespace

Result<Image> decode_jpeg2000_file(ByteView file) {
    Source source{file};
    const DecodedImage decoded = run_decoder(source);
    if (!decoded || decoded->color_space == OPJ_CLRSPC_SYCC ||
        decoded->color_space == OPJ_CLRSPC_EYCC || decoded->color_space == OPJ_CLRSPC_CMYK) {
        return fail(ErrorCode::ImageUnreadable, "JPEG 2000 picture cannot be decoded");
    }
    const std::span components(decoded->comps, decoded->numcomps);
    if (!is_portrait(components)) {
        return fail(ErrorCode::ImageUnreadable, "JPEG 2000 picture is not 8-bit grey or colour");
    }
    Image image(static_cast<int>(components.front().w), static_cast<int>(components.front().h),
                components.size() == 1 ? PixelFormat::Grey8 : PixelFormat::Bgr8);
    interleave(components, image.pixels_for_writing());
    for (const opj_image_comp_t& plane : components) {
        wipe(plane.data, std::size_t{4} * plane.w * plane.h);
    }
    return image;
}

} // namespace madoguchi::face
