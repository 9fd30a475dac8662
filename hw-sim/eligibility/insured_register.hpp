// Everyone the service knows: the personas, by their insurance.
#pragma once

#include "hal/base/result.hpp"
#include "hw-sim/card/kinds/card_kind.hpp"
#include "hw-sim/eligibility/service_request.hpp"

#include <filesystem>
#include <vector>

namespace madoguchi::sim {

class InsuredRegister {
public:
    // Every folder below that holds a persona.toml, in order of name. Errors: FileUnreadable
    // (no such folder, or nobody in it), and Persona::load's.
    // People are registered as what their cards of this kind say, dates counted from today.
    [[nodiscard]] static Result<InsuredRegister> load(const std::filesystem::path& personas,
                                                      const CardKind& kind = current_card_kind(),
                                                      CivilDate today = {});

    [[nodiscard]] const std::vector<Persona>& persons() const noexcept { return persons_; }

    // All who fit the insurance numbers and birth date asked for; without a branch number several
    // may.
    [[nodiscard]] std::vector<const Persona*> find(const ServiceRequest& request) const;

    // Somebody other than that person; the person itself when nobody else is known.
    [[nodiscard]] const Persona& other_than(const Persona& person) const;

private:
    std::vector<Persona> persons_; // never empty
};

} // namespace madoguchi::sim
