// The fields of one rectified card front, each read in several ways and kept where they agree.
#pragma once

#include "surface/field/date_cells.hpp"
#include "surface/reading/frame_reader.hpp"

namespace madoguchi::surface {

class FrontReader {
public:
    // Both outlive the reader. Card is grey, upright.
    FrontReader(const cv::Mat& card, TextReader& reader);

    [[nodiscard]] FrameFields read();
    // Of all dates read so far: what tells them from other print.
    [[nodiscard]] int date_marks_seen() const noexcept { return date_marks_; }

private:
    struct SeenField {
        cv::Rect line;
        LineInk ink;
        std::vector<cv::Range> digits; // empty where they could not be told apart
    };

    [[nodiscard]] std::optional<SeenField> find(Field field) const;
    void tell_digits_apart();
    void count_birth_digits(const BirthDateCells& cells);
    void count_birth_digits_on(const ExpiryDate& birthday);
    template <typename Preparations, typename Poll>
    void ask(Poll& poll, const std::optional<SeenField>& field, const Preparations& preparations);

    const cv::Mat& card_;
    TextReader& reader_;
    std::optional<SeenField> birth_date_;
    std::optional<SeenField> expiry_;
    std::optional<SeenField> code_;
    std::vector<BirthDateCells> birth_fits_; // best first
    DigitCounts counts_;
    int date_marks_ = 0;
};

} // namespace madoguchi::surface
