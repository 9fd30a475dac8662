// What can be particular about a person's record in an answer: notations, gaps, mis-links,
// consents. Source: requirements reference, sections E, F and I.
#pragma once

#include "hw-sim/card/persona.hpp"
#include "hw-sim/eligibility/xml_element.hpp"

namespace madoguchi::sim {

struct RecordChange {
    void (*apply)(XmlElement& record, const Persona& person);
};

extern const RecordChange black_circle_name;   // the first character of the name is ●
extern const RecordChange variant_kanji;       // characters of the name in another form
extern const RecordChange other_notation;      // the address in kanji numerals
extern const RecordChange no_kanji_name;       // NameKana alone
extern const RecordChange no_sex;              // neither Sex1 nor Sex2
extern const RecordChange sex_on_the_back;     // Sex1 not stated, Sex2 says it
extern const RecordChange other_birth_date;    // same name, born a month later
extern const RecordChange family_swapped;      // branch number and given name of a relative
extern const RecordChange twin;                // born the same day at the same address
extern const RecordChange foreign_reference;   // 照会番号 of somebody else's chart
extern const RecordChange other_share;         // 負担割合 20 %
extern const RecordChange mixed_consents;      // drugs yes, treatment no, surgery not offered
extern const RecordChange elderly_and_disease; // 高齢受給者証 and 特定疾病

} // namespace madoguchi::sim
