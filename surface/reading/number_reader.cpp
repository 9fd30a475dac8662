#include "surface/reading/number_reader.hpp"

#include "hal/base/contract.hpp"

#include <algorithm>

namespace madoguchi::surface {

namespace {

std::size_t place_of(Field field) {
    return static_cast<std::size_t>(field);
}

template <typename Value>
FieldStanding standing_of(const Ballot<Value>& ballot, int enough) {
    return {ballot.votes(), ballot.confidence(), ballot.winner(enough).has_value()};
}

Field field_at_fault(DateVerdict verdict) {
    switch (verdict) {
    case DateVerdict::NoSuchBirthDate:
    case DateVerdict::BornInFuture:
    case DateVerdict::TooOld:
        return Field::BirthDate;
    default:
        return Field::Expiry;
    }
}

} // namespace

Result<NumberReader> NumberReader::create(int agreeing_frames) {
    MADOGUCHI_EXPECTS(agreeing_frames >= 1);
    return NumberReader(MADOGUCHI_TRY(TextReader::create()), agreeing_frames);
}

NumberReader::~NumberReader() {
    forget();
}

void NumberReader::forget() noexcept {
    birth_dates_.forget();
    expiries_.forget();
    codes_.forget();
    frames_with_glare_ = {};
    refusals_ = {};
    fronts_seen_ = 0;
    is_given_ = false;
}

Result<void> NumberReader::look_at(const Frame& frame) {
    FrameReading reading = MADOGUCHI_TRY(read_frame(frame, reader_));
    if (reading.refused) {
        ++refusals_.at(static_cast<std::size_t>(*reading.refused));
    } else {
        count(reading.fields);
    }
    madoguchi::wipe(&reading, sizeof(reading));
    return {};
}

void NumberReader::count(const FrameFields& fields) {
    ++fronts_seen_;
    std::array<bool, 3> is_read{fields.birth_date.has_value(), fields.expiry.has_value(),
                                fields.security_code.has_value()};
    if (fields.birth_date) {
        birth_dates_.add(*fields.birth_date);
    }
    if (fields.expiry) {
        expiries_.add(*fields.expiry);
    }
    if (fields.security_code) {
        codes_.add(*fields.security_code);
    }
    for (const Field field : all_fields) {
        const std::size_t place = place_of(field);
        frames_with_glare_.at(place) += fields.has_glare.at(place) && !is_read.at(place) ? 1 : 0;
    }
}

std::optional<DateVerdict> NumberReader::dates(CivilDate today) const {
    const auto birth = birth_dates_.winner(agreeing_frames_);
    const auto expiry = expiries_.winner(agreeing_frames_);
    return birth && expiry ? std::optional(check_dates(*birth, *expiry, today)) : std::nullopt;
}

std::optional<FrontNumber> NumberReader::take_number(CivilDate today) {
    if (is_given_ || least_sure(today)) {
        return std::nullopt;
    }
    is_given_ = true;
    return FrontNumber(*birth_dates_.winner(agreeing_frames_), *expiries_.winner(agreeing_frames_),
                       *codes_.winner(agreeing_frames_));
}

FieldStanding NumberReader::standing(Field field) const {
    switch (field) {
    case Field::BirthDate:
        return standing_of(birth_dates_, agreeing_frames_);
    case Field::Expiry:
        return standing_of(expiries_, agreeing_frames_);
    case Field::SecurityCode:
        break;
    }
    return standing_of(codes_, agreeing_frames_);
}

// The one that fewest frames show: a hidden field keeps no other from being read.
std::optional<Field> NumberReader::least_sure(CivilDate today) const {
    std::optional<Field> least;
    for (const Field field : all_fields) {
        const FieldStanding here = standing(field);
        if (!here.is_sure && (!least || here.agreeing_frames < standing(*least).agreeing_frames)) {
            least = field;
        }
    }
    if (least) {
        return least;
    }
    const auto verdict = dates(today);
    return *verdict == DateVerdict::Possible ? std::nullopt
                                             : std::optional(field_at_fault(*verdict));
}

Refusal NumberReader::refusal(CivilDate today) const {
    const auto unsure = least_sure(today);
    const auto* const most = std::max_element(refusals_.begin(), refusals_.end());
    if (fronts_seen_ == 0 || *most > fronts_seen_) {
        return {static_cast<RefusalReason>(most - refusals_.begin()), std::nullopt};
    }
    if (!unsure) { // the number was given already
        return {RefusalReason::Unsure, std::nullopt};
    }
    const bool is_lit_away = frames_with_glare_.at(place_of(*unsure)) * 2 > fronts_seen_;
    return {is_lit_away ? RefusalReason::Glare : RefusalReason::Unsure, unsure};
}

} // namespace madoguchi::surface
