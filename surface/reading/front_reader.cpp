#include "surface/reading/front_reader.hpp"

#include "surface/layout/front_check.hpp"
#include "surface/reading/field_polls.hpp"

namespace madoguchi::surface {

namespace {

// How a field is made ready for the network that reads it.
struct Preparation {
    bool is_digits_apart; // or the line as it is
    LineForm form;        // of digits set apart the height alone counts
    Script script;

    [[nodiscard]] constexpr Source source() const {
        const bool is_japanese = script == Script::Japanese;
        return is_digits_apart ? (is_japanese ? Source::JapaneseApart : Source::DigitsApart)
                               : (is_japanese ? Source::JapaneseLine : Source::DigitsLine);
    }
};

constexpr Preparation line(Script script, const LineForm& form) {
    return {false, form, script};
}
constexpr Preparation digits(Script script, double height) {
    return {true, {false, height, 1}, script};
}

// Those that slip least come first, and next to each other those that have least in common: the
// line as it is and its digits set apart, one network and the other.
constexpr std::array date_preparations{
    line(Script::Japanese, {false, 50, 1.12}), digits(Script::Digits, 36),
    line(Script::Japanese, {true, 40, 1.15}),  digits(Script::Japanese, 48),
    line(Script::Japanese, {false, 40, 1.0}),  digits(Script::Digits, 48),
    line(Script::Japanese, {true, 40, 1.0}),   line(Script::Japanese, {false, 50, 1.35}),
    line(Script::Japanese, {true, 50, 1.35})};
constexpr std::array code_preparations{line(Script::Digits, {false, 40, 1.12, 2}),
                                       line(Script::Japanese, {false, 36, 1.2, 1}),
                                       digits(Script::Digits, 36),
                                       line(Script::Digits, {false, 40, 1.3}),
                                       line(Script::Japanese, {false, 40, 1.12, 2}),
                                       digits(Script::Japanese, 48)};

} // namespace

FrontReader::FrontReader(const cv::Mat& card, TextReader& reader)
    : card_(card), reader_(reader), birth_date_(find(Field::BirthDate)),
      expiry_(find(Field::Expiry)), code_(find(Field::SecurityCode)) {
    tell_digits_apart();
}

std::optional<FrontReader::SeenField> FrontReader::find(Field field) const {
    const auto found = find_text_line(card_, window_of(field), cell_height);
    return found ? std::optional(SeenField{*found, line_ink(card_, *found), {}}) : std::nullopt;
}

void FrontReader::tell_digits_apart() {
    const std::vector<cv::Range> none;
    if (birth_date_) {
        birth_fits_ = fit_birth_date(birth_date_->ink);
    }
    if (!birth_fits_.empty()) {
        count_birth_digits(birth_fits_.front());
        if (expiry_) {
            expiry_->digits = fit_expiry(expiry_->ink, counts_).value_or(none);
        }
    }
    if (code_) {
        code_->digits = fit_code(code_->ink).value_or(none);
    }
}

void FrontReader::count_birth_digits(const BirthDateCells& cells) {
    counts_ = cells.counts;
    birth_date_->digits = cells.digits;
}

// The card ends on the birthday, so day and month have as many digits.
void FrontReader::count_birth_digits_on(const ExpiryDate& birthday) {
    if (!birth_fits_.empty()) {
        count_birth_digits(
            fit_on_birthday(birth_fits_, digits_of(birthday.month), digits_of(birthday.day)));
    }
}

// Adds readings of the field until they agree.
template <typename Preparations, typename Poll>
void FrontReader::ask(Poll& poll, const std::optional<SeenField>& field,
                      const Preparations& preparations) {
    if (!field) {
        return;
    }
    for (const Preparation& way : preparations) {
        if (way.is_digits_apart && field->digits.empty()) {
            continue;
        }
        Characters characters =
            reader_.read_line(way.is_digits_apart ? cut_out_cells(card_, field->ink.place,
                                                                  field->digits, way.form.height)
                                                  : cut_out_line(card_, field->line, way.form),
                              way.script);
        poll.add(characters, way.source());
        date_marks_ += date_marks(characters);
        wipe(characters);
        if (poll.winner()) {
            return;
        }
    }
}

FrameFields FrontReader::read() {
    FrameFields fields;
    ExpiryPoll expiry(counts_);
    ask(expiry, expiry_, date_preparations);
    fields.expiry = expiry.winner();
    expiry.forget();
    if (fields.expiry) {
        count_birth_digits_on(fields.expiry->value);
    }
    BirthDatePoll birth_date(counts_, fields.expiry);
    ask(birth_date, birth_date_, date_preparations);
    fields.birth_date = birth_date.winner();
    birth_date.forget();
    CodePoll code;
    ask(code, code_, code_preparations);
    fields.security_code = code.winner();
    code.forget();
    for (const Field field : all_fields) {
        fields.has_glare.at(static_cast<std::size_t>(field)) = has_glare(card_, window_of(field));
    }
    return fields;
}

} // namespace madoguchi::surface
