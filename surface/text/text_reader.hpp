// One line of print to characters, by Tesseract. Loads its language data once.
#pragma once

#include "hal/base/result.hpp"

#include <opencv2/core.hpp>

#include <memory>
#include <string>
#include <vector>

namespace madoguchi::surface {

// What the line is written in, so far as the card's layout says it.
enum class Script : std::uint8_t {
    Japanese, // kanji, kana and digits
    Digits,
};

struct Character {
    std::string text; // UTF-8
    float confidence; // 0 to 1
};
// Left to right. What is read off a card is personal; whoever holds it wipes it (wipe below).
using Characters = std::vector<Character>;
void wipe(Characters& characters) noexcept;

// Used by one thread at a time.
class TextReader {
public:
    // Errors: ModelMissing when Tesseract's data for Japanese and English is not installed.
    [[nodiscard]] static Result<TextReader> create();

    ~TextReader();
    TextReader(TextReader&&) noexcept;
    TextReader& operator=(TextReader&&) noexcept;
    TextReader(const TextReader&) = delete;
    TextReader& operator=(const TextReader&) = delete;

    // A single line, dark on light, CV_8UC1. Empty where nothing can be read.
    [[nodiscard]] Characters read_line(const cv::Mat& line, Script script);

private:
    struct Engines;
    explicit TextReader(std::unique_ptr<Engines> engines);
    std::unique_ptr<Engines> engines_;
};

} // namespace madoguchi::surface
