#include "hw-sim/eligibility/insured_register.hpp"

#include "hw-sim/card/civil_dates.hpp"

#include <algorithm>
#include <system_error>

namespace madoguchi::sim {

namespace {

std::vector<std::filesystem::path> persona_folders(const std::filesystem::path& personas) {
    std::vector<std::filesystem::path> folders;
    std::error_code error;
    for (std::filesystem::directory_iterator at(personas, error), end; !error && at != end;
         at.increment(error)) {
        if (std::filesystem::exists(at->path() / "persona.toml", error)) {
            folders.push_back(at->path());
        }
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

bool fits(const Persona& person, const ServiceRequest& request) {
    const PersonaInsurance& insurance = person.insurance;
    return insurance.insurer_number == request.insurer_number &&
           insurance.number == request.number &&
           (request.symbol.empty() || insurance.symbol == request.symbol) &&
           (request.branch.empty() || insurance.branch == request.branch) &&
           compact_date(person.birth_date) == request.birth_date;
}

} // namespace

Result<InsuredRegister> InsuredRegister::load(const std::filesystem::path& personas,
                                              const CardKind& kind, CivilDate today) {
    InsuredRegister people;
    for (const auto& folder : persona_folders(personas)) {
        people.persons_.push_back(holder_of(kind, MADOGUCHI_TRY(Persona::load(folder)), today));
    }
    if (people.persons_.empty()) {
        return fail(ErrorCode::FileUnreadable, "the personas folder holds no persona");
    }
    return people;
}

std::vector<const Persona*> InsuredRegister::find(const ServiceRequest& request) const {
    std::vector<const Persona*> found;
    for (const Persona& person : persons_) {
        if (fits(person, request)) {
            found.push_back(&person);
        }
    }
    return found;
}

const Persona& InsuredRegister::other_than(const Persona& person) const {
    const auto found =
        std::find_if(persons_.begin(), persons_.end(),
                     [&](const Persona& candidate) { return candidate.id != person.id; });
    return found == persons_.end() ? person : *found;
}

} // namespace madoguchi::sim
