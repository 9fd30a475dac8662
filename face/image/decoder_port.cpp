#include "face/image/decoder_port.hpp"

#include "face/image/opencv_internal.hpp"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace madoguchi::face {

namespace {

cv::Mat decode(ByteView file, DecodedColours colours) {
    const cv::Mat encoded = opencv_view(1, static_cast<int>(file.size()), CV_8UC1, file);
    // Colour conversion while decoding fails for a grey raw codestream in OpenCV 4.6.
    const int mode = colours == DecodedColours::AsStored ? cv::IMREAD_UNCHANGED : cv::IMREAD_COLOR;
    return cv::imdecode(encoded, mode);
}

cv::Mat reduce(cv::Mat decoded, int longest_side) {
    const int side = std::max(decoded.cols, decoded.rows);
    if (side <= longest_side) {
        return decoded;
    }
    const double scale = static_cast<double>(longest_side) / side;
    cv::Mat reduced;
    cv::resize(decoded, reduced, {}, scale, scale, cv::INTER_AREA);
    wipe(decoded.data, decoded.total() * decoded.elemSize());
    return reduced;
}

Result<Image> decode_or_throw(ByteView file, DecodedColours colours, int longest_side) {
    cv::Mat decoded = decode(file, colours);
    if (decoded.empty() || (decoded.type() != CV_8UC1 && decoded.type() != CV_8UC3)) {
        return fail(ErrorCode::ImageUnreadable, "picture cannot be decoded");
    }
    decoded = reduce(std::move(decoded), longest_side);
    Image image(decoded.cols, decoded.rows,
                decoded.type() == CV_8UC1 ? PixelFormat::Grey8 : PixelFormat::Bgr8);
    decoded.copyTo(opencv_target(image));
    wipe(decoded.data, decoded.total() * decoded.elemSize());
    return image;
}

} // namespace

Result<Image> decode_checked(ByteView file, DecodedColours colours, int longest_side) {
    try {
        return decode_or_throw(file, colours, longest_side);
    } catch (const std::exception&) { // cv::Exception, bad_alloc; their texts may quote the input
        return fail(ErrorCode::ImageUnreadable, "picture decoder failed");
    }
}

} // namespace madoguchi::face
