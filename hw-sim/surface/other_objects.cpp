#include "hw-sim/surface/other_objects.hpp"

#include <opencv2/imgcodecs.hpp>

namespace madoguchi::sim {

namespace {

const cv::Scalar black(30, 30, 30);
const cv::Scalar silver(205, 205, 205);

cv::Mat blank_card() {
    PrintCanvas canvas(card_width_mm, card_height_mm, {238, 240, 242});
    return canvas.pixels();
}

// Portrait on the right, three rows of data above it, a coloured bar for the expiry.
Result<cv::Mat> driving_licence(const PrintedFront& person, const JapaneseFont& font) {
    const cv::Mat photo = cv::imread(person.photo.string(), cv::IMREAD_COLOR);
    if (photo.empty()) {
        return fail(ErrorCode::FileUnreadable, "the photo for the licence cannot be read");
    }
    PrintCanvas canvas(card_width_mm, card_height_mm, {222, 236, 226});
    canvas.text({3, 3}, 3, "氏名　" + person.name, font, black);
    canvas.text({50, 3.3}, 2.4, printed_birth_date(person.birth_date), font, black);
    canvas.text({3, 8}, 2.4, "住所　" + person.address.substr(0, 60), font, black);
    canvas.text({3, 12}, 2.4, "交付　令和 5年 4月 1日　12345", font, black);
    canvas.fill({3, 16, 54, 5}, {90, 190, 220});
    canvas.text({4, 16.8}, 3.2, printed_expiry(person.expiry), font, black);
    canvas.text({3, 24}, 2.4, "免許の条件等　眼鏡等", font, black);
    canvas.text({3, 36}, 3, "第　999900001234　号", font, black);
    canvas.picture({59, 14, 24, 30}, photo);
    canvas.text({3, 44}, 2.4, "架空県公安委員会", font, black);
    return canvas.pixels();
}

cv::Mat credit_card(const JapaneseFont& font) {
    PrintCanvas canvas(card_width_mm, card_height_mm, {120, 60, 30});
    canvas.waves({140, 80, 50}, 3, 2);
    canvas.fill({10, 19, 12, 9}, {110, 190, 215});
    canvas.text({9, 31}, 5, "9999 0000 1111 2222", font, silver);
    canvas.text({36, 39}, 3, "12/31", font, silver);
    canvas.text({9, 46}, 3.4, "HANAKO MIHON", font, silver);
    canvas.text({60, 5}, 5, "BANK", font, silver);
    return canvas.pixels();
}

cv::Mat phone(const JapaneseFont& font) {
    PrintCanvas canvas(147, 71, {25, 25, 25});
    canvas.fill({6, 3, 135, 65}, {200, 160, 120});
    canvas.text({20, 20}, 14, "12:34", font, {250, 250, 250});
    for (int icon = 0; icon < 6; ++icon) {
        canvas.fill({15.0 + icon * 20, 48, 12, 12}, {60.0 + icon * 30, 120, 230.0 - icon * 25});
    }
    return canvas.pixels();
}

} // namespace

Result<cv::Mat> draw_other_object(OtherObject object, const PrintedFront& person) {
    const JapaneseFont font = MADOGUCHI_TRY(JapaneseFont::open(Typeface::Gothic));
    switch (object) {
    case OtherObject::BlankCard:
        return blank_card();
    case OtherObject::DrivingLicence:
        return driving_licence(person, font);
    case OtherObject::CreditCard:
        return credit_card(font);
    case OtherObject::Phone:
        break;
    }
    return phone(font);
}

} // namespace madoguchi::sim
