#include "surface/reading/frame_reader.hpp"

#include "surface/geometry/card_finder.hpp"
#include "surface/layout/front_check.hpp"
#include "surface/reading/front_reader.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace madoguchi::surface {

namespace {

Result<cv::Mat> grey_of(const Frame& frame) {
    const auto pixels = static_cast<std::size_t>(std::max(frame.width, 0)) *
                        static_cast<std::size_t>(std::max(frame.height, 0));
    constexpr int smallest = 200;
    if (frame.width < smallest || frame.height < smallest ||
        frame.pixels.size() != pixels * static_cast<std::size_t>(bytes_per_pixel(frame.format))) {
        return fail(ErrorCode::ImageRefused, "a frame is too small or has not as many pixels as "
                                             "its size says");
    }
    // OpenCV has no read-only matrix. NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
    auto* const data = const_cast<std::uint8_t*>(frame.pixels.data());
    if (frame.format == PixelFormat::Grey8) {
        return cv::Mat(frame.height, frame.width, CV_8UC1, data);
    }
    cv::Mat grey;
    cv::cvtColor(cv::Mat(frame.height, frame.width, CV_8UC3, data), grey, cv::COLOR_BGR2GRAY);
    return grey;
}

FrameReading refused(RefusalReason reason) {
    return {reason, {}};
}

FrameReading read_card(const cv::Mat& grey, const Quad& quad, TextReader& reader) {
    constexpr int least_date_marks = 2; // of six
    const cv::Mat card = upright(rectify(grey, quad));
    if (is_blank(card)) {
        return refused(RefusalReason::Blank);
    }
    if (!is_sharp(card)) {
        return refused(RefusalReason::OutOfFocus);
    }
    if (!has_photo(card)) {
        return refused(RefusalReason::OtherCard);
    }
    FrontReader front(card, reader);
    FrameReading reading{std::nullopt, front.read()};
    const bool is_lit_away = reading.fields.has_glare[0] || reading.fields.has_glare[1];
    if (front.date_marks_seen() < least_date_marks && !is_lit_away) {
        return refused(RefusalReason::OtherCard);
    }
    return reading;
}

FrameReading read_grey(const cv::Mat& grey, TextReader& reader) {
    const FoundObjects objects = find_cards(grey);
    if (objects.cards.empty()) {
        return refused(objects.has_other_shape ? RefusalReason::OtherShape
                                               : RefusalReason::NotFound);
    }
    return read_card(grey, objects.cards.front().quad, reader);
}

} // namespace

Result<FrameReading> read_frame(const Frame& frame, TextReader& reader) {
    try {
        return read_grey(MADOGUCHI_TRY(grey_of(frame)), reader);
    } catch (const std::exception&) { // cv::Exception, bad_alloc; their texts may quote the input
        return fail(ErrorCode::ImageUnreadable, "a frame cannot be worked on");
    }
}

} // namespace madoguchi::surface
