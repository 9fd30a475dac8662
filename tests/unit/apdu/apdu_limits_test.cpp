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

TEST_CASE("without a reader's limits only the kind of length decides") {
    CHECK(ApduLimits{}.longest_answer() == 256);
    CHECK(ApduLimits{.extended_length = true}.longest_answer() == 65536);
}
