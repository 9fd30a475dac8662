#include "eligibility/model/person_record.hpp"

namespace madoguchi::eligibility {

BasicItems basic_items(const PersonRecord& person) {
    const bool front_withholds =
        person.printed_sex.is_absent() || person.printed_sex.means(Sex::NotStated);
    const bool use_back = front_withholds && !person.back_sex.is_absent();
    const Coded<Sex>& sex = use_back ? person.back_sex : person.printed_sex;
    return {person.name,       person.kana, person.other_name, person.other_kana,
            person.birth_date, sex.meaning, person.address};
}

bool is_in_force(const PersonRecord& person, CivilDate day) {
    const bool begun = (!person.qualified_on || *person.qualified_on <= day) &&
                       (!person.valid_from || *person.valid_from <= day);
    const bool ended = (person.disqualified_on && *person.disqualified_on <= day) ||
                       (person.valid_to && *person.valid_to < day);
    return begun && !ended;
}

} // namespace madoguchi::eligibility
