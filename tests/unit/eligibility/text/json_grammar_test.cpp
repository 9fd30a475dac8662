// What is JSON and what is not, class by class as parsers get it wrong: structure, numbers, texts,
// encodings (reliability N05). Values stand in {"a": …}, as only an object is read.
#include "eligibility/text/strict_json.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using namespace madoguchi;
using eligibility::text::parse_json_object;

namespace {

using namespace std::string_literals;

std::string in_object(const std::string& value) {
    return "{\"a\":" + value + "}";
}

struct Value {
    const char* what;
    std::string json;
};

const std::vector<Value> accepted{
    {"the smallest number", "0"},
    {"minus nought", "-0"},
    {"an exponent", "1e2"},
    {"an exponent with a sign, in capitals", "1E-2"},
    {"a fraction with an exponent", "12.5e+3"},
    {"a number too small for any but nought", "1e-999"},
    {"the largest whole number", "18446744073709551615"},
    {"a whole number beyond all is a fraction", "100000000000000000000"},
    {"the three words", "[true,false,null]"},
    {"an empty text", "\"\""},
    {"every escape", R"json("\"\\\/\b\f\n\r\t\u0041")json"},
    {"an escaped pair of surrogates", R"json("\ud83d\ude00")json"},
    {"an escaped nought", R"json("\u0000")json"},
    {"an escaped non-character", R"json("\uffff")json"},
    {"a character beyond the base plane", "\"\xF0\xA0\xAE\xB7\""},
    {"a variation selector", "\"\xE8\xBE\xBB\xF3\xA0\x84\x80\""},
    {"a non-character", "\"\xEF\xBF\xBF\""},
    {"DEL, which is no control character to JSON", "\"\x7F\""},
    {"line separators of Unicode", "\"\xE2\x80\xA8\xE2\x80\xA9\""},
    {"a mark that turns the direction of writing", "\"\xE2\x80\xAE\""},
    {"all white space", " \t\r\n[ 1 , 2 ]\n"},
    {"an empty array and object", "[{},[]]"},
    {"an empty key", "{\"\":1}"},
};

const std::vector<Value> refused{
    {"nothing", ""},
    // numbers
    {"a leading nought", "01"},
    {"a leading nought after the sign", "-01"},
    {"a sign alone", "-"},
    {"a plus", "+1"},
    {"no digit before the point", ".5"},
    {"no digit after the point", "1."},
    {"no digit in the exponent", "1e"},
    {"a sign alone in the exponent", "1e+"},
    {"a fraction in the exponent", "1e1.5"},
    {"a number beyond all", "1e999"},
    {"minus beyond all", "-1e999"},
    {"hexadecimal", "0x10"},
    {"NaN", "NaN"},
    {"infinity", "-Infinity"},
    {"two signs", "--1"},
    {"digits of full width", "\xEF\xBC\x91"},
    {"a space in a number", "1 000"},
    {"digits in groups", "1_000"},
    // words
    {"a word in capitals", "True"},
    {"a word cut short", "nul"},
    {"a word of another language", "undefined"},
    // texts
    {"single quotes", "'a'"},
    {"no end", "\"a"},
    {"an escaped end", "\"a\\\""},
    {"an unknown escape", R"json("\x41")json"},
    {"an escape cut short", R"json("\u004")json"},
    {"an escape with other letters", R"json("\u00g1")json"},
    {"the first half of a pair alone", R"json("\ud83d")json"},
    {"the second half alone", R"json("\ude00")json"},
    {"the halves exchanged", R"json("\ude00\ud83d")json"},
    {"a first half and another character", R"json("\ud83dA")json"},
    {"a raw line break", "\"\n\""},
    {"a raw tab", "\"\t\""},
    {"a raw nought", "\"\0\""s},
    {"a raw escape character", "\"\x1B\""},
    // encodings
    {"CP932", "\"\x82\xA0\""},
    {"a lone continuation byte", "\"\x80\""},
    {"a character cut short", "\"\xE3\x81\""},
    {"an overlong form", "\"\xC0\xAF\""},
    {"an overlong nought", "\"\xC0\x80\""},
    {"half a pair in UTF-8", "\"\xED\xA0\xBD\""},
    {"beyond U+10FFFF", "\"\xF4\x90\x80\x80\""},
    {"a byte that is never in UTF-8", "\"\xFF\""},
    // structure
    {"a comma too many in an array", "[1,]"},
    {"a comma first", "[,1]"},
    {"two commas", "[1,,2]"},
    {"no comma", "[1 2]"},
    {"a colon in an array", "[1:2]"},
    {"no end of an array", "[1"},
    {"another end of an array", "[1}"},
    {"one end too many", "1]"},
    {"a comma too many in an object", "{\"b\":1,}"},
    {"no colon", "{\"b\" 1}"},
    {"two colons", "{\"b\"::1}"},
    {"no value", "{\"b\":}"},
    {"no key", "{:1}"},
    {"a key without quotes", "{b:1}"},
    {"a number as key", "{1:1}"},
    {"a comment", "1/* */"},
    {"a comment to the end of the line", "1//\n"},
    {"a space that is none to JSON", "\xC2\xA0\x31"},
    {"a form feed between", "\f1"},
    {"nought between", "\0001"s},
};

// As whole documents.
const std::vector<Value> refused_documents{
    {"an array", "[1]"},
    {"a text", "\"a\""},
    {"a number", "1"},
    {"null", "null"},
    {"white space alone", " \n"},
    {"something after it", "{}x"},
    {"another one after it", "{}{}"},
    {"a comma after it", "{},"},
    {"nought after it", "{}\0"s},
    {"nought and another one after it", "{}\0{\"a\":1}"s},
    {"UTF-16 with its mark", "\xFF\xFE{\0}\0"s},
    {"UTF-16 without", "{\0}\0"s},
    {"UTF-32", "{\0\0\0}\0\0\0"s},
    {"a page", "<html></html>"},
};

} // namespace

