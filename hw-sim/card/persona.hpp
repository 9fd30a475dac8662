// An invented person and the card that was issued to them: everything the simulator writes on a
// chip, prints on a card front, or registers with the insurer. All of it is made up.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/clock.hpp"
#include "hal/base/result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

namespace madoguchi::sim {

// What stands on the chip where the photo belongs.
struct PortraitPhoto {};    // the persona's own picture
struct PlaceholderPhoto {}; // an even grey picture of a photo's size
struct NoPhotoObject {};    // not even an empty object
using ChipPhoto = std::variant<PortraitPhoto, PlaceholderPhoto, NoPhotoObject, Bytes>;

struct PersonaName {
    std::string kanji; // 氏名: family and given name separated by U+3000, UTF-8
    std::string kana;  // フリガナ: full width, separated by U+3000
};

struct PersonaCard {
    CivilDate expiry{};            // 有効期限
    std::string security_code;     // セキュリティコード: 4 digits printed on the front
    std::string serial;            // 製造番号: 15 digits
    std::string municipality_code; // 市区町村コード: 5 digits
    // 照合番号 of the next-generation card (provisional): 6 digits printed on it.
    std::string verification_number{};
    // 電子証明書の有効期限, where it is not the fifth birthday after issue.
    std::optional<CivilDate> certificate_expiry = std::nullopt;
};

// The numbers as set at pick-up (card-interface reference, section 3).
struct PersonaPins {
    std::string authentication; // 利用者証明用: 4 digits
    std::string signature;      // 署名用パスワード: 6 to 16 of A-Z 0-9
    std::string input_support;  // 券面事項入力補助用: 4 digits
    std::string resident;       // 住民基本台帳用: 4 digits
};

struct PersonaInsurance {
    std::string insurer_number; // 保険者番号
    std::string symbol;         // 被保険者証記号, may be empty
    std::string number;         // 被保険者証番号
    std::string branch;         // 枝番: 2 digits
    std::string insurer_name;   // 保険者名称
    std::string relationship;   // 本人・家族の別: "1" the insured, "2" family
};

struct Persona {
    std::string id; // "p02"
    PersonaName name;
    CivilDate birth_date{};
    std::string sex;     // "1" male, "2" female, "9" not stated
    std::string address; // 住所
    PersonaCard card;
    PersonaPins pins;
    std::string individual_number; // 個人番号: 12 digits
    PersonaInsurance insurance;
    std::filesystem::path folder; // where its pictures are

    // Reads folder/persona.toml and checks every field's form (reference, section 3). Where it
    // lacks card.verification_number that is 000000, derived from nothing. Errors: FileUnreadable,
    // SyntaxInvalid (not TOML), ValueInvalid (a field missing or malformed).
    [[nodiscard]] static Result<Persona> load(const std::filesystem::path& folder);

    // 照合番号A: the 個人番号, 12 digits.
    [[nodiscard]] const std::string& verification_number_a() const { return individual_number; }
    // 照合番号B, 14 digits: birth date YYMMDD (era year), expiry year YYYY, security code.
    [[nodiscard]] std::string verification_number_b() const;
    // 照合番号 of the next-generation card, 6 digits; provisional (reference, section 12).
    [[nodiscard]] std::string verification_number_6() const { return card.verification_number; }
    // 生年月日 number, 6 digits: YYMMDD (era year).
    [[nodiscard]] std::string birth_date_number() const;
    ChipPhoto chip_photo;
    // The picture that a PortraitPhoto is made of.
    [[nodiscard]] std::filesystem::path portrait_file() const { return folder / "chip.png"; }
};

} // namespace madoguchi::sim
