#include "hw-sim/link/link_model.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::sim;

namespace {

const ChipTimes no_computing = ChipTimes().slower(0);

LinkModel model_at(BitRate rate) {
    LinkParameters link;
    link.bit_rate = rate;
    return LinkModel(link, no_computing);
}

Frame from_reader(std::size_t bytes) {
    return {Sender::Reader, bytes};
}
Frame from_card(std::size_t bytes) {
    return {Sender::Card, bytes};
}

void check_time(Microseconds measured, Microseconds expected) {
    CHECK(measured.count() == Approx(expected.count()).epsilon(1e-9));
}

} // namespace

TEST_CASE("one bit lasts 128, 64, 32 and 16 periods of the carrier") {
    check_time(bit_time(BitRate::Kbit106), carrier_periods(128));
    check_time(bit_time(BitRate::Kbit212), carrier_periods(64));
    check_time(bit_time(BitRate::Kbit424), carrier_periods(32));
    check_time(bit_time(BitRate::Kbit848), carrier_periods(16));
    CHECK(bit_rate_of(424) == BitRate::Kbit424);
    CHECK_FALSE(bit_rate_of(425).has_value());
}

TEST_CASE("a frame is 12 bits of start, ten bits a byte and 10 bits of end") {
    check_time(model_at(BitRate::Kbit106).duration(from_reader(3)), carrier_periods(52 * 128));
    check_time(model_at(BitRate::Kbit848).duration(from_card(256)), carrier_periods(2582 * 16));
}

TEST_CASE("chains break where a frame is full") {
    struct Case {
        std::size_t command;
        std::size_t answer;
        std::vector<Frame> frames;
    };
    // FSC 256 leaves 253 bytes beside the control byte and the checksum.
    const std::vector<Case> cases{
        {0, 0, {from_reader(3), from_card(3)}},
        {7, 2, {from_reader(10), from_card(5)}},
        {252, 2, {from_reader(255), from_card(5)}},
        {253, 2, {from_reader(256), from_card(5)}},
        {254, 2, {from_reader(256), from_card(3), from_reader(4), from_card(5)}},
        {5, 253, {from_reader(8), from_card(256)}},
        {5, 254, {from_reader(8), from_card(256), from_reader(3), from_card(4)}},
        {5,
         507,
         {from_reader(8), from_card(256), from_reader(3), from_card(256), from_reader(3),
          from_card(4)}},
    };
    const LinkModel model = model_at(BitRate::Kbit106);
    for (const Case& c : cases) {
        CAPTURE(c.command, c.answer);
        CHECK(model.frames(c.command, c.answer) == c.frames);
    }
}

TEST_CASE("a card identifier takes one byte of every frame") {
    LinkParameters link;
    link.card_identifier = true;
    const std::vector<Frame> expected{from_reader(9), from_card(256), from_reader(4), from_card(5)};
    CHECK(LinkModel(link).frames(5, 253) == expected);
}

TEST_CASE("a 7-byte command and a 256-byte answer at 106 kbit/s, computed by hand") {
    // Frames of 10, 256, 3 and 6 bytes: 122 + 2582 + 52 + 82 bits of 128 periods. Twice the
    // reader's 32 and twice the card's 64 + 80 subcarrier periods of 16: 27.2 ms.
    const Microseconds expected = carrier_periods(2838 * 128 + 352 * 16);
    check_time(model_at(BitRate::Kbit106).time_of(CommandKind::Read, 7, 256), expected);
    CHECK(expected.count() == Approx(27204.7).margin(0.1));
}

TEST_CASE("the chip computes from the end of the command, the silence included") {
    LinkParameters link;
    ChipTimes chip = no_computing;
    const Microseconds alone = LinkModel(link, chip).time_of(CommandKind::Verify, 9, 2);
    chip.verify.base = link.card_turnaround;
    check_time(LinkModel(link, chip).time_of(CommandKind::Verify, 9, 2), alone);
    chip.verify.base += Microseconds(1000);
    check_time(LinkModel(link, chip).time_of(CommandKind::Verify, 9, 2),
               alone + Microseconds(1000));
}

TEST_CASE("a chip that needs longer than the waiting time asks for more") {
    LinkParameters link;
    link.frame_waiting_integer = 0; // 4096 carrier periods, 302 us
    ChipTimes chip = no_computing;
    chip.private_key.base = carrier_periods(4096);
    const Microseconds in_time = LinkModel(link, chip).time_of(CommandKind::PrivateKey, 56, 258);
    chip.private_key.base = carrier_periods(4096 * 2 + 1);
    // Two requests and two responses of 4 bytes: 62 bits each, and the silences.
    const Microseconds extensions = carrier_periods(4 * 62 * 128 + 2 * (144 + 32) * 16);
    check_time(LinkModel(link, chip).time_of(CommandKind::PrivateKey, 56, 258),
               in_time + carrier_periods(4097) + extensions);
}

TEST_CASE("a pause after each character lengthens that side's frames") {
    LinkParameters link;
    link.reader_character_pause = Microseconds(57);
    link.card_character_pause = Microseconds(19);
    const LinkModel with(link, no_computing);
    const LinkModel without = model_at(BitRate::Kbit106);
    check_time(with.duration(from_reader(10)),
               without.duration(from_reader(10)) + Microseconds(570));
    check_time(with.duration(from_card(10)), without.duration(from_card(10)) + Microseconds(190));
}
