// One person's part of an answer (ResultOfQualificationConfirmation).
#pragma once

#include "hw-sim/card/persona.hpp"
#include "hw-sim/eligibility/service_request.hpp"
#include "hw-sim/eligibility/xml_element.hpp"

#include <cstdint>
#include <string>

namespace madoguchi::sim {

enum class InsuredState : std::uint8_t { InForce, Lapsed };

[[nodiscard]] XmlElement insured_element(const Persona& person, const ServiceRequest& request,
                                         InsuredState state);

// 医療扶助 with one ticket for the facility and month of the request.
[[nodiscard]] XmlElement aid_element(const Persona& person, const ServiceRequest& request);

// An insurer number filled with zeros on the left, as answers carry it.
[[nodiscard]] std::string eight_characters(const std::string& insurer_number);

} // namespace madoguchi::sim
