#include "apdu/apdu_limits.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace madoguchi;
using apdu::ApduLimits;

TEST_CASE("the longest answer to ask for follows the reader's limits") {
    struct Case {
        hal::TransferLimits reader;
        std::size_t longest_answer;
    };
    const std::vector<Case> cases{
        {{}, 256},
        {{true, 65544, 65538}, 65536},
        {{true, 65544, 1692}, 1690}, // a reader that cuts long answers
        {{true, 261, 258}, 256},
        {{false, 65544, 65538}, 256}, // no extended length, however much would fit
        {{false, 261, 257}, 255},
        {{false, 261, 0}, 1}, // a reader that says nonsense is asked for one byte
        {{true, 65544, 1U << 20U}, 65536},
    };
    for (const Case& each : cases) {
        CHECK(ApduLimits::of(each.reader).longest_answer() == each.longest_answer);
        CHECK(ApduLimits::of(each.reader).longest_command == each.reader.longest_command);
    }
}

TEST_CASE("a part of a long file is as long as one frame carries, where that costs no exchange") {
    constexpr ApduLimits short_length;
    struct Case {
        ApduLimits limits;
        std::size_t wanted;
        std::size_t asked;
    };
    const std::vector<Case> cases{
        {short_length, 1, 1},
        {short_length, 251, 251},
        {short_length, 252, 252}, // one exchange with two frames is better than two exchanges
        {short_length, 256, 256},
        {short_length, 257, 251},
        {short_length, 502, 251},
        {short_length, 503, 256}, // else it would be three
        {short_length, 512, 256},
        {short_length, 5467, 251},
        {{.longest_answer_data = 255}, 300, 251},
        {{.longest_answer_data = 251}, 300, 251},
        {{.longest_answer_data = 128}, 300, 128},
        {{.extended_length = true}, 5467, 5467},
        {{.extended_length = true, .longest_answer_data = 1690}, 5467, 1690},
    };
    for (const Case& each : cases) {
        INFO(each.wanted << " of " << each.limits.longest_answer());
        CHECK(each.limits.next_answer(each.wanted) == each.asked);
    }
}

TEST_CASE("parts as long as a frame take no more exchanges than the longest would") {
    constexpr ApduLimits limits;
    for (std::size_t size = 1; size < 9000; ++size) {
        std::size_t exchanges = 0;
        for (std::size_t left = size; left > 0; left -= limits.next_answer(left)) {
            ++exchanges;
        }
        INFO(size);
        REQUIRE(exchanges == (size + 255) / 256);
    }
}

TEST_CASE("without a reader's limits only the kind of length decides") {
    CHECK(ApduLimits{}.longest_answer() == 256);
    CHECK(ApduLimits{.extended_length = true}.longest_answer() == 65536);
}
