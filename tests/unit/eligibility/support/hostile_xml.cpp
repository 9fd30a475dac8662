#include "tests/unit/eligibility/support/hostile_xml.hpp"

#include "tests/unit/eligibility/support/oqs_samples.hpp"

namespace madoguchi::test {

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
    std::string text = with(sample_face_file(), "<XmlMsg>", std::string(dtd) + "<XmlMsg>");
    return with(text, "青●　みどり", use);
}

std::string many_attributes(std::size_t count) {
    std::string text = "<XmlMsg";
    for (std::size_t i = 0; i < count; ++i) {
        text += " a" + std::to_string(i) + "=''";
    }
    return text + "/>";
}

} // namespace

std::vector<HostileFile> hostile_files() {
    const std::string good = sample_face_file();
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

} // namespace madoguchi::test
