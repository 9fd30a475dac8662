#include "eligibility/fallback/declaration.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;

namespace {

Declaration complete() {
    Declaration declaration;
    declaration.person.name = "若葉　花子";
    declaration.person.kana = "ワカバ　ハナコ";
    declaration.person.birth_date = test::date(1980, 5, 6);
    declaration.person.sex = Sex::Female;
    declaration.person.address = "青葉県若葉市一丁目2-3";
    declaration.contact = "000-0000-0000";
    declaration.kind = InsuranceKind::EmployersAssociation;
    declaration.copay_percent = "30";
    declaration.day = test::date(2026, 11, 20);
    return declaration;
}

bool has(const std::string& page, std::string_view text) {
    return page.find(text) != std::string::npos;
}

} // namespace

TEST_CASE("a declaration from the chip lacks what only the patient knows") {
    Declaration from_chip;
    from_chip.person = complete().person;
    CHECK(missing_fields(from_chip) == std::vector<std::string_view>{"contact", "copay-percent"});
    CHECK(missing_fields(complete()).empty());
    CHECK(missing_fields({}).size() == 6);
}

TEST_CASE("the page shows what was declared, ticked and dated") {
    const std::string page = declaration_page(complete());
    for (const char* text : {"被保険者資格申立書", "若葉　花子", "ワカバ　ハナコ", "1980年5月6日",
                             "☑ 女", "□ 男", "青葉県若葉市一丁目2-3", "000-0000-0000",
                             "☑ 協会けんぽ", "☑ 3割", "2026年11月20日", "@page { size: A4"}) {
        INFO(text);
        CHECK(has(page, text));
    }
}

TEST_CASE("what is not known is left to the pen") {
    const std::string page = declaration_page({});
    CHECK_FALSE(has(page, "☑"));
    CHECK(has(page, "年　　月　　日"));
}

TEST_CASE("what people wrote is text and never markup") {
    Declaration declaration = complete();
    declaration.employer = R"(<script>alert("1")</script> & Söhne)";
    const std::string page = declaration_page(declaration);
    CHECK_FALSE(has(page, "<script"));
    CHECK(has(page, "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; Söhne"));
}

TEST_CASE("a hidden address is nowhere on the page") {
    Declaration declaration = complete();
    declaration.hides_address = true;
    CHECK_FALSE(has(declaration_page(declaration), "若葉市"));
}
