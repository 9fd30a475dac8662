#include "eligibility/identity/notation.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi::eligibility::identity;

TEST_CASE("width and space: what is left is comparable character by character") {
    REQUIRE(fold_width_and_space("ｱｵﾊﾞ　ﾐﾄﾞﾘ") == U"アオバミドリ");
    REQUIRE(fold_width_and_space("２ 丁目 １") == U"2丁目1");
    REQUIRE(fold_width_and_space("2-1-2 101") == U"2-1-2-101");
    REQUIRE(fold_width_and_space("").empty());
}

TEST_CASE("kana script: hiragana becomes katakana and nothing else changes") {
    REQUIRE(fold_kana_script(U"ぁんゔゖゝゞ亜アaー") == U"ァンヴヶヽヾ亜アaー");
}

TEST_CASE("address numbers fold only where a number is meant") {
    struct Case {
        std::u32string text;
        std::u32string folded;
    };
    const std::vector<Case> cases{
        {U"二丁目一番地二号", U"2-1-2"},
        {U"1番地の2", U"1-2"},
        {U"2丁目", U"2"},
        {U"一〇五号室", U"105"},
        {U"百二十三番", U"123"},
        {U"三番町1", U"三番町1"},
        {U"八重洲二丁目", U"八重洲2"},
        {U"タワー1", U"タワー1"},
        {U"1ー2", U"1-2"},
        {U"第二コーポ101", U"第二コーポ101"},
        {U"一二三四五六七八九番", U"一二三四五六七八九番"}, // longer than any number
        {U"丁目", U"丁目"},
        {U"", U""},
    };
    for (const Case& c : cases) {
        REQUIRE(fold_address_numbers(c.text) == c.folded);
    }
}

TEST_CASE("folding twice is folding once") {
    for (const char* text : {"見本市例町二丁目１番地の２", "千代田区三番町５番地", "例町2-1-2 101",
                             "中央区八重洲一丁目２番３号"}) {
        const std::u32string once = fold_address_numbers(fold_width_and_space(text));
        REQUIRE(fold_address_numbers(once) == once);
    }
}

TEST_CASE("a placeholder stands for exactly one character") {
    REQUIRE(fits_with_placeholders(U"青●", U"青葉"));
    REQUIRE(fits_with_placeholders(U"〓葉山", U"青●山"));
    REQUIRE_FALSE(fits_with_placeholders(U"青●", U"青"));
    REQUIRE_FALSE(fits_with_placeholders(U"青●", U"赤葉"));
    REQUIRE(is_placeholder(0xE000));
    REQUIRE_FALSE(is_placeholder(U'〇'));
}
