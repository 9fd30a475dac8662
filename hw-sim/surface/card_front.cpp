#include "hw-sim/surface/card_front.hpp"

#include "hw-sim/card/utf8.hpp"

#include <opencv2/imgcodecs.hpp>

namespace madoguchi::sim {

namespace {

const cv::Scalar paper(226, 232, 244);
const cv::Scalar wave(208, 214, 232);
const cv::Scalar ink(38, 34, 34);
const cv::Scalar label_ink(120, 96, 104);
const cv::Scalar line_ink(150, 140, 150);
const cv::Scalar panel(242, 244, 248);

constexpr double field_height = 2.3;
constexpr double label_height = 1.6;
constexpr Area photo_area{4, 17.5, 20, 25};
constexpr Area sign_panel{27, 22, 55, 16};

// Two lines where one does not hold it.
void print_address(PrintCanvas& canvas, const std::string& address, const JapaneseFont& font) {
    constexpr std::size_t bytes_a_line = 28 * 3; // each character is full width
    const std::size_t first = std::min(address.size(), bytes_a_line);
    canvas.text({11, 9}, field_height, address.substr(0, first), font, ink);
    canvas.text({11, 12}, field_height, address.substr(first), font, ink);
}

void print_labels(PrintCanvas& canvas, const JapaneseFont& font) {
    canvas.text({4, 4.4}, label_height, "氏名", font, label_ink);
    canvas.text({4, 9.6}, label_height, "住所", font, label_ink);
    canvas.text({49.5, 18}, label_height, "性別", font, label_ink);
    canvas.text({62, 3.6}, field_height, "個人番号カード", font, label_ink);
    canvas.text({27, 40}, label_height, "電子証明書の有効期限", font, label_ink);
    canvas.text({50, 40}, label_height, "年", font, label_ink);
    canvas.text({56, 40}, label_height, "月", font, label_ink);
    canvas.text({62, 40}, label_height, "日", font, label_ink);
    canvas.text({66, 43.5}, field_height, "見本市長", font, ink);
    canvas.text({4, 47.5}, 1.2, "臓器提供の意思表示欄は、記入する人のために設けてあります。", font,
                label_ink);
    canvas.text({4, 49.5}, 1.2, "１．提供する　２．提供しない　《記入欄》", font, label_ink);
}

void print_ruled_panel(PrintCanvas& canvas) {
    canvas.fill(sign_panel, panel);
    canvas.frame(sign_panel, line_ink, 0.12);
    for (int line = 1; line < 4; ++line) {
        canvas.fill({sign_panel.x, sign_panel.y + 4.0 * line, sign_panel.width, 0.1}, line_ink);
    }
}

void print_fields(PrintCanvas& canvas, const PrintedFront& front, const JapaneseFont& font) {
    canvas.text({11, 3.4}, 3.2, front.name, font, ink);
    print_address(canvas, front.address, font);
    canvas.text({birth_date_area.x, birth_date_area.y}, field_height,
                printed_birth_date(front.birth_date), font, ink);
    canvas.text({53.3, 17.5}, field_height, front.sex == "1" ? "男" : "女", font, ink);
    canvas.text({expiry_area.x, expiry_area.y}, field_height, printed_expiry(front.expiry), font,
                ink);
    canvas.text({security_code_area.x, security_code_area.y}, field_height, front.security_code,
                font, ink);
}

} // namespace

Result<cv::Mat> draw_card_front(const PrintedFront& front) {
    MADOGUCHI_TRY(decode_utf8(front.name + front.address));
    const JapaneseFont labels = MADOGUCHI_TRY(JapaneseFont::open(Typeface::Gothic));
    const JapaneseFont font = MADOGUCHI_TRY(JapaneseFont::open(front.typeface));
    const cv::Mat photo = cv::imread(front.photo.string(), cv::IMREAD_COLOR);
    if (photo.empty()) {
        return fail(ErrorCode::FileUnreadable, "the photo for the card front cannot be read");
    }
    PrintCanvas canvas(card_width_mm, card_height_mm, paper);
    canvas.waves(wave, 0.9, 0.6);
    canvas.picture(photo_area, photo);
    canvas.frame(photo_area, line_ink, 0.1);
    print_ruled_panel(canvas);
    print_labels(canvas, labels);
    print_fields(canvas, front, font);
    return canvas.pixels();
}

} // namespace madoguchi::sim
