#include "hw-sim/eligibility/scenario_catalogue.hpp"

#include <array>

namespace madoguchi::sim {

namespace {

constexpr auto rows = std::to_array<CataloguedScenario>({
    {1, "healthy path by face", "p02", "current", "eligible", "demo --way face"},
    {2, "by PIN", "p02", "current", "eligible", "demo --way pin"},
    {3, "by visual check", "p02", "current", "eligible", "demo --way visual"},
    {4, "by phone", "p02", "phone-android", "eligible", ""},
    {5, "PIN-less card", "p02", "pinless-blocked", "eligible", ""},
    {6, "infant without photo", "p05", "infant-photo-absent", "eligible", ""},
    {7, "covered head", "p02", "current", "eligible", "camera: live_mask.jpg"},
    {8, "wrong person holds the card", "p02", "current", "eligible",
     "camera: pictures of another persona"},
    {9, "PIN locked at 3", "p02", "pin-blocked", "eligible", ""},
    {10, "certificate near expiry", "p02", "certificate-expires-soon", "eligible-with-note", ""},
    {11, "certificate in grace", "p02", "certificate-in-grace", "in-grace", ""},
    {12, "certificate dead", "p02", "certificate-dead", "eligible", ""},
    {13, "card revoked", "p02", "revoked", "eligible", ""},
    {14, "re-issued card, the old one presented", "p02", "revoked", "eligible", ""},
    {15, "not registered for use as insurance card", "p02", "current", "not-registered", ""},
    {16, "registration cancelled; before it takes effect: eligible", "p02", "current",
     "not-registered", ""},
    {17, "資格無効, none newer", "p02", "current", "invalid", ""},
    {18, "無効 with a newer one", "p02", "current", "invalid-newer-exists", ""},
    {19, "資格情報なし", "p02", "current", "none", ""},
    {20, "複数該当", "p02", "current", "ambiguous", ""},
    {21, "lag after a job change", "p02", "current", "invalid",
     "eligibility --days-since-job-change 1 … 40"},
    {22, "viewing stopped, mis-link under inquiry", "p02", "current", "viewing-stopped", ""},
    {23, "blocked (DV)", "p02", "current", "blocked", ""},
    {24, "share differs", "p02", "current", "other-share", ""},
    {25, "● in the name", "p02", "current", "black-circle-name", ""},
    {26, "variant kanji", "p05", "current", "variant-kanji", ""},
    {27, "address in another notation", "p02", "current", "other-notation", ""},
    {28, "kanji name missing", "p02", "current", "no-kanji-name", ""},
    {29, "sex missing, or on the back", "p02", "current", "no-sex", "also: sex-on-the-back"},
    {30, "mis-link: same name, other birth date", "p02", "current", "mislinked-same-name", ""},
    {31, "mis-link: family swapped", "p02", "current", "mislinked-family", ""},
    {32, "mis-link: twin", "p02", "current", "mislinked-twin", ""},
    {33, "照会番号 of somebody else", "p02", "current", "foreign-reference-number", ""},
    {34, "subsidy present, refused or unknown", "p02", "current", "eligible",
     "no element of it is public: every answer leaves it unknown"},
    {35, "医療扶助 with a ticket, and without", "p02", "current", "with-medical-aid",
     "also: aid-unregistered"},
    {36, "mixed consents", "p02", "current", "mixed-consents", ""},
    {37, "electronic prescription, and paper", "p02", "current", "electronic-prescription",
     "also: paper-prescription"},
    {38, "reader unplugged", "p02", "current", "eligible",
     "reader leaves while the card lies on it: tests/unit/terminal_app/reception"},
    {39, "camera dark", "p02", "current", "eligible", "camera: a black picture"},
    {40, "network lost", "p02", "current", "silent", "or take the folder away"},
    {41, "service slow, in error, garbage, wrong encoding, encrypted", "p02", "current", "late",
     "also: failed, garbage, wrong-encoding, encrypted"},
    {42, "two readers, two patients, one folder", "p02", "current", "foreign", ""},
    {43, "patient leaves in mid-flow", "p02", "current", "eligible", "card: remove"},
    {44, "card left behind", "p02", "current", "eligible", "card: no remove"},
    {45, "helper for someone", "p02", "current", "eligible",
     "camera: pictures of another persona; demo --way visual"},
    {46, "school trip: no card", "p02", "blank", "none", ""},
    {47, "fallback ladder to 申立書", "p02", "current", "none", ""},
    {48, "later confirmation closes the case", "p02", "current", "silent",
     "then on standard input: scenario eligible"},
    {49, "next-generation card", "p02", "next-generation", "eligible", ""},
    {50, "licence or residence card put down", "p02", "driving-licence", "eligible",
     "also: residence-card"},
    {51, "smartphone after card expiry", "p02", "phone-iphone", "not-registered", ""},
    {52, "power lost in mid-write", "p02", "current", "eligible", "end the terminal with SIGKILL"},
});

} // namespace

std::span<const CataloguedScenario> scenario_catalogue() noexcept {
    return rows;
}

} // namespace madoguchi::sim
