// The commands below "madoguchi eligibility". Each adds itself; its callback throws
// CLI::RuntimeError with the exit status when the answer is no or it could not be done.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/error.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <string_view>

namespace madoguchi::cli {

void add_eligibility_parse(CLI::App& parent);
void add_eligibility_validate(CLI::App& parent);
void add_eligibility_to_fhir(CLI::App& parent);
void add_eligibility_request(CLI::App& parent);
void add_eligibility_watch(CLI::App& parent);
void add_eligibility_codes(CLI::App& parent);

inline constexpr int eligibility_failed = 1;
inline constexpr int eligibility_no = 3;

[[noreturn]] void give_up_eligibility(std::string_view command, std::string_view cause);

// Ends the command when the file cannot be read. One byte more than limit for anything longer.
[[nodiscard]] Bytes read_eligibility_file(std::string_view command,
                                          const std::filesystem::path& path, std::size_t limit);

} // namespace madoguchi::cli
