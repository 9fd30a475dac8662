#include "terminal_app/store/later_question.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>
#include <vector>

namespace madoguchi::terminal {

namespace {

constexpr std::string_view version = "1";
constexpr std::size_t field_count = 14;
constexpr std::size_t date_size = 8;

std::string text_of(CivilDate date) {
    return fmt::format("{:04}{:02}{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

template <typename Number>
std::optional<Number> number_in(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value)
                                                                    : std::nullopt;
}

// Months and days of 0 are unknown ones.
std::optional<CivilDate> date_in(std::string_view text) {
    if (text.size() != date_size) {
        return std::nullopt;
    }
    const auto year = number_in<int>(text.substr(0, 4));
    const auto month = number_in<unsigned>(text.substr(4, 2));
    const auto day = number_in<unsigned>(text.substr(6));
    if (!year || !month || !day) {
        return std::nullopt;
    }
    return CivilDate(std::chrono::year(*year), std::chrono::month(*month), std::chrono::day(*day));
}

template <std::size_t count>
SecretBytes joined(const std::array<std::string, count>& fields) {
    std::string text;
    for (const std::string& field : fields) {
        text += fmt::format("{}:{};", field.size(), field);
    }
    SecretBytes record(as_bytes(text));
    wipe(text);
    return record;
}

// Nothing when the bytes are not fields with their lengths.
std::optional<std::vector<std::string>> fields_of(std::string_view record) {
    std::vector<std::string> fields;
    while (!record.empty() && fields.size() < field_count) {
        const std::size_t colon = std::min(record.find(':'), record.size());
        const auto size = number_in<std::size_t>(record.substr(0, colon));
        if (!size || colon == record.size() || *size >= record.size() - colon - 1) {
            return std::nullopt;
        }
        fields.emplace_back(record.substr(colon + 1, *size));
        if (record[colon + 1 + *size] != ';') {
            return std::nullopt;
        }
        record.remove_prefix(colon + *size + 2);
    }
    return record.empty() && fields.size() == field_count ? std::optional(std::move(fields))
                                                          : std::nullopt;
}

std::optional<eligibility::Sex> sex_in(const std::string& text) {
    const auto value = number_in<unsigned>(text);
    return value ? std::optional(static_cast<eligibility::Sex>(*value)) : std::nullopt;
}

} // namespace

SecretBytes to_record(const LaterQuestion& question) {
    const eligibility::BasicItems& person = question.person;
    return joined(std::array<std::string, field_count>{
        std::string(version), text_of(question.visit_day), question.reference_number,
        question.insurance.insurer_number, question.insurance.symbol, question.insurance.number,
        question.insurance.branch, text_of(question.birth_date), person.name, person.kana,
        person.other_name, person.birth_date ? text_of(*person.birth_date) : std::string(),
        person.sex ? std::to_string(static_cast<unsigned>(*person.sex)) : std::string(),
        person.address});
}

Result<LaterQuestion> read_record(ByteView record) {
    const auto read = fields_of(as_text(record));
    const auto visit_day = read ? date_in((*read)[1]) : std::nullopt;
    const auto birth_date = read ? date_in((*read)[7]) : std::nullopt;
    if (!visit_day || !birth_date || read->front() != version) {
        return fail(ErrorCode::StorageFailed,
                    "a kept question is not of a form that this version of the program knows");
    }
    const std::vector<std::string>& field = *read;
    LaterQuestion question{
        *visit_day, field[2], {field[3], field[4], field[5], field[6]}, *birth_date, {}};
    question.person.name = field[8];
    question.person.kana = field[9];
    question.person.other_name = field[10];
    question.person.birth_date = date_in(field[11]);
    question.person.sex = sex_in(field[12]);
    question.person.address = field[13];
    return question;
}

SecretBytes visit_of(const LaterQuestion& question) {
    return joined(std::array<std::string, 7>{
        text_of(question.visit_day), question.reference_number, question.insurance.insurer_number,
        question.insurance.symbol, question.insurance.number, question.insurance.branch,
        text_of(question.birth_date)});
}

} // namespace madoguchi::terminal
