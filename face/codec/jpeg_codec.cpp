#include "face/codec/jpeg_codec.hpp"

#include <jpeglib.h>

#include <csetjmp>
#include <cstdio> // jpeglib.h needs it

namespace madoguchi::face {

namespace {

constexpr long most_warnings = 0; // a damaged picture is refused, not guessed
constexpr int most_scans = 64;    // a progressive picture has about ten; each costs a pass

struct ErrorExit {
    jpeg_error_mgr manager{};
    std::jmp_buf back{};
};

[[noreturn]] void leave(j_common_ptr codec) {
    std::longjmp(reinterpret_cast<ErrorExit*>(codec->err)->back, 1);
}
void stay_silent(j_common_ptr /*codec*/) {
}
void leave_at_warning(j_common_ptr codec, int level) {
    if (level < 0 && ++codec->err->num_warnings > most_warnings) {
        leave(codec);
    }
}
void count_scans(j_common_ptr codec) {
    if (reinterpret_cast<j_decompress_ptr>(codec)->input_scan_number > most_scans) {
        leave(codec);
    }
}

// libjpeg leaves its functions by longjmp, so that no local of ours in the functions that call it
// may have a destructor: the image is made between two of them.
class JpegReader {
public:
    JpegReader() {
        codec_.err = jpeg_std_error(&exit_.manager);
        exit_.manager.error_exit = leave;
        exit_.manager.emit_message = leave_at_warning;
        exit_.manager.output_message = stay_silent;
        progress_.progress_monitor = count_scans;
    }
    ~JpegReader() { jpeg_destroy_decompress(&codec_); }
    JpegReader(const JpegReader&) = delete;
    JpegReader& operator=(const JpegReader&) = delete;

    bool begin(ByteView file) {
        if (setjmp(exit_.back) != 0) {
            return false;
        }
        jpeg_create_decompress(&codec_);
        codec_.progress = &progress_;
        jpeg_mem_src(&codec_, file.data(), static_cast<unsigned long>(file.size()));
        jpeg_read_header(&codec_, TRUE);
        codec_.out_color_space = JCS_EXT_BGR;
        jpeg_start_decompress(&codec_);
        return codec_.output_width > 0 && codec_.output_height > 0;
    }

    [[nodiscard]] int width() const { return static_cast<int>(codec_.output_width); }
    [[nodiscard]] int height() const { return static_cast<int>(codec_.output_height); }

    bool finish(std::uint8_t* pixels) {
        if (setjmp(exit_.back) != 0) {
            return false;
        }
        const std::size_t row_bytes = std::size_t{3} * codec_.output_width;
        while (codec_.output_scanline < codec_.output_height) {
            JSAMPROW row = pixels + row_bytes * codec_.output_scanline;
            jpeg_read_scanlines(&codec_, &row, 1);
        }
        jpeg_finish_decompress(&codec_);
        return true;
    }

private:
    jpeg_decompress_struct codec_{};
    ErrorExit exit_;
    jpeg_progress_mgr progress_{};
};

} // namespace

Result<Image> decode_jpeg_file(ByteView file) {
    JpegReader reader;
    if (reader.begin(file)) {
        Image image(reader.width(), reader.height(), PixelFormat::Bgr8);
        if (reader.finish(image.pixels_for_writing().data())) {
            return image;
        }
    }
    return fail(ErrorCode::ImageUnreadable, "JPEG picture cannot be decoded");
}

} // namespace madoguchi::face
