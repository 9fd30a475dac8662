#include "apdu/trace/trace_file.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::apdu;

namespace {

const std::string heading = "madoguchi trace 1\n"
                            "tool madoguchi 0.1.0\n"
                            "reader Reader 00 00\n"
                            "atr 3B888001\n"
                            "limits extended 65544 65538\n";
const std::string exchanges = "0.252 0.204 00A40400023F00 -> 9000\n"
                              "12.000 1234.567 00B0820000 -> FF207D[16]6282\n"
                              "13.000 0.000 00200098 secret -> 63C2\n"
                              "14.000 0.001 802A0000[53] -> lost CardRemoved\n";

std::string written(const Trace& trace) {
    std::string text = to_text(trace.heading);
    for (const TracedExchange& exchange : trace.exchanges) {
        text += to_line(exchange);
    }
    return text;
}

} // namespace

TEST_CASE("a trace is read as it was written") {
    const auto trace = parse_trace(heading + exchanges);
    REQUIRE(trace);
    CHECK(trace->heading.tool == "madoguchi 0.1.0");
    CHECK(trace->heading.reader == "Reader 00 00");
    CHECK(trace->heading.answer_to_reset == Bytes{0x3B, 0x88, 0x80, 0x01});
    CHECK(trace->heading.limits.extended_length);
    CHECK(trace->heading.limits.longest_answer == 65538);
    REQUIRE(trace->exchanges.size() == 4);
    CHECK(trace->exchanges[1].duration == std::chrono::microseconds(1234567));
    CHECK(trace->exchanges[2].is_secret);
    CHECK(std::get<ErrorCode>(trace->exchanges[3].outcome) == ErrorCode::CardRemoved);
    CHECK(written(*trace) == heading + exchanges);
}

TEST_CASE("a reader's name becomes one printable line") {
    CHECK_THAT(to_text(TraceHeading{"t", "Bad\nname\x1b[31m", {}, {}}),
               Catch::Contains("reader Bad?name?[31m\natr \nlimits short 261 258\n"));
}

TEST_CASE("a heading that is not whole is refused with its line") {
    struct Case {
        std::string text;
        std::int64_t line;
    };
    const auto row = GENERATE_COPY(values<Case>({
        {"", 1},
        {"something else\n", 1},
        {"madoguchi trace 2\n", 1},
        {"madoguchi trace 1\n", 2},
        {"madoguchi trace 1\ntool t\nreader \x1b[31m\n", 3},
        {"madoguchi trace 1\ntool t\nreader r\natr 3\n", 4},
        {"madoguchi trace 1\ntool t\nreader r\natr 3B\nlimits long 1 2\n", 5},
        {"madoguchi trace 1\ntool t\nreader r\natr 3B\nlimits short one 2\n", 5},
    }));
    CAPTURE(row.text);
    const auto trace = parse_trace(row.text);
    REQUIRE_FALSE(trace);
    CHECK(trace.error().code() == ErrorCode::SyntaxInvalid);
    CHECK(trace.error().system_code() == row.line);
}

TEST_CASE("an exchange that cannot be one is refused with its line") {
    const auto line = GENERATE(
        as<std::string>(), "", "0.000", "0 0 00A40400 -> 9000", "0.00 0.000 00A40400 -> 9000",
        "-1.000 0.000 00A40400 -> 9000", "9999999999999.000 0.000 00A40400 -> 9000",
        "0.000 0.000 00A404 -> 9000", "0.000 0.000 [4] -> 9000", "0.000 0.000 00A40400 9000",
        "0.000 0.000 00A40400 -> ", "0.000 0.000 00A40400 -> 90", "0.000 0.000 00A40400 -> [2]",
        "0.000 0.000 00A40400 -> 90[1]", "0.000 0.000 00A40400 -> lost",
        "0.000 0.000 00A40400 -> lost Keys", "0.000 0.000 00A40400 -> lost CheckFailed",
        "0.000 0.000 0020008004 secret -> 9000", "0.000 0.000 00200080 hidden -> 9000");
    CAPTURE(line);
    const auto trace = parse_trace(heading + exchanges + line + "\n");
    REQUIRE_FALSE(trace);
    CHECK(trace.error().code() == ErrorCode::SyntaxInvalid);
    CHECK(trace.error().system_code() == 10);
}

TEST_CASE("a trace that promises more than any conversation is refused") {
    CHECK(parse_trace(std::string(largest_trace + 1, ' ')).error().code() == ErrorCode::TooLarge);
    std::string many = heading;
    for (int i = 0; i < 20'001; ++i) {
        many += "0.000 0.000 00A40400 -> 9000\n";
    }
    CHECK(parse_trace(many).error().code() == ErrorCode::TooLarge);
    const std::string huge = "0.000 0.000 00A40400 -> [16000000]9000\n";
    CHECK(parse_trace(heading + huge));
    CHECK(parse_trace(heading + huge + huge).error().code() == ErrorCode::TooLarge);
}
