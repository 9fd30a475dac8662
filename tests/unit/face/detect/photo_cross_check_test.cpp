#include "face/detect/photo_cross_check.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using face::FaceBox;

TEST_CASE("a second opinion disputes a face that is not alone or stands elsewhere") {
    const FaceBox face{60, 60, 80, 100};
    struct Case {
        const char* what;
        std::vector<FaceBox> others;
        bool disputed;
    };
    const std::vector<Case> cases{
        {"the same place", {{58, 70, 84, 84}}, false},
        {"nothing found: it misses faces", {}, false},
        {"two faces", {{58, 70, 84, 84}, {150, 70, 40, 40}}, true},
        {"above", {{58, 10, 84, 84}}, true},
        {"beside", {{110, 70, 84, 84}}, true},
    };
    for (const Case& c : cases) {
        INFO(c.what);
        CHECK(face::disputes(c.others, face) == c.disputed);
    }
}

TEST_CASE("the second method finds no face where none is") {
    const auto cross_check = face::start_hog_cross_check();
    for (const auto format : {PixelFormat::Grey8, PixelFormat::Bgr8}) {
        const auto found = cross_check->find_faces(test::striped_picture(192, 240, format).view());
        REQUIRE(found.has_value());
        CHECK(found->empty());
    }
}
