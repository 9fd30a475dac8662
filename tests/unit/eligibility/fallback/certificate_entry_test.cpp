#include "eligibility/fallback/certificate_entry.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

#include <functional>

using namespace madoguchi;
using namespace madoguchi::eligibility;

namespace {

const CivilDate today = test::date(2026, 11, 20);

CertificateEntry good() {
    CertificateEntry entry;
    entry.name = "若葉　花子";
    entry.sex = Sex::Female;
    entry.birth_date = test::date(1980, 5, 6);
    entry.insurance = {"06999007", "12", "345", "01"};
    entry.insurer_name = "青葉健康保険組合";
    entry.qualified_on = test::date(2020, 4, 1);
    entry.issued_on = test::date(2025, 12, 2);
    entry.valid_to = test::date(2030, 12, 1);
    return entry;
}

using Faults = std::vector<EntryFault>;
using enum CertificateField;
using enum EntryFaultKind;

struct Case {
    const char* what;
    std::function<void(CertificateEntry&)> change;
    Faults faults;
};

void as_late_elderly(CertificateEntry& entry) {
    entry.birth_date = test::date(1945, 5, 6);
    entry.insurance = {"39999008", "", "01234567", ""};
    entry.copay_percent = "10";
}

const std::vector<Case> cases{
    {"all there", [](auto&) {}, {}},
    {"nothing there",
     [](auto& entry) { entry = {}; },
     {{Name, Missing},
      {BirthDate, Missing},
      {InsurerNumber, Missing},
      {InsurerName, Missing},
      {Number, Missing},
      {Branch, Missing},
      {QualifiedOn, Missing},
      {IssuedOn, Missing},
      {ValidTo, Missing}}},
    {"the sex is withheld", [](auto& entry) { entry.sex.reset(); }, {}},
    {"a slip in the insurer number",
     [](auto& entry) { entry.insurance.insurer_number = "06999017"; },
     {{InsurerNumber, CheckDigit}}},
    {"the insurer number in full width",
     [](auto& entry) { entry.insurance.insurer_number = "０６９９９００７"; },
     {{InsurerNumber, NotDigits}}},
    {"seven digits of insurer number",
     [](auto& entry) { entry.insurance.insurer_number = "0699900"; },
     {{InsurerNumber, WrongLength}}},
    {"national health without its household head",
     [](auto& entry) { entry.insurance.insurer_number = "999003"; },
     {{HouseholdHead, Missing}}},
    {"national health with its household head",
     [](auto& entry) {
         entry.insurance.insurer_number = "999003";
         entry.household_head = "若葉　太郎";
     },
     {}},
    {"a branch of one digit",
     [](auto& entry) { entry.insurance.branch = "1"; },
     {{Branch, WrongLength}}},
    {"a branch of letters",
     [](auto& entry) { entry.insurance.branch = "ab"; },
     {{Branch, NotDigits}}},
    {"late elderly, without symbol and branch", as_late_elderly, {}},
    {"late elderly without a share",
     [](auto& entry) {
         as_late_elderly(entry);
         entry.copay_percent.clear();
     },
     {{CopayPercent, Missing}}},
    {"seventy, without a share",
     [](auto& entry) { entry.birth_date = test::date(1956, 11, 20); },
     {{CopayPercent, Missing}}},
    {"sixty-nine, without a share",
     [](auto& entry) { entry.birth_date = test::date(1956, 11, 21); },
     {}},
    {"a share that does not exist",
     [](auto& entry) { entry.copay_percent = "15"; },
     {{CopayPercent, NoSuchShare}}},
    {"the last day", [](auto& entry) { entry.valid_to = today; }, {}},
    {"the day after",
     [](auto& entry) { entry.valid_to = test::date(2026, 11, 19); },
     {{ValidTo, Expired}}},
    {"five years to the day", [](auto& entry) { entry.valid_to = test::date(2030, 12, 2); }, {}},
    {"a day more than five years",
     [](auto& entry) { entry.valid_to = test::date(2030, 12, 3); },
     {{ValidTo, LongerThanAllowed}}},
    {"issued tomorrow",
     [](auto& entry) { entry.issued_on = test::date(2026, 11, 21); },
     {{IssuedOn, InFuture}}},
    {"insured before birth",
     [](auto& entry) { entry.qualified_on = test::date(1979, 1, 1); },
     {{QualifiedOn, BeforeBirth}}},
    {"born tomorrow",
     [](auto& entry) { entry.birth_date = test::date(2026, 11, 21); },
     {{BirthDate, InFuture}, {QualifiedOn, BeforeBirth}, {IssuedOn, BeforeBirth}}},
    {"a day that does not exist",
     [](auto& entry) { entry.issued_on = test::date(2025, 2, 30); },
     {{IssuedOn, NoSuchDate}}},
};

} // namespace

TEST_CASE("what is typed from a certificate is checked, and every fault names its field") {
    for (const auto& [what, change, faults] : cases) {
        INFO(what);
        CertificateEntry entry = good();
        change(entry);
        CHECK(faults_of(entry, today) == faults);
    }
}

TEST_CASE("fields and faults have the names that screens know") {
    CHECK(name_of(Name) == "name");
    CHECK(name_of(CopayPercent) == "copay-percent");
    CHECK(name_of(Missing) == "missing");
    CHECK(name_of(LongerThanAllowed) == "longer-than-allowed");
}
