#include "eligibility/fallback/declaration.hpp"
#include "eligibility/fallback/proper_share.hpp"

#include <fmt/format.h>

#include <array>

namespace madoguchi::eligibility {

namespace {

constexpr std::string_view page_start = R"html(<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<title>被保険者資格申立書</title>
<style>
@page { size: A4 portrait; margin: 20mm 18mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 174mm; color: #000; background: #fff;
  font: 11.5pt/1.6 "Noto Sans CJK JP", "Noto Sans JP", "IPAexGothic", "Hiragino Sans", sans-serif; }
h1 { font-size: 18pt; letter-spacing: .3em; text-align: center; margin: 0 0 8mm; }
p { margin: 0 0 5mm; }
table { width: 100%; border-collapse: collapse; }
th, td { border: .3mm solid #000; padding: 2.5mm 3mm; text-align: left; vertical-align: middle; }
th { width: 48mm; font-weight: 600; background: #f2f2f2; print-color-adjust: exact; }
td { height: 11mm; }
.choices span { display: inline-block; margin-right: 4mm; white-space: nowrap; }
.sign { display: flex; justify-content: space-between; margin-top: 10mm; }
.sign div { min-width: 80mm; border-bottom: .3mm solid #000; padding-bottom: 1mm; }
.desk { margin-top: 10mm; border: .3mm solid #000; padding: 3mm; font-size: 10pt; }
.desk p { margin: 0 0 2mm; }
</style>
</head>
<body>
<h1>被保険者資格申立書</h1>
<p>オンライン資格確認により資格を確認できなかったため、次のとおり申し立てます。</p>
<table>
)html";

constexpr std::string_view page_end = R"html(
<div class="desk">
<p>窓口記入欄</p>
<p>□ 氏名・生年月日・性別・住所は、マイナンバーカードの券面と同じです。</p>
<p>□ 後日、資格を確認しました（　　　　年　　月　　日）　担当：</p>
</div>
</body>
</html>
)html";

struct Choice {
    InsuranceKind kind;
    std::string_view words;
};

constexpr std::array kinds{
    Choice{InsuranceKind::EmployersAssociation, "協会けんぽ"},
    Choice{InsuranceKind::EmployersUnion, "健康保険組合"},
    Choice{InsuranceKind::MutualAid, "共済組合"},
    Choice{InsuranceKind::NationalHealth, "国民健康保険"},
    Choice{InsuranceKind::LateElderly, "後期高齢者医療"},
    Choice{InsuranceKind::Other, "その他"},
    Choice{InsuranceKind::Unknown, "わからない"},
};

constexpr std::array shares{10, 20, 30};

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char character : text) {
        switch (character) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        default:
            safe += character;
        }
    }
    return safe;
}

// value is HTML already.
std::string row(std::string_view label, std::string_view value) {
    return fmt::format("<tr><th>{}</th><td>{}</td></tr>\n", label, value);
}

std::string choice(bool is_chosen, std::string_view words) {
    return fmt::format("<span>{} {}</span>", is_chosen ? "☑" : "□", words);
}

std::string choices_of_kind(InsuranceKind chosen) {
    std::string html = R"(<div class="choices">)";
    for (const Choice& kind : kinds) {
        // What nobody chose is left to the pen.
        html += choice(kind.kind == chosen && chosen != InsuranceKind::Unknown, kind.words);
    }
    return html + "</div>";
}

std::string choices_of_share(std::string_view percent) {
    const std::optional<int> chosen = parse_share(percent);
    std::string html = R"(<div class="choices">)";
    for (const int share : shares) {
        html += choice(chosen == share, fmt::format("{}割", share / 10));
    }
    return html + "</div>";
}

std::string choices_of_sex(std::optional<Sex> sex) {
    return R"(<div class="choices">)" + choice(sex == Sex::Male, "男") +
           choice(sex == Sex::Female, "女") + "</div>";
}

// Empty where it is not known: the pen fills it.
std::string words_for(std::optional<CivilDate> date) {
    if (!date || !date->ok()) {
        return "　　　　年　　月　　日";
    }
    return fmt::format("{}年{}月{}日", static_cast<int>(date->year()),
                       static_cast<unsigned>(date->month()), static_cast<unsigned>(date->day()));
}

std::string address_of(const Declaration& declaration) {
    return declaration.hides_address ? "（窓口で確認済み）" : escaped(declaration.person.address);
}

} // namespace

std::string declaration_page(const Declaration& declaration) {
    const BasicItems& person = declaration.person;
    std::string page(page_start);
    page += row("氏名", escaped(person.name));
    page += row("フリガナ", escaped(person.kana));
    page += row("生年月日", words_for(person.birth_date));
    page += row("性別", choices_of_sex(person.sex));
    page += row("住所", address_of(declaration));
    page += row("連絡先（電話番号）", escaped(declaration.contact));
    page += row("加入している医療保険", choices_of_kind(declaration.kind));
    page += row("保険者等の名称", escaped(declaration.insurer_name));
    page += row("お勤め先（事業所名）", escaped(declaration.employer));
    page += row("一部負担金の割合", choices_of_share(declaration.copay_percent));
    page += "</table>\n";
    page += fmt::format("<div class=\"sign\"><span>{}</span><div>署名</div></div>",
                        words_for(declaration.day));
    page += page_end;
    return page;
}

} // namespace madoguchi::eligibility
