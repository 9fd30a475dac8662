#include "terminal_app/main/face_settings.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;

namespace {

TerminalConfig with_dlib() {
    const std::string hash(64, '0');
    TerminalConfig config;
    config.face_models = MADOGUCHI_MODELS;
    config.dlib_files = face::DlibFiles{{"/nonexistent", hash}, {"/nonexistent", hash}};
    return config;
}

} // namespace

TEST_CASE("dlib without a calibration makes the face way unavailable, by name, and nothing else") {
    const auto settings = make_face_settings(with_dlib(), {});
    REQUIRE(settings.has_value());
    REQUIRE_FALSE(settings->engine.has_value());
    CHECK(settings->engine.error().code() == ErrorCode::ConfigInvalid);
    CHECK(settings->engine.error().text().find("dlib engine has no thresholds of its own") !=
          std::string_view::npos);
}

TEST_CASE("a calibration that cannot be used stops the terminal, whatever the engine") {
    for (TerminalConfig config : {TerminalConfig{}, with_dlib()}) {
        config.face_calibration = "/nonexistent";
        const auto settings = make_face_settings(config, {});
        REQUIRE_FALSE(settings.has_value());
        CHECK(settings.error().code() == ErrorCode::FileUnreadable);
    }
}

TEST_CASE("without models the face way is unavailable, and says so") {
    const auto settings = make_face_settings({}, {});
    REQUIRE(settings.has_value());
    REQUIRE_FALSE(settings->engine.has_value());
    CHECK(settings->engine.error().code() == ErrorCode::ModelMissing);
}
