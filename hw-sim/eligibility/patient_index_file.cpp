#include "hw-sim/eligibility/patient_index_file.hpp"

#include "hw-sim/card/text_file.hpp"

#include <fmt/format.h>

namespace madoguchi::sim {

namespace {

constexpr unsigned first_reference_number = 1001;

std::string quoted(const std::string& text) {
    std::string field = "\"";
    for (const char c : text) {
        field += c == '"' ? "\"\"" : std::string(1, c);
    }
    return field + '"';
}

std::string iso_date(CivilDate date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

} // namespace

std::string patient_index_text(const InsuredRegister& people) {
    std::string text = "reference_number,birth_date,name,kana,sex,address,insurer_number,symbol,"
                       "number,branch\n";
    unsigned reference_number = first_reference_number;
    for (const Persona& person : people.persons()) {
        const PersonaInsurance& insurance = person.insurance;
        text += fmt::format("{},{},{},{},{},{},{},{},{},{}\n", reference_number++,
                            iso_date(person.birth_date), quoted(person.name.kanji),
                            quoted(person.name.kana), person.sex, quoted(person.address),
                            insurance.insurer_number, quoted(insurance.symbol),
                            quoted(insurance.number), insurance.branch);
    }
    return text;
}

Result<void> write_patient_index(const std::filesystem::path& file, const InsuredRegister& people) {
    return replace_text_file(file, patient_index_text(people));
}

} // namespace madoguchi::sim
