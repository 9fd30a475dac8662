#include "surface/text/text_reader.hpp"

#include "hal/base/secret.hpp"

#include <tesseract/baseapi.h>

// Of the OpenMP runtime that Tesseract runs on; its header comes with GCC alone.
extern "C" int omp_get_max_active_levels();
extern "C" void omp_set_max_active_levels(int levels);

namespace madoguchi::surface {

namespace {

// A line is too little work to be shared out: Tesseract's four threads wait for each other longer
// than they work, many times longer on a busy machine.
class OneThread {
public:
    OneThread() : before_(omp_get_max_active_levels()) { omp_set_max_active_levels(0); }
    ~OneThread() { omp_set_max_active_levels(before_); }
    OneThread(const OneThread&) = delete;
    OneThread& operator=(const OneThread&) = delete;

private:
    int before_;
};

using Api = tesseract::TessBaseAPI;

// Text that Tesseract allocated, wiped before it goes back.
class TesseractText {
public:
    explicit TesseractText(char* text) : text_(text) {}
    ~TesseractText() {
        if (text_ != nullptr) {
            madoguchi::wipe(text_, std::char_traits<char>::length(text_));
            delete[] text_; // NOLINT(cppcoreguidelines-owning-memory): how Tesseract wants it
        }
    }
    TesseractText(const TesseractText&) = delete;
    TesseractText& operator=(const TesseractText&) = delete;
    [[nodiscard]] const char* get() const noexcept { return text_ == nullptr ? "" : text_; }

private:
    char* text_;
};

std::unique_ptr<Api> start(const char* language, const char* whitelist) {
    auto api = std::make_unique<Api>();
    if (api->Init(nullptr, language, tesseract::OEM_LSTM_ONLY) != 0) {
        return nullptr;
    }
    api->SetPageSegMode(tesseract::PSM_RAW_LINE);
    api->SetVariable("tessedit_char_whitelist", whitelist);
    // A line is given whole: no search for inverted text, and nothing learnt from one card to the
    // next.
    api->SetVariable("tessedit_do_invert", "0");
    api->SetVariable("classify_enable_learning", "0");
    return api;
}

Characters symbols_of(Api& api) {
    Characters characters;
    const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
    if (at == nullptr) {
        return characters;
    }
    do {
        const TesseractText text(at->GetUTF8Text(tesseract::RIL_SYMBOL));
        if (*text.get() != '\0') {
            characters.push_back({text.get(), at->Confidence(tesseract::RIL_SYMBOL) / 100});
        }
    } while (at->Next(tesseract::RIL_SYMBOL));
    return characters;
}

} // namespace

struct TextReader::Engines {
    std::unique_ptr<Api> japanese;
    std::unique_ptr<Api> digits;
};

TextReader::TextReader(std::unique_ptr<Engines> engines) : engines_(std::move(engines)) {
}
TextReader::~TextReader() = default;
TextReader::TextReader(TextReader&&) noexcept = default;
TextReader& TextReader::operator=(TextReader&&) noexcept = default;

void wipe(Characters& characters) noexcept {
    for (Character& character : characters) {
        madoguchi::wipe(character.text);
    }
    characters.clear();
}

Result<TextReader> TextReader::create() {
    auto engines = std::make_unique<Engines>();
    engines->japanese = start("jpn", "0123456789元年月日生まで有効明治大正昭和平成令");
    engines->digits = start("eng", "0123456789");
    if (!engines->japanese || !engines->digits) {
        return fail(ErrorCode::ModelMissing,
                    "Tesseract's language data is missing; install the packages tesseract-ocr-jpn "
                    "and tesseract-ocr-eng");
    }
    return TextReader(std::move(engines));
}

Characters TextReader::read_line(const cv::Mat& line, Script script) {
    Api& api = script == Script::Japanese ? *engines_->japanese : *engines_->digits;
    api.SetImage(line.data, line.cols, line.rows, 1, static_cast<int>(line.step));
    Characters characters;
    const OneThread alone;
    if (api.Recognize(nullptr) == 0) {
        characters = symbols_of(api);
    }
    api.Clear(); // the picture and what was read
    return characters;
}

} // namespace madoguchi::surface
