// The patients a clinic knows: from a person to the insurance record to ask about. A clinic asks
// this way because the card route to the national service is not public.
#pragma once

#include "eligibility/model/basic_items.hpp"
#include "eligibility/model/insurance_identity.hpp"
#include "hal/base/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::eligibility {

struct KnownPatient {
    std::string reference_number; // 照会番号: the facility's own number for the patient
    BasicItems items;
    InsuranceIdentity insurance;
};

// Why a file was refused and where: line 1 is the header, 0 the file as a whole.
struct PatientIndexFault {
    Error error;
    std::size_t line = 0;
};

class PatientIndex {
public:
    // CSV (RFC 4180), UTF-8 with or without BOM, header exactly
    //   reference_number,birth_date,name,kana,sex,address,insurer_number,symbol,number,branch
    // birth_date YYYY-MM-DD; sex 1, 2, 9 or empty. One faulty line refuses the whole file: half an
    // index would send patients to the desk without saying why.
    // Faults: SyntaxInvalid, TextInvalid, ValueInvalid, TagMissing, TagDuplicate (a
    // reference number twice), TooLarge (16 MiB, 200 000 patients).
    [[nodiscard]] static tl::expected<PatientIndex, PatientIndexFault> parse(std::string_view csv);

    // Reads a file; the line of a fault goes to the log, as it holds no personal data.
    // Errors: FileUnreadable; parse's.
    [[nodiscard]] static Result<PatientIndex> load(const std::filesystem::path& path);

    [[nodiscard]] const std::vector<KnownPatient>& patients() const noexcept { return patients_; }

private:
    std::vector<KnownPatient> patients_;
};

} // namespace madoguchi::eligibility
