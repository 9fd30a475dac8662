#include "hw-sim/surface/print_wear.hpp"

#include "hw-sim/surface/print_canvas.hpp"

#include <opencv2/imgproc.hpp>

namespace madoguchi::sim {

namespace {

cv::Point some_point(cv::Size size, RandomSource& random) {
    return {random.whole(0, size.width - 1), random.whole(0, size.height - 1)};
}

// Soft patches between 0 and 1, some millimetres wide.
cv::Mat patches(cv::Size size, RandomSource& random) {
    constexpr double patch_mm = 4;
    const cv::Size coarse(static_cast<int>(size.width / print_scale / patch_mm) + 1,
                          static_cast<int>(size.height / print_scale / patch_mm) + 1);
    cv::Mat values(coarse, CV_32F);
    for (float& value : cv::Mat_<float>(values)) {
        value = static_cast<float>(random.between(0, 1));
    }
    cv::Mat smooth;
    cv::resize(values, smooth, size, 0, 0, cv::INTER_CUBIC);
    return smooth;
}

void mix(cv::Mat& print, const cv::Scalar& colour, const cv::Mat& share) {
    print.forEach<cv::Vec3b>([&](cv::Vec3b& pixel, const int* at) {
        const auto part = static_cast<double>(std::clamp(share.at<float>(at[0], at[1]), 0.F, 1.F));
        for (int channel = 0; channel < 3; ++channel) {
            pixel[channel] = cv::saturate_cast<std::uint8_t>(pixel[channel] * (1 - part) +
                                                             colour[channel] * part);
        }
    });
}

void scratch(cv::Mat& print, RandomSource& random) {
    const cv::Point from = some_point(print.size(), random);
    const double angle = random.between(0, 2 * CV_PI);
    const double length = random.between(5, 40) * print_scale;
    const cv::Point to = from + cv::Point(static_cast<int>(length * std::cos(angle)),
                                          static_cast<int>(length * std::sin(angle)));
    const int grey = random.whole(205, 240);
    cv::line(print, from, to, cv::Scalar(grey, grey, grey), random.whole(1, 2), cv::LINE_AA);
}

} // namespace

cv::Mat wear_print(const cv::Mat& print, double strength, RandomSource& random) {
    cv::Mat worn = print.clone();
    const cv::Scalar plastic(232, 234, 238);
    mix(worn, plastic, patches(print.size(), random) * (0.5 * strength));
    const int scratches = static_cast<int>(random.between(0, 12) * strength);
    for (int count = 0; count < scratches; ++count) {
        scratch(worn, random);
    }
    const cv::Scalar stain(130, 160, 180);
    mix(worn, stain, (patches(print.size(), random) - 0.6) * (0.5 * strength));
    return worn;
}

cv::Mat put_in_sleeve(const cv::Mat& print, double margin_mm, RandomSource& random) {
    const int margin = static_cast<int>(margin_mm * print_scale);
    const cv::Scalar film(196, 200, 198);
    cv::Mat sleeved;
    cv::copyMakeBorder(print, sleeved, margin, margin, margin, margin, cv::BORDER_CONSTANT, film);
    const cv::Scalar haze(214, 216, 216);
    cv::Mat share(sleeved.size(), CV_32F, cv::Scalar(random.between(0.04, 0.14)));
    for (int streak = random.whole(1, 4); streak > 0; --streak) {
        cv::line(share, some_point(sleeved.size(), random), some_point(sleeved.size(), random),
                 cv::Scalar(random.between(0.2, 0.5)), random.whole(4, 16), cv::LINE_AA);
    }
    cv::GaussianBlur(share, share, {}, 4);
    mix(sleeved, haze, share);
    cv::rectangle(sleeved, {{0, 0}, sleeved.size()}, {170, 174, 172}, 6);
    return sleeved;
}

} // namespace madoguchi::sim
