#include "eligibility/oqs/fitted_message.hpp"
#include "eligibility/oqs/repertoire.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;
using oqs::Repertoire;

TEST_CASE("which characters have a place where") {
    struct Case {
        char32_t character;
        bool cp932;
        bool jis_x_0208;
    };
    const std::vector<Case> cases{
        {U'A', true, true},   {U'あ', true, true},   {U'ｱ', true, true},   {U'邉', true, true},
        {U'熙', true, true},  {U'●', true, true},    {U'　', true, true},  {U'髙', true, false},
        {U'德', true, false}, {U'﨑', true, false},  {U'①', true, false},  {U'㈱', true, false},
        {U'Ⅲ', true, false},  {U'𠮷', false, false}, {U'é', false, false},
    };
    for (const Case& c : cases) {
        INFO(static_cast<std::uint32_t>(c.character));
        CHECK(has_character(Repertoire::Unicode, c.character));
        CHECK(has_character(Repertoire::Cp932, c.character) == c.cp932);
        CHECK(has_character(Repertoire::JisX0208, c.character) == c.jis_x_0208);
    }
}

TEST_CASE("what has no place is replaced, and each replacement is told") {
    using oqs::Replacement;
    const auto claims = oqs::fit("髙橋　德𠮷é", Repertoire::JisX0208);
    CHECK(claims.text == "高橋　徳吉●");
    CHECK(claims.replacements ==
          std::vector<Replacement>{{U'髙', "高"}, {U'德', "徳"}, {U'𠮷', "吉"}, {U'é', "●"}});
    const auto file = oqs::fit("髙橋　德𠮷", Repertoire::Cp932);
    CHECK(file.text == "髙橋　德吉");
    CHECK(file.replacements == std::vector<Replacement>{{U'𠮷', "吉"}});
    CHECK(oqs::fit("髙橋𠮷", Repertoire::Unicode).replacements.empty());
}

TEST_CASE("a variation selector goes, its character stays, and both are told") {
    const auto fitted = oqs::fit("葛\U000E0100城", Repertoire::JisX0208);
    CHECK(fitted.text == "葛城");
    CHECK(fitted.replacements == std::vector<oqs::Replacement>{{U'\U000E0100', ""}});
}

TEST_CASE("a fitted message has a place for all of it, and names the elements it changed") {
    EligibilityAnswer answer = test::read(test::sample_face_file())->answer;
    answer.persons[0].name = "髙橋　みどり";
    answer.persons[0].address = "見本市①番";
    const auto message =
        oqs::write_fitted(answer, oqs::TextEncoding::ShiftJis, Repertoire::JisX0208);
    REQUIRE(message);
    CHECK(message->replacements ==
          std::vector<oqs::ElementReplacement>{{"Name", {U'髙', "高"}}, {"Address", {U'①', "●"}}});
    const auto back = oqs::read_message(message->content);
    REQUIRE(back);
    CHECK(std::get<EligibilityAnswer>(back->message).persons[0].name == "高橋　みどり");
    // With nothing to replace it is the plain message, byte by byte.
    answer = test::read(test::sample_face_file())->answer;
    CHECK(oqs::write_fitted(answer, oqs::TextEncoding::Utf8, Repertoire::JisX0208)->content ==
          *oqs::write_message(answer, oqs::TextEncoding::Utf8));
}
