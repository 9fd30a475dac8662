// The clinic's list of its patients and their insurance, made of the personas.
#pragma once

#include "hal/base/result.hpp"
#include "hw-sim/eligibility/insured_register.hpp"

#include <filesystem>
#include <string>

namespace madoguchi::sim {

// CSV with header; the reference number is 1001 for the first persona and counts on.
[[nodiscard]] std::string patient_index_text(const InsuredRegister& people);

// Errors: StorageFailed.
[[nodiscard]] Result<void> write_patient_index(const std::filesystem::path& file,
                                               const InsuredRegister& people);

} // namespace madoguchi::sim
