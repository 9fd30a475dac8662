#include "hw-sim/card/personalisation.hpp"

#include "hw-sim/card/application_makers.hpp"

namespace madoguchi::sim {

Result<CardContent> personalise(const Persona& persona, SimulatedIssuer& issuer,
                                const CardKind& kind, CivilDate today) {
    if (kind.make_foreign != nullptr) {
        return kind.make_foreign();
    }
    const Persona holder = holder_of(kind, persona, today);
    const CardOrder order{holder, issuer, kind};
    CardContent content;
    content.answer_to_reset = kind.chip.answer_to_reset;
    for (const ApplicationMaker make : kind.applications) {
        CardApplication application = MADOGUCHI_TRY(make(order));
        content.applications.push_back(std::move(application));
    }
    content.data_objects = MADOGUCHI_TRY(make_card_objects(order));
    content.objects_of_any_level = {0x5F51};
    if (kind.alter_content != nullptr) {
        kind.alter_content(content);
    }
    return content;
}

Result<CardContent> personalise(const Persona& persona, SimulatedIssuer& issuer) {
    return personalise(persona, issuer, current_card_kind(), CivilDate());
}

} // namespace madoguchi::sim
