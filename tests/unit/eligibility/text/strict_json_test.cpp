#include "eligibility/text/strict_json.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace madoguchi;
using eligibility::text::parse_json_object;

namespace {

struct Refusal {
    std::string what;
    std::string json;
    ErrorCode code;
};

std::string nested(std::size_t depth) {
    std::string json;
    for (std::size_t level = 0; level < depth; ++level) {
        json += "{\"a\":";
    }
    return json + "1" + std::string(depth, '}');
}

} // namespace

TEST_CASE("one object is read") {
    const auto parsed = parse_json_object(R"({"a": [1, {"b": "あ"}], "c": {"b": null}})");
    REQUIRE(parsed);
    CHECK((*parsed)["a"][1]["b"] == "あ");
    CHECK(parse_json_object(nested(32)));
}

TEST_CASE("JSON that leaves a choice or is none is refused") {
    const Refusal refusals[] = {
        {"nothing", "", ErrorCode::SyntaxInvalid},
        {"an array", "[]", ErrorCode::SyntaxInvalid},
        {"two values", "{} {}", ErrorCode::SyntaxInvalid},
        {"cut short", R"({"a": 1)", ErrorCode::SyntaxInvalid},
        {"a comma too many", R"({"a": 1,})", ErrorCode::SyntaxInvalid},
        {"a comment", R"({"a": 1 /* */})", ErrorCode::SyntaxInvalid},
        {"a number beyond all", R"({"a": 1e999})", ErrorCode::SyntaxInvalid},
        {"half a surrogate pair", R"({"a": "\ud83d"})", ErrorCode::SyntaxInvalid},
        {"not UTF-8", "{\"a\": \"\x82\xa0\"}", ErrorCode::SyntaxInvalid},
        {"an overlong form", "{\"a\": \"\xc0\xaf\"}", ErrorCode::SyntaxInvalid},
        {"a raw line break in a text", "{\"a\": \"\n\"}", ErrorCode::SyntaxInvalid},
        {"a key twice", R"({"a": 1, "a": 1})", ErrorCode::TagDuplicate},
        {"a key twice inside", R"({"o": [{"a": 1, "a": 2}]})", ErrorCode::TagDuplicate},
        {"a key twice, once escaped", R"({"a": 1, "\u0061": 2})", ErrorCode::TagDuplicate},
        {"too deep", nested(33), ErrorCode::TooDeep},
        {"far too deep", nested(100'000), ErrorCode::TooDeep},
        {"too large", "{\"a\": \"" + std::string(1 << 20, 'x') + "\"}", ErrorCode::TooLarge},
    };
    for (const Refusal& refusal : refusals) {
        CAPTURE(refusal.what);
        const auto parsed = parse_json_object(refusal.json);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code() == refusal.code);
    }
}
