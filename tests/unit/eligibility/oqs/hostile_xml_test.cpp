#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <functional>

using namespace madoguchi;
using test::with;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
    std::string text;
    text.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i) {
        text += part;
    }
    return text;
}

// The sample with a DTD before its root, its entity used in the name.
std::string with_dtd(std::string_view dtd, std::string_view use = "&e;") {
    std::string text = with(test::sample_face_file(), "<XmlMsg>", std::string(dtd) + "<XmlMsg>");
    return with(text, "青●　みどり", use);
}

std::string many_attributes(std::size_t count) {
    std::string text = "<XmlMsg";
    for (std::size_t i = 0; i < count; ++i) {
        text += " a" + std::to_string(i) + "=''";
    }
    return text + "/>";
}

struct Hostile {
    const char* what;
    std::string file;
};

std::vector<Hostile> hostile_files() {
    const std::string good = test::sample_face_file();
    const std::size_t most = std::size_t{1} << 20U;
    return {
        {"billion laughs",
         with_dtd("<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY e "
                  "\"&b;&b;&b;\">]>")},
        {"quadratic blow-up",
         with_dtd("<!DOCTYPE x [<!ENTITY e \"" + repeated("x", 50'000) + "\">]>",
                  repeated("&e;", 10'000))},
        {"external entity, file",
         with_dtd("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")},
        {"external entity, http",
         with_dtd("<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1/\">]>")},
        {"parameter entity",
         with_dtd("<!DOCTYPE x [<!ENTITY % e SYSTEM \"file:///etc/hosts\"> %e;]>", "x")},
        {"any DTD", with_dtd("<!DOCTYPE XmlMsg>", "x")},
        {"entity without a DTD", with(good, "青●", "&e;")},
        {"reference to no character", with(good, "青●", "&#0;")},
        {"reference to a surrogate", with(good, "青●", "&#xD800;")},
        {"bare ampersand", with(good, "青●", "A & B")},
        {"depth", "<XmlMsg>" + repeated("<a>", 100'000) + repeated("</a>", 100'000) + "</XmlMsg>"},
        {"depth, never closed", repeated("<a>", most / 3)},
        {"many elements", "<XmlMsg>" + repeated("<a/>", 200'000) + "</XmlMsg>"},
        {"long attribute", "<XmlMsg a=\"" + repeated("x", 10 * most) + "\"/>"},
        {"many attributes", many_attributes(90'000)},
        {"attribute twice", with(good, "<Name>", "<Name a='1' a='2'>")},
        {"foreign namespace",
         with(with(good, "<XmlMsg>", "<x:XmlMsg xmlns:x='urn:x'>"), "</XmlMsg>", "</x:XmlMsg>")},
        {"invalid UTF-8", with(good, "青●", "\xE9\x9D")},
        {"open comment", with(good, "<XmlMsg>", "<XmlMsg><!-- ")},
        {"a million openings", repeated("<", most)},
        {"a million ampersands", "<XmlMsg>" + repeated("&", most - 20) + "</XmlMsg>"},
    };
}

} // namespace

TEST_CASE("hostile XML is refused, and soon") {
    for (const Hostile& hostile : hostile_files()) {
        INFO(hostile.what);
        const auto begin = std::chrono::steady_clock::now();
        const auto file = test::read(hostile.file);
        const auto taken = std::chrono::steady_clock::now() - begin;
        REQUIRE_FALSE(file);
        REQUIRE(file.error().code() == ErrorCode::AnswerUnreadable);
        // 100 ms is the requirement; sanitizers and a busy machine are given their share.
        CHECK(taken < std::chrono::milliseconds{1000});
    }
}

TEST_CASE("character references that a writer needs are read") {
    const auto file =
        test::read(with(test::sample_face_file(), "青●　みどり", "&#x9AD9;橋 &amp; &#12354;"));
    REQUIRE(file);
    REQUIRE(file->answer.persons.front().name == "髙橋 & あ");
}

TEST_CASE("text that looks like markup or formats stays text") {
    const std::string text = "%s%n'; DROP TABLE x; -- \u202E{0}";
    const auto file = test::read(with(test::sample_face_file(), "青●　みどり", text));
    REQUIRE(file);
    REQUIRE(file->answer.persons.front().name == text);
}
