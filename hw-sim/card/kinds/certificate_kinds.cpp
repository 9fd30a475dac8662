// Cards whose certificates, or that themselves, are near or behind their end, revoked, or of an
// older authority (reference, sections 9.1 and 9.2).
#include "hw-sim/card/kinds/kind_families.hpp"
#include "hw-sim/card/simulated_issuer.hpp"

namespace madoguchi::sim {

namespace {

using namespace std::chrono_literals;

CivilDate days_later(CivilDate date, int days) {
    return CivilDate(std::chrono::sys_days(date) + std::chrono::days(days));
}

// The certificates' last day, so many days from today.
template <int days>
void end_certificates(Persona& holder, CivilDate today) {
    holder.card.certificate_expiry = days_later(today, days);
}

// The certificates end with the card.
void end_card(Persona& holder, CivilDate today) {
    holder.card.expiry = days_later(today, -30);
    holder.card.certificate_expiry = holder.card.expiry;
}

// Certificates run five years: these were issued within the time of their authority.
template <int year>
void issue_in(Persona& holder, CivilDate /*today*/) {
    holder.card.certificate_expiry = CivilDate(std::chrono::year(year + 5) / 6 / 30);
}

void lose_card(Persona& holder, CivilDate /*today*/) {
    holder.card.serial = lost_card_serial;
}

} // namespace

std::vector<CardKind> certificate_kinds() {
    return {
        {.name = "certificate-expires-soon",
         .description = "certificates end in 30 days",
         .alter_holder = end_certificates<30>},
        {.name = "certificate-in-grace",
         .description = "certificates ended 30 days ago",
         .alter_holder = end_certificates<-30>},
        {.name = "certificate-dead",
         .description = "certificates ended 200 days ago",
         .alter_holder = end_certificates<-200>},
        {.name = "body-expired",
         .description = "the card itself ended 30 days ago, and its certificates with it",
         .alter_holder = end_card},
        {.name = "revoked",
         .description = "a card reported lost; the issuer's revocation list names it",
         .alter_holder = lose_card},
        {.name = "authority-2015",
         .description = "certificates of the authority of 2015, both long over",
         .alter_holder = issue_in<2019>},
        {.name = "authority-2019",
         .description = "certificates of the authority of 2019, until 2028-06-30",
         .alter_holder = issue_in<2023>},
        {.name = "authority-2023",
         .description = "certificates of the authority of 2023, until 2031-06-30",
         .alter_holder = issue_in<2026>},
    };
}

} // namespace madoguchi::sim
