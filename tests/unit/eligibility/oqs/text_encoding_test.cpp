#include "eligibility/oqs/text_encoding.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility::oqs;

namespace {

const std::string mark = "\xEF\xBB\xBF";
const std::string utf8_declared = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
const std::string cp932_declared = "<?xml version='1.0' encoding='Shift_JIS' standalone='no'?>";
const std::string utf8_name = "渡邊　髙";
const std::string cp932_name = "\x93\x6E\xE7\xB2\x81\x40\xFB\xFC";

Result<DecodedText> decode_text(const std::string& file) {
    return decode(as_bytes(file));
}

} // namespace

TEST_CASE("byte order mark, declaration and content decide, in this order") {
    struct Case {
        const char* what;
        std::string file;
        std::string text;
        TextEncoding encoding;
        EncodingEvidence evidence;
    };
    const auto cases = std::vector<Case>{
        {"declared UTF-8", utf8_declared + utf8_name, utf8_declared + utf8_name, TextEncoding::Utf8,
         EncodingEvidence::Declaration},
        {"declared Shift_JIS", cp932_declared + cp932_name, cp932_declared + utf8_name,
         TextEncoding::ShiftJis, EncodingEvidence::Declaration},
        {"marked", mark + utf8_name, utf8_name, TextEncoding::Utf8,
         EncodingEvidence::ByteOrderMark},
        {"marked, declared otherwise", mark + cp932_declared + utf8_name,
         cp932_declared + utf8_name, TextEncoding::Utf8, EncodingEvidence::ByteOrderMark},
        {"undeclared UTF-8", utf8_name, utf8_name, TextEncoding::Utf8, EncodingEvidence::Content},
        {"undeclared CP932", cp932_name, utf8_name, TextEncoding::ShiftJis,
         EncodingEvidence::Content},
        {"declaration without encoding", "<?xml version=\"1.0\"?>" + cp932_name,
         "<?xml version=\"1.0\"?>" + utf8_name, TextEncoding::ShiftJis, EncodingEvidence::Content},
        {"ASCII", cp932_declared + "x", cp932_declared + "x", TextEncoding::ShiftJis,
         EncodingEvidence::Declaration},
    };
    for (const Case& c : cases) {
        INFO(c.what);
        const auto decoded = decode_text(c.file);
        REQUIRE(decoded);
        REQUIRE(decoded->text == c.text);
        REQUIRE(name_of(decoded->encoding) == name_of(c.encoding));
        REQUIRE(name_of(decoded->evidence) == name_of(c.evidence));
    }
}

TEST_CASE("what was declared and does not decode is refused, not guessed at") {
    for (const std::string& file : {
             utf8_declared + cp932_name,                       // CP932 declared as UTF-8
             mark + cp932_name,                                // the mark lies too
             cp932_declared + utf8_name,                       // UTF-8 declared as CP932
             cp932_declared + "\x81",                          // half a character
             cp932_declared + "\xFD\xFE",                      // no characters of CP932
             utf8_declared + "\xC0\xAF",                       // overlong
             utf8_declared + "\xED\xA0\x80",                   // a surrogate
             utf8_declared + "\xF5\x80\x80\x80",               // beyond Unicode
             std::string("\x81\xFF\xFE"),                      // neither
             std::string("<?xml encoding=\"EUC-JP\"?>"),       // none of the two
             std::string("<?xml encoding=\"UTF-16\"?>"),       //
             std::string("<?xml version=\"1.0\" encoding=\""), // cut short
         }) {
        const auto decoded = decode_text(file);
        REQUIRE_FALSE(decoded);
        REQUIRE(decoded.error().code() == ErrorCode::AnswerUnreadable);
    }
}

TEST_CASE("CP932 is written as Windows does, and nothing is lost in silence") {
    REQUIRE(as_text(*encode(utf8_name, TextEncoding::ShiftJis)) == cp932_name);
    REQUIRE(as_text(*encode(utf8_name, TextEncoding::Utf8)) == utf8_name);
    for (const char* missing : {"𠮷", "é", "😀", "¥"}) {
        REQUIRE(encode(missing, TextEncoding::ShiftJis).error().code() == ErrorCode::TextInvalid);
    }
    REQUIRE_FALSE(encode("\xFF", TextEncoding::Utf8));
}

TEST_CASE("signs that tables spell differently are the same in CP932") {
    for (const auto& [one, other] :
         {std::pair{"\u301C", "\uFF5E"}, std::pair{"\u2212", "\uFF0D"},
          std::pair{"\u2016", "\u2225"}, std::pair{"\u2014", "\u2015"}}) {
        const Bytes bytes = *encode(one, TextEncoding::ShiftJis);
        REQUIRE(bytes == *encode(other, TextEncoding::ShiftJis));
        REQUIRE(decode_text(cp932_declared + as_text(bytes))->text == cp932_declared + other);
    }
}
