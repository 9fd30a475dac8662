#include "eligibility/model/patient_index.hpp"

#include "eligibility/model/csv_line.hpp"
#include "eligibility/text/utf8.hpp"
#include "hal/base/log.hpp"

#include <charconv>
#include <fstream>
#include <iterator>
#include <unordered_set>

namespace madoguchi::eligibility {

namespace {

constexpr std::string_view header =
    "reference_number,birth_date,name,kana,sex,address,insurer_number,symbol,number,branch";
constexpr std::size_t columns = 10;
constexpr std::size_t size_limit = std::size_t{16} << 20U;
constexpr std::size_t patient_limit = 200'000;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::optional<int> digits(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size() && number >= 0;
    return whole ? std::optional(number) : std::nullopt;
}

Result<CivilDate> read_date(std::string_view text) {
    const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-';
    const auto year = shaped ? digits(text.substr(0, 4)) : std::nullopt;
    const auto month = shaped ? digits(text.substr(5, 2)) : std::nullopt;
    const auto day = shaped ? digits(text.substr(8, 2)) : std::nullopt;
    if (!year || !month || !day) {
        return fail(ErrorCode::ValueInvalid, "the birth date is not YYYY-MM-DD");
    }
    const CivilDate date{std::chrono::year{*year},
                         std::chrono::month{static_cast<unsigned>(*month)},
                         std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) {
        return fail(ErrorCode::ValueInvalid, "the birth date is no day of the calendar");
    }
    return date;
}

Result<std::optional<Sex>> read_sex(std::string_view text) {
    if (text.empty()) {
        return std::nullopt;
    }
    if (text == "1") {
        return Sex::Male;
    }
    if (text == "2") {
        return Sex::Female;
    }
    if (text == "9") {
        return Sex::NotStated;
    }
    return fail(ErrorCode::ValueInvalid, "the sex is none of 1, 2, 9 or empty");
}

Result<KnownPatient> read_patient(std::string_view line) {
    const auto fields = MADOGUCHI_TRY(split_csv_line(line));
    if (fields.size() != columns) {
        return fail(ErrorCode::SyntaxInvalid, "the line does not have ten fields");
    }
    KnownPatient patient;
    patient.reference_number = fields[0];
    patient.items.birth_date = MADOGUCHI_TRY(read_date(fields[1]));
    patient.items.name = fields[2];
    patient.items.kana = fields[3];
    patient.items.sex = MADOGUCHI_TRY(read_sex(fields[4]));
    patient.items.address = fields[5];
    patient.insurance = {fields[6], fields[7], fields[8], fields[9]};
    if (patient.reference_number.empty() || patient.items.name.empty() ||
        patient.insurance.insurer_number.empty() || patient.insurance.number.empty()) {
        return fail(ErrorCode::ValueInvalid,
                    "reference_number, name, insurer_number and number must not be empty");
    }
    return patient;
}

// The next line without its end (LF or CRLF); text loses it.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

tl::unexpected<PatientIndexFault> fault(std::size_t line, const Error& error) {
    return tl::unexpected<PatientIndexFault>({error, line});
}

} // namespace

tl::expected<PatientIndex, PatientIndexFault> PatientIndex::parse(std::string_view csv) {
    if (csv.size() > size_limit) {
        return fault(0, Error(ErrorCode::TooLarge, "the patient index is larger than 16 MiB"));
    }
    if (!text::is_utf8(csv)) {
        return fault(0, Error(ErrorCode::TextInvalid, "the patient index is not UTF-8"));
    }
    if (csv.starts_with(byte_order_mark)) {
        csv.remove_prefix(byte_order_mark.size());
    }
    if (take_line(csv) != header) {
        return fault(1, Error(ErrorCode::TagMissing, "the header is not the agreed one"));
    }
    PatientIndex index;
    std::unordered_set<std::string> seen;
    for (std::size_t number = 2; !csv.empty(); ++number) {
        auto patient = read_patient(take_line(csv));
        if (!patient) {
            return fault(number, patient.error());
        }
        if (!seen.insert(patient->reference_number).second) {
            return fault(number,
                         Error(ErrorCode::TagDuplicate, "a reference number appears twice"));
        }
        if (index.patients_.size() == patient_limit) {
            return fault(number, Error(ErrorCode::TooLarge, "more than 200 000 patients"));
        }
        index.patients_.push_back(std::move(*patient));
    }
    return index;
}

Result<PatientIndex> PatientIndex::load(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string csv(size_limit + 1, '\0'); // one more than allowed shows what is too large
    file.read(csv.data(), static_cast<std::streamsize>(csv.size()));
    if (!file.is_open() || file.bad()) {
        return fail(ErrorCode::FileUnreadable,
                    "the patient index cannot be read; check its path and permissions");
    }
    csv.resize(static_cast<std::size_t>(file.gcount()));
    auto index = parse(csv);
    if (!index) {
        log::write(log::Level::Error, "patient index refused",
                   {{"line", static_cast<std::int64_t>(index.error().line)}});
        return fail(index.error().error);
    }
    return std::move(*index);
}

} // namespace madoguchi::eligibility
