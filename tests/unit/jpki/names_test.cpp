// The words by which docs/command-line.md lets scripts tell what a card is and has.
#include "jpki/card/card_survey.hpp"
#include "jpki/card/foreign_card.hpp"
#include "jpki/record/certificate_presence.hpp"
#include "jpki/record/sex.hpp"
#include "jpki/record/token_information.hpp"
#include "jpki/trust/certificate_standing.hpp"

#include <catch2/catch.hpp>

#include <utility>
#include <vector>

using namespace madoguchi::jpki;

namespace {

template <typename Value>
void check_names(const std::vector<std::pair<Value, std::string_view>>& names) {
    for (const auto& [value, name] : names) {
        CHECK(name_of(value) == name);
    }
}

} // namespace

TEST_CASE("every token has the name that scripts read") {
    check_names<TokenKind>({{TokenKind::MyNumberCard, "my-number-card"},
                            {TokenKind::NextGenerationCard, "next-generation-card"},
                            {TokenKind::ResidentRegistryCard, "resident-registry-card"},
                            {TokenKind::AndroidPhone, "android-phone"},
                            {TokenKind::Iphone, "iphone"},
                            {TokenKind::Unknown, "unknown"}});
}

TEST_CASE("every foreign card has the name that scripts read") {
    check_names<ForeignCardKind>({{ForeignCardKind::DrivingLicence, "driving-licence"},
                                  {ForeignCardKind::ResidenceCard, "residence-card"},
                                  {ForeignCardKind::Passport, "passport"},
                                  {ForeignCardKind::CreditCard, "credit-card"},
                                  {ForeignCardKind::TransitCard, "transit-card"},
                                  {ForeignCardKind::MemoryCard, "memory-card"},
                                  {ForeignCardKind::Unknown, "unknown"}});
}

TEST_CASE("what a survey found has the names that scripts read") {
    check_names<CertificateState>({{CertificateState::Present, "present"},
                                   {CertificateState::Absent, "absent"},
                                   {CertificateState::NotKnown, "not-known"}});
    check_names<ExtendedLength>({{ExtendedLength::Accepted, "accepted"},
                                 {ExtendedLength::Refused, "refused"},
                                 {ExtendedLength::NotTried, "not-tried"}});
}

TEST_CASE("what a record or certificate states has the names that scripts read") {
    check_names<Sex>(
        {{Sex::Male, "male"}, {Sex::Female, "female"}, {Sex::NotStated, "not-stated"}});
    check_names<CertificateStanding>({{CertificateStanding::ClockImplausible, "clock-implausible"},
                                      {CertificateStanding::NotYetValid, "not-yet-valid"},
                                      {CertificateStanding::Valid, "valid"},
                                      {CertificateStanding::ExpiresSoon, "expires-soon"},
                                      {CertificateStanding::InGrace, "in-grace"},
                                      {CertificateStanding::Dead, "dead"}});
}

TEST_CASE("an exported record states the sex by the digit of ISO/IEC 5218") {
    CHECK(code_of(Sex::Male) == "1");
    CHECK(code_of(Sex::Female) == "2");
    CHECK(code_of(Sex::NotStated) == "9");
}
