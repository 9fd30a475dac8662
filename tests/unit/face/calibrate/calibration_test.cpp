#include "face/calibrate/calibration.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <regex>

using namespace madoguchi;
using face::Calibration;
using face::FalseMatchRate;
using face::Population;

namespace {

std::string shipped_text() {
    return face::to_text(face::shipped_calibration());
}

std::string changed(const std::string& from, const std::string& to) {
    std::string text = shipped_text();
    const auto place = text.find(from);
    REQUIRE(place != std::string::npos);
    return text.replace(place, from.size(), to);
}

struct CalibrationFile {
    explicit CalibrationFile(const std::string& text) { std::ofstream(path) << text; }

    test::TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "own.calibration";
};

} // namespace

TEST_CASE(
    "the shipped thresholds are those of the measurements, stricter where frames are averaged") {
    struct Case {
        FalseMatchRate rate;
        int frames;
        float accept;
    };
    const std::vector<Case> cases{
        {FalseMatchRate::OneInHundred, 1, 0.32F},   {FalseMatchRate::OneInHundred, 5, 0.345F},
        {FalseMatchRate::OneInThousand, 1, 0.43F},  {FalseMatchRate::OneInThousand, 5, 0.455F},
        {FalseMatchRate::OneInThousand, 3, 0.455F}, // no row of its own: the next more frames
    };
    for (const Case& c : cases) {
        INFO(face::value_of(c.rate) << " over " << c.frames << " frames");
        const auto thresholds = face::shipped_calibration().thresholds_for(c.rate, c.frames);
        REQUIRE(thresholds.has_value());
        CHECK(thresholds->accept == c.accept);
        CHECK(thresholds->hopeless == 0.2F);
    }
}

TEST_CASE("a rate, or a number of frames, that was not calibrated has no threshold") {
    const Calibration& shipped = face::shipped_calibration();
    CHECK_FALSE(shipped.thresholds_for(FalseMatchRate::OneInTenThousand, 1).has_value());
    CHECK_FALSE(shipped.thresholds_for(FalseMatchRate::OneInThousand, 6).has_value());
}

TEST_CASE("the shipped calibration belongs to the pinned networks and says where it comes from") {
    const Calibration& shipped = face::shipped_calibration();
    CHECK(shipped.source == face::opencv_source(Population::EastAsian));
    CHECK(shipped.population == Population::EastAsian);
    CHECK(std::regex_match(shipped.date, std::regex("[0-9]{4}-[0-9]{2}-[0-9]{2}")));
    CHECK(shipped.provenance.find("LFW") != std::string::npos);
}

TEST_CASE("a calibration that is written and read again is the same") {
    const auto read = face::parse_calibration(shipped_text());
    REQUIRE(read.has_value());
    CHECK(face::to_text(*read) == shipped_text());
}

TEST_CASE("what is no calibration, or a broken one, is refused") {
    struct Case {
        const char* what;
        std::string text;
        ErrorCode code;
    };
    const std::vector<Case> cases{
        {"nothing", "", ErrorCode::SyntaxInvalid},
        {"another file", "reader\tx\n", ErrorCode::SyntaxInvalid},
        {"a later version", changed("calibration 1", "calibration 2"), ErrorCode::SyntaxInvalid},
        {"a row missing", changed("date\t", "# date\t"), ErrorCode::SyntaxInvalid},
        {"a row twice", shipped_text() + "date\t2026-01-01\n", ErrorCode::SyntaxInvalid},
        {"an unknown row", shipped_text() + "threshold\t0.1\n", ErrorCode::ValueInvalid},
        {"a hash that is none", changed("embedder\t0", "embedder\tx"), ErrorCode::ValueInvalid},
        {"another population", changed("east_asian", "martian"), ErrorCode::ValueInvalid},
        {"a cosine above one", changed("\t0.43\t", "\t1.43\t"), ErrorCode::ValueInvalid},
        {"not a number", changed("\t0.43\t", "\tnan\t"), ErrorCode::ValueInvalid},
        {"no frames", changed("rate\t0.01\t1\t", "rate\t0.01\t0\t"), ErrorCode::ValueInvalid},
        {"a rate of one", changed("rate\t0.01\t1\t", "rate\t1\t1\t"), ErrorCode::ValueInvalid},
        {"guessed", changed("\tmeasured", "\tguessed"), ErrorCode::ValueInvalid},
        {"a column missing", changed("\t18900\t839", "\t18900"), ErrorCode::ValueInvalid},
        {"accepting what it calls hopeless", changed("hopeless\t0.2", "hopeless\t0.4"),
         ErrorCode::ValueInvalid},
        {"too large", shipped_text() + std::string(65U << 10U, '#'), ErrorCode::TooLarge},
    };
    for (const Case& c : cases) {
        INFO(c.what);
        const auto read = face::parse_calibration(c.text);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code() == c.code);
    }
}

