#include "hw-sim/link/link_model.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include <algorithm>

using namespace madoguchi;
using namespace madoguchi::sim;

namespace {

LinkParameters any_link() {
    LinkParameters link;
    link.bit_rate =
        *rc::gen::elementOf(std::vector<BitRate>(all_bit_rates.begin(), all_bit_rates.end()));
    link.card_frame_size = *rc::gen::inRange<std::size_t>(16, 257);
    link.reader_frame_size = *rc::gen::inRange<std::size_t>(16, 257);
    link.card_identifier = *rc::gen::arbitrary<bool>();
    return link;
}

std::size_t any_length() {
    return *rc::gen::inRange<std::size_t>(0, 4000);
}

CommandKind any_kind() {
    return *rc::gen::elementOf(std::vector<CommandKind>{
        CommandKind::SelectApplication, CommandKind::Read, CommandKind::PrivateKey});
}

} // namespace

TEST_CASE("properties of the link model") {
    rc::prop("a frame never exceeds what its receiver takes, and reader and card alternate", [] {
        const LinkParameters link = any_link();
        const auto frames = LinkModel(link).frames(any_length(), any_length());
        RC_ASSERT(frames.size() % 2 == 0U);
        for (std::size_t i = 0; i < frames.size(); ++i) {
            const bool reader = frames[i].sender == Sender::Reader;
            RC_ASSERT(reader == (i % 2 == 0));
            RC_ASSERT(frames[i].bytes <= (reader ? link.card_frame_size : link.reader_frame_size));
        }
    });
    rc::prop("every byte of command and answer is in exactly one frame", [] {
        const LinkParameters link = any_link();
        const std::size_t command = any_length();
        const std::size_t answer = any_length();
        const auto frames = LinkModel(link).frames(command, answer);
        const std::size_t overhead = link.card_identifier ? 4 : 3;
        std::size_t carried = 0;
        for (const Frame& frame : frames) {
            carried += frame.bytes - overhead;
        }
        RC_ASSERT(carried == command + answer);
    });
    rc::prop("one byte more, either way, never takes less time", [] {
        const LinkModel model(any_link());
        const CommandKind kind = any_kind();
        const std::size_t command = any_length();
        const std::size_t answer = any_length();
        const Microseconds time = model.time_of(kind, command, answer);
        RC_ASSERT(model.time_of(kind, command + 1, answer) > time);
        RC_ASSERT(model.time_of(kind, command, answer + 1) > time);
    });
    rc::prop("one exchange for all bytes is faster than two that share them", [] {
        const LinkModel model(any_link());
        const std::size_t first = any_length();
        const std::size_t second = any_length();
        const auto read = [&model](std::size_t answer) {
            return model.time_of(CommandKind::Read, 5, answer);
        };
        RC_ASSERT(read(first + second) < read(first) + read(second));
    });
    rc::prop("a faster link and a faster chip never take longer", [] {
        LinkParameters slow = any_link();
        slow.bit_rate = BitRate::Kbit106;
        LinkParameters fast = slow;
        fast.bit_rate = BitRate::Kbit848;
        const CommandKind kind = any_kind();
        const std::size_t command = any_length();
        const std::size_t answer = any_length();
        const Microseconds time = LinkModel(slow).time_of(kind, command, answer);
        RC_ASSERT(LinkModel(fast).time_of(kind, command, answer) < time);
        RC_ASSERT(LinkModel(slow, ChipTimes().slower(2)).time_of(kind, command, answer) > time);
    });
}
