#include "hw-sim/surface/exposure.hpp"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace madoguchi::sim {

namespace {

cv::Point2d direction(double degrees) {
    return {std::cos(degrees * CV_PI / 180), std::sin(degrees * CV_PI / 180)};
}

cv::Mat noise(cv::Size size, double deviation, std::uint64_t seed) {
    cv::Mat values(size, CV_32FC3);
    cv::RNG(seed).fill(values, cv::RNG::NORMAL, 0, deviation);
    return values;
}

void lay_on(cv::Mat& frame, const cv::Scalar& colour, const cv::Mat& share) {
    frame.forEach<cv::Vec3f>([&](cv::Vec3f& pixel, const int* at) {
        const float part = share.at<float>(at[0], at[1]);
        for (int channel = 0; channel < 3; ++channel) {
            pixel[channel] =
                pixel[channel] * (1 - part) + static_cast<float>(colour[channel]) * part;
        }
    });
}

cv::Mat empty_desk(const Desk& desk, std::uint64_t seed) {
    cv::Mat grain = noise(frame_size, desk.grain * 3, seed);
    cv::GaussianBlur(grain, grain, {}, 2.5);
    cv::Mat frame(frame_size, CV_32FC3, desk.colour);
    frame += grain;
    return frame;
}

void place_object(cv::Mat& frame, const cv::Mat& print, const cv::Matx33d& of_print) {
    cv::Mat colours;
    cv::Mat alpha(print.size(), CV_32F, cv::Scalar(1));
    cv::GaussianBlur(print, colours, {}, 0.7); // the print is finer than the sensor
    cv::warpPerspective(colours, colours, of_print, frame_size, cv::INTER_LINEAR,
                        cv::BORDER_REPLICATE);
    cv::warpPerspective(alpha, alpha, of_print, frame_size, cv::INTER_LINEAR);
    cv::Mat shadow;
    cv::GaussianBlur(alpha, shadow, {}, 12);
    lay_on(frame, cv::Scalar(10, 10, 10), shadow * 0.5);
    colours.convertTo(colours, CV_32F);
    frame.forEach<cv::Vec3f>([&](cv::Vec3f& pixel, const int* at) {
        const float part = alpha.at<float>(at[0], at[1]);
        pixel = pixel * (1 - part) + colours.at<cv::Vec3f>(at[0], at[1]) * part;
    });
}

void shine(cv::Mat& frame, const Light& light) {
    const cv::Point2d along = direction(light.gradient_angle);
    const double half = std::hypot(frame.cols, frame.rows) / 2;
    frame.forEach<cv::Vec3f>([&](cv::Vec3f& pixel, const int* at) {
        const double way =
            ((at[1] - frame.cols / 2.0) * along.x + (at[0] - frame.rows / 2.0) * along.y) / half;
        const double gain = 1 - light.gradient * (way + 1) / 2;
        for (int channel = 0; channel < 3; ++channel) {
            pixel[channel] *= static_cast<float>(gain * light.tint[channel]);
        }
    });
}

cv::Mat glare_share(const Glare& glare) {
    const cv::Point2d along = direction(glare.angle);
    cv::Mat share(frame_size, CV_32F);
    share.forEach<float>([&](float& value, const int* at) {
        const cv::Point2d away(at[1] - glare.centre.x, at[0] - glare.centre.y);
        const double length = away.dot(along) / (glare.radius * glare.stretch);
        const double breadth = away.cross(along) / glare.radius;
        const double fall = std::exp2(-(length * length + breadth * breadth));
        value = static_cast<float>(std::min(1.0, 1.8 * fall));
    });
    return share;
}

cv::Mat finger_share(const Finger& finger) {
    cv::Mat share = cv::Mat::zeros(frame_size, CV_32F);
    const cv::Point2d centre = finger.tip + direction(finger.angle) * (finger.width / 2);
    const cv::Point2d far = centre + direction(finger.angle) * 3000;
    cv::line(share, centre, far, cv::Scalar(1), static_cast<int>(finger.width), cv::LINE_8);
    cv::GaussianBlur(share, share, {}, 2.5);
    return share;
}

} // namespace

cv::Mat lost_to_cover(const Exposure& exposure) {
    cv::Mat lost = cv::Mat::zeros(frame_size, CV_32F);
    for (const Glare& glare : exposure.glares) {
        cv::max(lost, glare_share(glare), lost);
    }
    for (const Finger& finger : exposure.fingers) {
        cv::max(lost, finger_share(finger), lost);
    }
    return lost;
}

cv::Mat take_picture(const cv::Mat& print, const Projection& projection, const Exposure& exposure) {
    cv::Mat frame = empty_desk(exposure.desk, exposure.lens.noise_seed + 1);
    place_object(frame, print, projection.of_print());
    for (const Finger& finger : exposure.fingers) {
        lay_on(frame, finger.skin, finger_share(finger));
    }
    shine(frame, exposure.light);
    for (const Glare& glare : exposure.glares) {
        lay_on(frame, cv::Scalar(255, 255, 255), glare_share(glare));
    }
    cv::GaussianBlur(frame, frame, {}, exposure.lens.blur);
    frame += noise(frame_size, exposure.lens.noise, exposure.lens.noise_seed);
    cv::Mat taken;
    frame.convertTo(taken, CV_8U);
    return taken;
}

} // namespace madoguchi::sim