namespace {

const std::string one(64, '1');
const std::string two(64, '2');

face::DlibFiles dlib_files(const std::string& shape, const std::string& network) {
    return {{"shape.dat", shape}, {"network.dat", network}};
}

std::string dlib_text(const std::string& shape, const std::string& network) {
    Calibration calibration = face::shipped_calibration();
    calibration.source = face::dlib_source(dlib_files(shape, network));
    return face::to_text(calibration);
}

} // namespace

TEST_CASE("an operator's file counts only with the engine, networks and people it was made with") {
    const auto opencv = face::opencv_source(Population::EastAsian);
    const auto dlib = face::dlib_source(dlib_files(one, two));
    struct Case {
        const char* what;
        std::string text;
        face::ScoreSource used;
        Population population;
        const char* refusal; // a word of it; null: taken
    };
    const auto here = Population::EastAsian;
    const std::vector<Case> cases{
        {"right", shipped_text(), opencv, here, nullptr},
        {"right, from before engines had names", changed("engine\topencv\n", ""), opencv, here,
         nullptr},
        {"for other people", shipped_text(), face::opencv_source(Population::Rendered),
         Population::Rendered, "other people"},
        {"another network", changed("embedder\t0f", "embedder\t1f"), opencv, here, "networks"},
        {"another mean", changed("mean\tb1", "mean\tb2"), opencv, here, "networks"},
        {"right for dlib", dlib_text(one, two), dlib, here, nullptr},
        {"another network of dlib", dlib_text(one, one), dlib, here, "networks"},
        {"another shape predictor", dlib_text(two, two), dlib, here, "networks"},
        {"dlib's for people of another population", dlib_text(one, two), dlib, Population::Rendered,
         "other people"},
        {"dlib's for opencv", dlib_text(one, two), opencv, here, "the other engine"},
        {"opencv's for dlib", shipped_text(), dlib, here, "the other engine"},
    };
    for (const Case& c : cases) {
        INFO(c.what);
        const CalibrationFile file(c.text);
        const auto loaded = face::load_calibration(file.path, c.used, c.population);
        REQUIRE(loaded.has_value() == (c.refusal == nullptr));
        if (c.refusal != nullptr) {
            CHECK(loaded.error().code() == ErrorCode::ConfigInvalid);
            CHECK(loaded.error().text().find(c.refusal) != std::string_view::npos);
        }
    }
    CHECK(face::load_calibration("/nonexistent", opencv, here).error().code() ==
          ErrorCode::FileUnreadable);
}

TEST_CASE("without a file opencv has the project's thresholds, and dlib none: nothing is guessed") {
    const auto opencv = face::opencv_source(Population::EastAsian);
    CHECK(face::load_calibration({}, opencv, Population::EastAsian)->source == opencv);
    const auto none =
        face::load_calibration({}, face::dlib_source(dlib_files(one, two)), Population::EastAsian);
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().code() == ErrorCode::ConfigInvalid);
    CHECK(none.error().text().find("dlib engine has no thresholds") != std::string_view::npos);
}

TEST_CASE("a calibration names its engine, and what stands beside the embedder fits it") {
    const auto read = face::parse_calibration(dlib_text(one, two));
    REQUIRE(read.has_value());
    CHECK(read->source.engine == face::EngineKind::Dlib);
    CHECK(face::to_text(*read) == dlib_text(one, two));
    CHECK_FALSE(face::parse_calibration(changed("engine\topencv", "engine\tdlib")).has_value());
    CHECK_FALSE(face::parse_calibration(changed("engine\topencv", "engine\tbest")).has_value());
    CHECK_FALSE(face::parse_calibration(shipped_text() + "shape\t" + one + "\n").has_value());
}