TEST_CASE("what RFC 8259 allows is read") {
    for (const Value& value : accepted) {
        CAPTURE(value.what);
        CHECK(parse_json_object(in_object(value.json)).has_value());
    }
}

TEST_CASE("what RFC 8259 does not allow is refused as such") {
    for (const Value& value : refused) {
        CAPTURE(value.what);
        const auto parsed = parse_json_object(in_object(value.json));
        REQUIRE_FALSE(parsed.has_value());
        CHECK(parsed.error().code() == ErrorCode::SyntaxInvalid);
    }
    for (const Value& document : refused_documents) {
        CAPTURE(document.what);
        const auto parsed = parse_json_object(document.json);
        REQUIRE_FALSE(parsed.has_value());
        CHECK(parsed.error().code() == ErrorCode::SyntaxInvalid);
    }
}

TEST_CASE("keys that look alike and are not the same stay apart") {
    CHECK(parse_json_object(R"json({"a":1,"A":2})json").has_value());
    CHECK(parse_json_object("{\"\xC3\xA9\":1,\"e\xCC\x81\":2}").has_value()); // é in two forms
}

TEST_CASE("a text with a nought in it keeps what follows") {
    const auto parsed = parse_json_object(R"json({"a":"b\u0000c"})json");
    REQUIRE(parsed.has_value());
    CHECK((*parsed)["a"].get<std::string>() == "b\0c"s);
}

TEST_CASE("numbers without a place in a computer are no reason to lose the sign or the size") {
    const auto parsed =
        parse_json_object(in_object("[-0.0, 9007199254740993, -9223372036854775808]"));
    REQUIRE(parsed.has_value());
    CHECK((*parsed)["a"][1] == 9007199254740993);
    CHECK((*parsed)["a"][2].get<std::int64_t>() == std::numeric_limits<std::int64_t>::min());
}
