#include "hw-sim/card/kinds/card_kind.hpp"

#include "hw-sim/card/application_makers.hpp"
#include "hw-sim/card/kinds/kind_families.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::sim {

std::span<const ApplicationMaker> current_applications() {
    static constexpr std::array<ApplicationMaker, 5> makers{
        make_jpki_application, make_input_support_application, make_surface_application,
        make_resident_application, make_common_application};
    return makers;
}

const std::vector<CardKind>& all_card_kinds() {
    static const std::vector<CardKind> kinds = [] {
        std::vector<CardKind> all;
        for (const auto family :
             {chip_kinds, holder_kinds, number_kinds, certificate_kinds, encoding_kinds,
              habit_kinds, token_kinds, next_generation_kinds, foreign_kinds}) {
            const std::vector<CardKind> some = family();
            all.insert(all.end(), some.begin(), some.end());
        }
        return all;
    }();
    return kinds;
}

const CardKind& current_card_kind() {
    return all_card_kinds().front();
}

Result<CardKind> find_card_kind(std::string_view name) {
    const auto& kinds = all_card_kinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [name](const CardKind& kind) { return kind.name == name; });
    if (found == kinds.end()) {
        return fail(ErrorCode::ValueInvalid,
                    "no card kind has this name; \"madoguchi-sim kinds\" lists them");
    }
    return *found;
}

Persona holder_of(const CardKind& kind, Persona persona, CivilDate today) {
    if (kind.alter_holder != nullptr) {
        kind.alter_holder(persona, today);
    }
    return persona;
}

} // namespace madoguchi::sim
