#include "eligibility/fallback/claim_hint.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi::eligibility;

namespace {

const InsuranceIdentity ours{"06999007", "12", "345", "01"};
const InsuranceIdentity earlier{"999003", "67", "890", "02"};

} // namespace

TEST_CASE("the current number is claimed before the past one, and that before none") {
    const auto current = claim_hint({ours, earlier, {}, {}, {}});
    CHECK(current.basis == ClaimBasis::CurrentNumber);
    CHECK(current.insurance == ours);
    CHECK(current.summary.empty());

    const auto past = claim_hint({std::nullopt, earlier, {}, {}, {}});
    CHECK(past.basis == ClaimBasis::PastNumber);
    CHECK(past.insurance == earlier);
    CHECK(past.summary == "旧資格情報");
}

TEST_CASE("an unknown insurance is claimed with sevens, and 摘要欄 says where to ask") {
    const ClaimKnowledge known{{}, {}, "青葉県若葉市一丁目2-3", "若葉商店", "000-0000-0000"};
    const auto hint = claim_hint(known);
    CHECK(hint.basis == ClaimBasis::Unknown);
    CHECK(hint.insurance == InsuranceIdentity{"77777777", "", "", ""});
    CHECK(hint.summary == "住所：青葉県若葉市一丁目2-3　事業所名：若葉商店　連絡先：000-0000-0000");
    CHECK(hint.missing.empty());

    CHECK(claim_hint(known, UnknownNumber::WithCheckDigit).insurance.insurer_number == "77777779");
}

TEST_CASE("what 摘要欄 needs and nobody said is named; an employer need not be") {
    const auto hint = claim_hint({});
    CHECK(hint.summary.empty());
    CHECK(hint.missing == std::vector<std::string_view>{"address", "contact"});
}

TEST_CASE("a number that cannot stand is not claimed") {
    struct Case {
        const char* what;
        InsuranceIdentity insurance;
    };
    const Case cases[] = {
        {"a slip in the insurer number", {"06999008", "12", "345", "01"}},
        {"no number of the insured", {"06999007", "12", "", "01"}},
        {"nothing", {}},
        {"sevens", {"77777777", "", "345", ""}},
    };
    for (const auto& [what, insurance] : cases) {
        INFO(what);
        CHECK(claim_hint({insurance, earlier, {}, {}, {}}).basis == ClaimBasis::PastNumber);
        CHECK(claim_hint({{}, insurance, {}, {}, {}}).basis == ClaimBasis::Unknown);
    }
}
