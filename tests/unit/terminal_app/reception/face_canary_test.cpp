// After receptions by face no picture of the patient, and no template, is left anywhere.
#include "terminal_app/service/preview_picture.hpp"
#include "tests/unit/face/real_networks/real_engine.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"
#include "tests/unit/terminal_app/reception/face_desk.hpp"
#include "tests/unit/terminal_app/reception/left_traces.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::test::FaceDesk;

namespace {

// From the middle, where the face is.
std::string piece_of(ByteView picture) {
    constexpr std::size_t length = 32;
    REQUIRE(picture.size() > 4 * length);
    return as_text(to_bytes(picture.subspan(picture.size() / 2, length)));
}

std::string piece_of(const face::FaceTemplate& face) {
    return piece_of(ByteView(reinterpret_cast<const std::uint8_t*>(face.values().data()),
                             face.values().size_bytes()));
}

} // namespace

TEST_CASE("no picture and no template is left behind") {
    if (!test::models_are_there()) {
        return;
    }
    const Frame live = test::person("p02");
    FaceDesk desk(live);
    const test::LogToFile logged(desk.bench.folder() / "terminal.log");
    CHECK(desk.receive_by_face().outcome == "eligible");
    desk.bench.take_card();
    desk.bench.next_patient("p05"); // with somebody else before the camera
    CHECK(desk.receive_by_face().outcome == "not_confirmed");
    desk.bench.take_card();
    desk.bench.next_patient("p02");

    auto traces = test::traces_of(desk.bench.person());
    const auto neighbour = test::traces_of(test::persona("p05"));
    traces.insert(traces.end(), neighbour.begin(), neighbour.end());
    traces.push_back(piece_of(live.pixels));
    traces.push_back(piece_of(test::chip_face(*test::real_engine(), "p02")));
    traces.push_back(piece_of(preview_jpeg(live).value().reveal()));
    test::check_nothing_is_left(desk.bench.folder(), traces);
    CHECK(desk.bench.desk().preview().newest().value == nullptr);
}
