#include "hw-sim/presentation/film.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>
#include <opencv2/imgcodecs.hpp>

#include <set>

using namespace madoguchi;
using sim::TabletPlace;
using test::TemporaryFolder;

namespace {

std::set<std::string> names_in(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

cv::Mat frame() {
    return cv::imread(MADOGUCHI_PERSONAS "/p02/turn_01.jpg", cv::IMREAD_COLOR);
}

} // namespace

TEST_CASE("a film has a picture for each one of the person's sequences") {
    const TemporaryFolder folder;
    REQUIRE(sim::write_film(MADOGUCHI_PERSONAS "/p02", folder.path() / "film",
                            TabletPlace::AtArmsLength)
                .has_value());
    const auto names = names_in(folder.path() / "film");
    CHECK(names.size() == 18);
    CHECK(names.contains("turn_10.jpg"));
    CHECK(names.contains("blink_01.jpg"));
}

TEST_CASE("a film is refused of whom there are no sequences, and over an older one") {
    const TemporaryFolder folder;
    const auto out = folder.path() / "film";
    CHECK(
        sim::write_film(MADOGUCHI_PERSONAS "/p03", out, TabletPlace::AtArmsLength).error().code() ==
        ErrorCode::FileUnreadable);
    CHECK(sim::write_film("/nonexistent", out, TabletPlace::AtArmsLength).error().code() ==
          ErrorCode::FileUnreadable);
    CHECK(sim::write_film(MADOGUCHI_PERSONAS "/p02", folder.path(), TabletPlace::AtArmsLength)
              .error()
              .code() == ErrorCode::StorageFailed);
}

TEST_CASE("the hand trembles from one moment to the next, and a moment is always the same") {
    const cv::Mat one = sim::shown_on_tablet(frame(), TabletPlace::AtArmsLength, 1);
    CHECK(cv::norm(one, sim::shown_on_tablet(frame(), TabletPlace::AtArmsLength, 1)) == 0);
    CHECK(cv::norm(one, sim::shown_on_tablet(frame(), TabletPlace::AtArmsLength, 2)) > 0);
}

TEST_CASE(
    "at arm's length a black frame stands in the room; a tablet that fills the picture has none") {
    const cv::Rect corner(0, 0, 60, 60);
    const cv::Rect frame_of_tablet(300, 60, 60, 8);
    const cv::Mat held = sim::shown_on_tablet(frame(), TabletPlace::AtArmsLength, 1);
    const cv::Mat near = sim::shown_on_tablet(frame(), TabletPlace::FillsPicture, 1);
    CHECK(cv::mean(held(frame_of_tablet))[1] < 40);
    CHECK(cv::mean(held(corner))[1] == Approx(95).margin(8)); // the wall
    CHECK(cv::mean(near(corner))[1] == Approx(cv::mean(frame()(corner))[1]).margin(30));
}
