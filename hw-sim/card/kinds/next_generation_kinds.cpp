// The next-generation card (次期個人番号カード). Provisional: no public APDU specification, so that
// identifiers, files and commands beyond the final report are invented (reference, section 12).
#include "hw-sim/card/application_makers.hpp"
#include "hw-sim/card/card_names.hpp"
#include "hw-sim/card/kinds/content_changes.hpp"
#include "hw-sim/card/kinds/kind_families.hpp"
#include "hw-sim/card/offset_table.hpp"

#include <array>

namespace madoguchi::sim {

namespace {

// 認証AP and 券面等AP.
constexpr std::array<ApplicationMaker, 2> next_applications{make_jpki_application,
                                                            make_merged_surface_application};

void lose_card(Persona& holder, CivilDate /*today*/) {
    holder.card.serial = lost_card_serial;
}

void block_verification_number(CardContent& content) {
    block_number(content, merged_surface_application, merged_surface_file::number);
}

// Another day of birth than was signed.
void forge_face(CardContent& content) {
    constexpr std::size_t last_digit = 3 + 7; // behind tag, length and YYYYMMD
    CardFile& file =
        file_in(content, merged_surface_application, merged_surface_file::surface_record);
    Bytes& record = std::get<TransparentFile>(file.content).content;
    record[first_offset_of(record) + last_digit] ^= 0x01U;
}

void end_certificates(Persona& holder, CivilDate today) {
    holder.card.certificate_expiry =
        CivilDate(std::chrono::sys_days(today) - std::chrono::days(30));
}

// What differs from the ordinary card of this generation.
struct Variant {
    std::string_view name;
    std::string_view description;
    void (*alter_holder)(Persona& holder, CivilDate today) = nullptr;
    void (*alter_content)(CardContent& content) = nullptr;
};

constexpr std::array<Variant, 5> variants{{
    {"next-generation", "次期個人番号カード, P-384: provisional, no public APDU specification"},
    {"next-generation-number-blocked",
     "the same, its 照合番号 blocked: provisional, no public APDU specification", nullptr,
     block_verification_number},
    {"next-generation-in-grace",
     "the same, certificates ended 30 days ago: provisional, no public APDU specification",
     end_certificates},
    {"next-generation-revoked",
     "the same, reported lost: provisional, no public APDU specification", lose_card},
    {"next-generation-forged",
     "the same, birth date not as signed: provisional, no public APDU specification", nullptr,
     forge_face},
}};

} // namespace

std::vector<CardKind> next_generation_kinds() {
    std::vector<CardKind> kinds;
    for (const Variant& variant : variants) {
        kinds.push_back({.name = variant.name,
                         .description = variant.description,
                         .alter_holder = variant.alter_holder,
                         .applications = next_applications,
                         .authority = &provisional_authority_generation(),
                         .printed_number = &Persona::verification_number_6,
                         .token_label = "JPKIAPICCTOKEN3",
                         .alter_content = variant.alter_content,
                         .behaviour = {.takes_bare_short_id = true}});
    }
    return kinds;
}

} // namespace madoguchi::sim
