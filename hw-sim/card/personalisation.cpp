#include "hw-sim/card/personalisation.hpp"

#include "hw-sim/card/answers_to_reset.hpp"
#include "hw-sim/card/application_makers.hpp"

namespace madoguchi::sim {

Result<CardContent> personalise(const Persona& persona, SimulatedIssuer& issuer) {
    const CardOrder order{persona, issuer};
    CardContent content;
    content.answer_to_reset = to_bytes(contactless_answer_to_reset);
    for (const auto make :
         {make_jpki_application, make_input_support_application, make_surface_application,
          make_resident_application, make_common_application}) {
        CardApplication application = MADOGUCHI_TRY(make(order));
        content.applications.push_back(std::move(application));
    }
    content.data_objects = MADOGUCHI_TRY(make_card_objects(order));
    content.objects_of_any_level = {0x5F51};
    return content;
}

} // namespace madoguchi::sim
