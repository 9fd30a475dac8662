#include "hw-sim/surface/surface_scene.hpp"

#include "hw-sim/surface/card_front.hpp"
#include "hw-sim/surface/print_wear.hpp"

#include <array>

namespace madoguchi::sim {

namespace {

constexpr std::array all_fields{PrintedField::BirthDate, PrintedField::Expiry,
                                PrintedField::SecurityCode};
constexpr std::array all_other_objects{OtherObject::BlankCard, OtherObject::DrivingLicence,
                                       OtherObject::CreditCard, OtherObject::Phone};

Area area_of(PrintedField field) {
    switch (field) {
    case PrintedField::BirthDate:
        return birth_date_area;
    case PrintedField::Expiry:
        return expiry_area;
    case PrintedField::SecurityCode:
        break;
    }
    return security_code_area;
}

// The object as it lies there, and where its own corner is in what lies there.
struct LaidObject {
    cv::Mat print;
    double margin_mm = 0; // a sleeve around it
    cv::Size2d size_mm() const { return {print.cols / print_scale, print.rows / print_scale}; }
};

Result<LaidObject> lay_down(const SurfaceScene& scene, SceneKind kind, RandomSource& random) {
    LaidObject object{scene.instead ? MADOGUCHI_TRY(draw_other_object(*scene.instead, scene.front))
                                    : MADOGUCHI_TRY(draw_card_front(scene.front))};
    if (kind == SceneKind::Plain) {
        return object;
    }
    object.print = wear_print(object.print, random.between(0, 1), random);
    if (scene.instead != OtherObject::Phone && random.chance(0.25)) {
        object.margin_mm = random.between(1, 2.5);
        object.print = put_in_sleeve(object.print, object.margin_mm, random);
    }
    return object;
}

Exposure some_surroundings(RandomSource& random) {
    const std::array desks{cv::Vec3d(60, 60, 62),    cv::Vec3d(45, 70, 105),
                           cv::Vec3d(120, 120, 118), cv::Vec3d(95, 130, 165),
                           cv::Vec3d(80, 60, 40),    cv::Vec3d(150, 150, 152)};
    Exposure exposure;
    exposure.desk = {random.one_of(desks), random.between(1, 6)};
    const double warmth = random.between(-0.06, 0.06);
    exposure.light = {cv::Scalar(1 - warmth, 1, 1 + warmth) * random.between(0.75, 1.0),
                      random.between(0, 0.35), random.between(0, 360)};
    return exposure;
}

// On the object somewhere, or on one of its fields.
Place some_place(const LaidObject& object, std::optional<PrintedField> on, RandomSource& random) {
    const Area area =
        on ? area_of(*on) : Area{0, 0, object.size_mm().width, object.size_mm().height};
    return {object.margin_mm + area.x + area.width * random.between(0.1, 0.9),
            object.margin_mm + area.y + area.height * random.between(0.3, 0.7)};
}

Glare some_glare(cv::Point2d centre, RandomSource& random) {
    return {centre, random.between(15, 70), random.between(1, 2.5), random.between(0, 360)};
}

// Holds the object by one of its sides, a few millimetres in.
Finger some_finger(const LaidObject& object, const Projection& projection, RandomSource& random) {
    const cv::Size2d size = object.size_mm();
    const double along = random.between(0.1, 0.9);
    const double in = random.between(2, 8);
    const std::array<std::array<Place, 2>, 4> sides{
        {{Place{size.width * along, in}, Place{size.width * along, -10}},
         {Place{size.width * along, size.height - in}, Place{size.width * along, size.height + 10}},
         {Place{in, size.height * along}, Place{-10, size.height * along}},
         {Place{size.width - in, size.height * along},
          Place{size.width + 10, size.height * along}}}};
    const auto& side = random.one_of(sides);
    const cv::Point2d tip = projection(side[0]);
    const cv::Point2d away = projection(side[1]) - tip;
    return {tip, std::atan2(away.y, away.x) * 180 / CV_PI, random.between(110, 170),
            cv::Scalar(110, 145, 200) * random.between(0.6, 1.1)};
}

void cover(Exposure& exposure, const LaidObject& object, const Projection& projection,
           std::optional<PrintedField> hidden, bool by_finger, RandomSource& random) {
    if (random.chance(0.25)) {
        exposure.glares.push_back(
            some_glare(projection(some_place(object, std::nullopt, random)), random));
    }
    if (random.chance(0.3)) {
        exposure.fingers.push_back(some_finger(object, projection, random));
    }
    if (!hidden) {
        return;
    }
    const Area area = area_of(*hidden);
    const cv::Point2d middle = projection(
        {object.margin_mm + area.x + area.width / 2, object.margin_mm + area.y + area.height / 2});
    if (by_finger) {
        const double angle = random.between(0, 360);
        exposure.fingers.push_back({middle - cv::Point2d(60 * std::cos(angle * CV_PI / 180),
                                                         60 * std::sin(angle * CV_PI / 180)),
                                    angle, 160});
    } else {
        exposure.glares.push_back({middle, random.between(60, 90), 1.2, random.between(0, 360)});
    }
}

std::vector<PrintedField> covered_fields(const cv::Mat& lost, const Projection& projection,
                                         const LaidObject& object) {
    constexpr float noticeable = 0.35F;
    constexpr int steps = 40;
    std::vector<PrintedField> covered;
    for (const PrintedField field : all_fields) {
        const Area area = area_of(field);
        int lost_points = 0;
        for (int step = 0; step <= steps; ++step) {
            const cv::Point2d at =
                projection({object.margin_mm + area.x + area.width * step / steps,
                            object.margin_mm + area.y + area.height / 2});
            const bool is_inside = cv::Rect({0, 0}, frame_size).contains(cv::Point(at));
            lost_points += !is_inside || lost.at<float>(cv::Point(at)) > noticeable ? 1 : 0;
        }
        if (lost_points > 0) {
            covered.push_back(field);
        }
    }
    return covered;
}

Lens some_lens(SceneKind kind, RandomSource& random) {
    Lens lens{random.between(0.5, 1.3), random.between(1.5, 5), random.seed()};
    if (kind == SceneKind::Plain) {
        return {0.6, 2, random.seed()};
    }
    if (random.chance(0.06)) { // the camera is still focusing
        lens.blur = random.between(4, 7);
    }
    return lens;
}

} // namespace

std::string_view name_of(PrintedField field) noexcept {
    constexpr std::array<std::string_view, 3> names{"birth_date", "expiry", "security_code"};
    return names.at(static_cast<std::size_t>(field));
}

std::string_view name_of(OtherObject object) noexcept {
    constexpr std::array<std::string_view, 4> names{"blank_card", "driving_licence", "credit_card",
                                                    "phone"};
    return names.at(static_cast<std::size_t>(object));
}

Result<SurfaceScene> draw_scene(const PrintedFront& front, SceneKind kind, int frame_count,
                                RandomSource& random) {
    SurfaceScene scene;
    scene.front = front;
    if (kind == SceneKind::Foreign) {
        scene.instead = random.one_of(all_other_objects);
    } else if (kind == SceneKind::Hidden) {
        scene.hidden = random.one_of(all_fields);
    }
    const bool by_finger = random.chance(0.5);
    const LaidObject object = MADOGUCHI_TRY(lay_down(scene, kind, random));
    const Exposure surroundings = some_surroundings(random);
    Pose pose = some_pose(random);
    for (int count = 0; count < frame_count; ++count) {
        pose = moved_a_little(pose, random);
        Pose taken_from = pose;
        if (scene.instead == OtherObject::Phone) {
            taken_from.scale *= 0.62; // or it would not fit the frame
        }
        const Projection projection(taken_from, object.size_mm());
        Exposure exposure = surroundings;
        if (kind != SceneKind::Plain) {
            cover(exposure, object, projection, scene.hidden, by_finger, random);
        }
        exposure.lens = some_lens(kind, random);
        scene.frames.push_back({take_picture(object.print, projection, exposure),
                                covered_fields(lost_to_cover(exposure), projection, object),
                                exposure.lens.blur < 3});
    }
    return scene;
}

} // namespace madoguchi::sim
