#include "hw-sim/card/persona.hpp"

#include "hw-sim/card/civil_dates.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace madoguchi::sim {

namespace {

// The one place where toml++'s exceptions end.
Result<toml::table> parse_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return fail(ErrorCode::FileUnreadable, "the persona folder has no readable persona.toml");
    }
    std::ostringstream text;
    text << in.rdbuf();
    try {
        return toml::parse(text.str());
    } catch (const toml::parse_error&) {
        return fail(ErrorCode::SyntaxInvalid, "persona.toml is not valid TOML");
    }
}

enum class Characters : std::uint8_t { Any, Digits, UpperCaseAndDigits };

struct TextForm {
    std::size_t shortest;
    std::size_t longest; // bytes
    Characters characters = Characters::Any;
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_upper_case(char c) {
    return c >= 'A' && c <= 'Z';
}

bool has_characters(const std::string& text, Characters wanted) {
    switch (wanted) {
    case Characters::Any:
        return true;
    case Characters::Digits:
        return std::all_of(text.begin(), text.end(), is_digit);
    case Characters::UpperCaseAndDigits: // at least one of each
        return std::all_of(text.begin(), text.end(),
                           [](char c) { return is_digit(c) || is_upper_case(c); }) &&
               std::any_of(text.begin(), text.end(), is_digit) &&
               std::any_of(text.begin(), text.end(), is_upper_case);
    }
    return false;
}

bool has_form(const std::string& text, TextForm form) {
    return text.size() >= form.shortest && text.size() <= form.longest &&
           has_characters(text, form.characters);
}

bool is_one_of(const std::string& text, std::initializer_list<const char*> allowed) {
    return std::any_of(allowed.begin(), allowed.end(),
                       [&text](const char* value) { return text == value; });
}

// An id becomes part of file names.
bool is_plain_name(const std::string& id) {
    return std::all_of(id.begin(), id.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-'; });
}

constexpr TextForm digits(std::size_t count) {
    return {count, count, Characters::Digits};
}
constexpr TextForm any_text(std::size_t longest) {
    return {1, longest};
}

// Reads fields one after another; the first bad one is kept as the verdict on all.
class FieldReader {
public:
    explicit FieldReader(const toml::table& table) : table_(table) {}

    std::string text(const char* path, TextForm form) {
        const auto value = table_.at_path(path).value<std::string>();
        if (!value || !has_form(*value, form)) {
            reject();
            return {};
        }
        return *value;
    }

    std::string text_or(const char* path, const char* otherwise, TextForm form) {
        return table_.at_path(path) ? text(path, form) : otherwise;
    }

    CivilDate date(const char* path) {
        const auto parsed = parse_iso_date(table_.at_path(path).value_or(std::string()));
        if (!parsed) {
            reject();
            return {};
        }
        return *parsed;
    }

    void require(bool condition) {
        if (!condition) {
            reject();
        }
    }

    [[nodiscard]] bool is_good() const noexcept { return good_; }

private:
    void reject() { good_ = false; }

    const toml::table& table_;
    bool good_ = true;
};

PersonaCard read_card(FieldReader& fields) {
    return {fields.date("card.expiry"), fields.text("card.security_code", digits(4)),
            fields.text("card.serial", digits(15)),
            fields.text("card.municipality_code", digits(5)),
            fields.text_or("card.verification_number", "000000", digits(6))};
}

PersonaPins read_pins(FieldReader& fields) {
    return {fields.text("pins.authentication", digits(4)),
            fields.text("pins.signature", {6, 16, Characters::UpperCaseAndDigits}),
            fields.text("pins.input_support", digits(4)), fields.text("pins.resident", digits(4))};
}

PersonaInsurance read_insurance(FieldReader& fields) {
    return {fields.text("insurance.insurer_number", {6, 8, Characters::Digits}),
            fields.text("insurance.symbol", {0, 80}),
            fields.text("insurance.number", any_text(80)),
            fields.text("insurance.branch", digits(2)),
            fields.text("insurance.insurer_name", any_text(200)),
            fields.text("insurance.relationship", digits(1))};
}

} // namespace

Result<Persona> Persona::load(const std::filesystem::path& folder) {
    const toml::table table = MADOGUCHI_TRY(parse_file(folder / "persona.toml"));
    FieldReader fields(table);
    Persona persona;
    persona.folder = folder;
    persona.id = fields.text("id", any_text(16));
    persona.name = {fields.text("name.kanji", any_text(200)),
                    fields.text("name.kana", any_text(200))};
    persona.birth_date = fields.date("birth_date");
    persona.sex = fields.text("sex", digits(1));
    persona.address = fields.text("address", any_text(600));
    persona.card = read_card(fields);
    persona.pins = read_pins(fields);
    persona.individual_number = fields.text("individual_number", digits(12));
    persona.insurance = read_insurance(fields);
    fields.require(is_plain_name(persona.id));
    fields.require(is_one_of(persona.sex, {"1", "2", "9"}));
    fields.require(is_one_of(persona.insurance.relationship, {"1", "2"}));
    fields.require(persona.birth_date < persona.card.expiry);
    fields.require(compact_date(persona.birth_date) >= "18681023");
    if (!fields.is_good()) {
        return fail(ErrorCode::ValueInvalid,
                    "persona.toml lacks a field, or one has not the form that the card needs");
    }
    return persona;
}

std::string Persona::verification_number_b() const {
    return era_date_digits(birth_date) + compact_date(card.expiry).substr(0, 4) +
           card.security_code;
}

std::string Persona::birth_date_number() const {
    return era_date_digits(birth_date);
}

} // namespace madoguchi::sim
