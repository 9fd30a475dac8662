#include "eligibility/fallback/declaration.hpp"

#include "eligibility/fallback/proper_share.hpp"

namespace madoguchi::eligibility {

std::vector<std::string_view> missing_fields(const Declaration& declaration) {
    const BasicItems& person = declaration.person;
    std::vector<std::string_view> missing;
    const auto need = [&missing](bool is_there, std::string_view field) {
        if (!is_there) {
            missing.push_back(field);
        }
    };
    need(!person.name.empty(), "name");
    need(person.birth_date && person.birth_date->ok(), "birth-date");
    need(person.sex.has_value(), "sex");
    need(!person.address.empty(), "address");
    need(!declaration.contact.empty(), "contact");
    need(parse_share(declaration.copay_percent).has_value(), "copay-percent");
    return missing;
}

} // namespace madoguchi::eligibility
