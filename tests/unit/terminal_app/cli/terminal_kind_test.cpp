#include "terminal_app/cli/terminal_kind.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi::cli;

TEST_CASE("a terminal gets the richest picture that it is sure to show") {
    struct Case {
        TerminalKind kind;
        PictureStyle style;
    };
    const std::vector<Case> cases{
        {{"xterm-256color", "truecolor", "ja_JP.UTF-8"}, PictureStyle::TrueColour},
        {{"screen", "24bit", "C.utf8"}, PictureStyle::TrueColour},
        {{"xterm-direct", "", "C.UTF-8"}, PictureStyle::TrueColour},
        {{"tmux-256color", "", "C.UTF-8"}, PictureStyle::GreySteps},
        {{"xterm", "", "C.UTF-8"}, PictureStyle::Ascii},
        {{"linux", "", "C.UTF-8"}, PictureStyle::Ascii},
        {{"xterm-256color", "truecolor", "ja_JP.EUC-JP"}, PictureStyle::Ascii},
        {{"xterm-256color", "truecolor", ""}, PictureStyle::Ascii},
        {{"dumb", "truecolor", "C.UTF-8"}, PictureStyle::Ascii},
    };
    for (const Case& each : cases) {
        CAPTURE(each.kind.name, each.kind.colours, each.kind.character_set);
        CHECK(picture_style(each.kind) == each.style);
    }
}

TEST_CASE("a terminal without a name, or a dumb one, cannot be cleared") {
    CHECK(can_be_cleared({"vt100", "", ""}));
    CHECK_FALSE(can_be_cleared({"", "truecolor", "C.UTF-8"}));
    CHECK_FALSE(can_be_cleared({"dumb", "", ""}));
}
