// Reads 照合番号B off a card front that is shown to a camera for a few frames.
#pragma once

#include "surface/field/issue_rules.hpp"
#include "surface/reading/ballot.hpp"
#include "surface/reading/frame_reader.hpp"
#include "surface/reading/front_number.hpp"

namespace madoguchi::surface {

// How far a field has come. No digit of it.
struct FieldStanding {
    int agreeing_frames = 0;
    float confidence = 0; // of the best reading, 0 to 1
    bool is_sure = false;
};

// Used by one thread at a time. One visit of one card: what it has seen is wiped by forget() and at
// its end.
class NumberReader {
public:
    // Loads the language data: once for many cards. A number that is to be presented needs two
    // frames that agree; one is for looking at a single picture. Errors: ModelMissing.
    [[nodiscard]] static Result<NumberReader> create(int agreeing_frames = 2);

    ~NumberReader();
    NumberReader(NumberReader&&) noexcept = default;
    NumberReader& operator=(NumberReader&&) = delete;
    NumberReader(const NumberReader&) = delete;
    NumberReader& operator=(const NumberReader&) = delete;

    // Takes one more frame in, 8-bit grey or BGR; a card should be 800 pixels long or more.
    // Errors: ImageRefused, ImageUnreadable.
    [[nodiscard]] Result<void> look_at(const Frame& frame);

    // The number, once every field was read alike in frames enough and the dates can stand on
    // a card shown today. Given once: nothing until forget() after it.
    [[nodiscard]] std::optional<FrontNumber> take_number(CivilDate today);

    // Why there is no number yet.
    [[nodiscard]] Refusal refusal(CivilDate today) const;
    [[nodiscard]] FieldStanding standing(Field field) const;

    // Ready for the next card.
    void forget() noexcept;

private:
    NumberReader(TextReader reader, int agreeing_frames)
        : reader_(std::move(reader)), agreeing_frames_(agreeing_frames) {}
    void count(const FrameFields& fields);
    [[nodiscard]] std::optional<DateVerdict> dates(CivilDate today) const;
    [[nodiscard]] std::optional<Field> least_sure(CivilDate today) const;

    TextReader reader_;
    int agreeing_frames_;
    Ballot<BirthDate> birth_dates_;
    Ballot<ExpiryDate> expiries_;
    Ballot<CodeDigits> codes_;
    std::array<int, 3> frames_with_glare_{}; // by Field, where the field was not read
    std::array<int, 5> refusals_{};          // by RefusalReason, those of whole frames
    int fronts_seen_ = 0;
    bool is_given_ = false;
};

} // namespace madoguchi::surface
