#include "surface/reading/frame_reader.hpp"

#include "surface/field/issue_rules.hpp"
#include "surface/geometry/card_finder.hpp"
#include "surface/layout/front_check.hpp"
#include "surface/reading/ballot.hpp"
#include "surface/text/text_line.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace madoguchi::surface {

namespace {

Result<cv::Mat> grey_of(const Frame& frame) {
    const auto pixels = static_cast<std::size_t>(std::max(frame.width, 0)) *
                        static_cast<std::size_t>(std::max(frame.height, 0));
    constexpr int smallest = 200;
    if (frame.width < smallest || frame.height < smallest ||
        frame.pixels.size() != pixels * static_cast<std::size_t>(bytes_per_pixel(frame.format))) {
        return fail(ErrorCode::ImageRefused, "a frame is too small or has not as many pixels as "
                                             "its size says");
    }
    // OpenCV has no read-only matrix. NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
    auto* const data = const_cast<std::uint8_t*>(frame.pixels.data());
    if (frame.format == PixelFormat::Grey8) {
        return cv::Mat(frame.height, frame.width, CV_8UC1, data);
    }
    cv::Mat grey;
    cv::cvtColor(cv::Mat(frame.height, frame.width, CV_8UC3, data), grey, cv::COLOR_BGR2GRAY);
    return grey;
}

struct Manner {
    LineForm form;
    Script script;
};

// Those that slip least come first. A network of its own for digits is the second opinion on the
// code, which nothing else on the card confirms.
constexpr std::array date_manners{
    Manner{{false, 50, 1.12}, Script::Japanese}, Manner{{true, 40, 1.15}, Script::Japanese},
    Manner{{false, 40, 1.0}, Script::Japanese},  Manner{{true, 40, 1.0}, Script::Japanese},
    Manner{{false, 50, 1.35}, Script::Japanese}, Manner{{true, 50, 1.35}, Script::Japanese},
    Manner{{true, 50, 1.0}, Script::Japanese}};
constexpr std::array code_manners{
    Manner{{false, 40, 1.12}, Script::Digits}, Manner{{false, 36, 1.2}, Script::Japanese},
    Manner{{true, 64, 1.25}, Script::Japanese}, Manner{{false, 50, 0.9}, Script::Japanese},
    Manner{{true, 40, 1.15}, Script::Japanese}};

// A day that does not exist is a slip of the reader.
std::optional<Read<ExpiryDate>> existing_expiry(const Characters& characters) {
    const auto expiry = parse_expiry(characters);
    return expiry && calendar_day(expiry->value) ? expiry : std::nullopt;
}

// 1 for 11, 1 or 2 for 12: the reader drops one digit of two, and never adds one.
bool is_dropped_digit(unsigned read, unsigned printed) {
    return printed >= 10 && (read == printed / 10 || read == printed % 10);
}

// The birth date with what the expiry says of its day, where one of them lost a digit.
BirthDate restored(BirthDate birth, const ExpiryDate& expiry) {
    if (birth.month == expiry.month && is_dropped_digit(birth.day, expiry.day)) {
        birth.day = expiry.day;
    } else if (birth.day == expiry.day && is_dropped_digit(birth.month, expiry.month)) {
        birth.month = expiry.month;
    }
    return birth;
}

// So is a birth date on which the card does not end, but for a digit that was dropped.
std::optional<Read<BirthDate>> birth_date_on(const Characters& characters,
                                             const std::optional<Read<ExpiryDate>>& expiry) {
    auto birth = parse_birth_date(characters);
    if (birth && expiry) {
        birth->value = restored(birth->value, expiry->value);
    }
    const bool is_possible = birth && calendar_day(birth->value) &&
                             (!expiry || ends_on_birthday(birth->value, expiry->value));
    return is_possible ? birth : std::nullopt;
}

class FrontReader {
public:
    FrontReader(const cv::Mat& card, TextReader& reader) : card_(card), reader_(reader) {}

    FrameFields read() {
        FrameFields fields;
        fields.expiry = read_field<ExpiryDate>(Field::Expiry, date_manners, existing_expiry);
        fields.birth_date = read_field<BirthDate>(
            Field::BirthDate, date_manners,
            [&](const Characters& characters) { return birth_date_on(characters, fields.expiry); });
        fields.security_code =
            read_field<CodeDigits>(Field::SecurityCode, code_manners, parse_security_code);
        for (const Field field : all_fields) {
            fields.has_glare.at(static_cast<std::size_t>(field)) =
                has_glare(card_, window_of(field));
        }
        return fields;
    }
    [[nodiscard]] int date_marks_seen() const noexcept { return date_marks_; }

private:
    template <typename Value, typename Manners, typename Parse>
    std::optional<Read<Value>> read_field(Field field, const Manners& manners, Parse parse) {
        const auto line = find_text_line(card_, window_of(field), cell_height);
        if (!line) {
            return std::nullopt;
        }
        constexpr int manners_that_agree = 2;
        Ballot<Value> readings;
        for (const Manner& manner : manners) {
            Characters characters =
                reader_.read_line(cut_out_line(card_, *line, manner.form), manner.script);
            if (const auto read = parse(characters)) {
                readings.add(*read);
            }
            date_marks_ += field == Field::SecurityCode ? 0 : date_marks(characters);
            wipe(characters);
            if (const auto value = readings.winner(manners_that_agree)) {
                const Read<Value> won{*value, readings.confidence()};
                readings.forget();
                return won;
            }
        }
        readings.forget();
        return std::nullopt;
    }

    const cv::Mat& card_;
    TextReader& reader_;
    int date_marks_ = 0;
};

FrameReading refused(RefusalReason reason) {
    return {reason, {}};
}

FrameReading read_card(const cv::Mat& grey, const Quad& quad, TextReader& reader) {
    constexpr int least_date_marks = 2; // of six
    const cv::Mat card = upright(rectify(grey, quad));
    if (is_blank(card)) {
        return refused(RefusalReason::Blank);
    }
    if (!is_sharp(card)) {
        return refused(RefusalReason::OutOfFocus);
    }
    if (!has_photo(card)) {
        return refused(RefusalReason::OtherCard);
    }
    FrontReader front(card, reader);
    FrameReading reading{std::nullopt, front.read()};
    const bool is_lit_away = reading.fields.has_glare[0] || reading.fields.has_glare[1];
    if (front.date_marks_seen() < least_date_marks && !is_lit_away) {
        return refused(RefusalReason::OtherCard);
    }
    return reading;
}

FrameReading read_grey(const cv::Mat& grey, TextReader& reader) {
    const FoundObjects objects = find_cards(grey);
    if (objects.cards.empty()) {
        return refused(objects.has_other_shape ? RefusalReason::OtherShape
                                               : RefusalReason::NotFound);
    }
    return read_card(grey, objects.cards.front().quad, reader);
}

} // namespace

Result<FrameReading> read_frame(const Frame& frame, TextReader& reader) {
    try {
        return read_grey(MADOGUCHI_TRY(grey_of(frame)), reader);
    } catch (const std::exception&) { // cv::Exception, bad_alloc; their texts may quote the input
        return fail(ErrorCode::ImageUnreadable, "a frame cannot be worked on");
    }
}

} // namespace madoguchi::surface
