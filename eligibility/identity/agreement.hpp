// How two records agree on an item, and which rule decided. Source: requirements notes, sections E
// (E3, E4) and F.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace madoguchi::eligibility::identity {

enum class Item : std::uint8_t { Name, Kana, BirthDate, Sex, Address };

enum class Agreement : std::uint8_t {
    Equal,
    EqualByNotation, // the same thing written differently
    EqualByVariant,  // the same but for forms of a kanji (髙 and 高): shown to staff
    Unknown,         // absent on a side, or nothing can be said from what is there
    Different,
};

// The rule that decided an item.
enum class Rule : std::uint8_t {
    Exact,
    WidthAndSpace,   // full and half width, spaces
    Punctuation,     // middle dots, hyphens and commas between the parts of a name
    LetterCase,      // Latin capitals and accents
    KanaScript,      // hiragana and katakana
    SmallKana,       // ャ and ヤ, ッ and ツ, ヶ and ケ
    KanaSound,       // ヂ and ジ, ヅ and ズ, ヲ and オ, ー and the vowel it lengthens
    IterationMark,   // 佐々木 and 佐佐木
    PlaceWord,       // 大字 and 字 dropped, ヶ and が, ノ and 之
    AddressNotation, // 二丁目一番二号 and 2-1-2
    BuildingOmitted, // building, or room, on one side only
    AreaOmitted,     // prefecture or 郡 on one side only
    FormerPlace,     // a municipality by its former and its present name
    DateNotation,    // 昭和59年2月29日 and 1984-02-29
    SexNotation,     // 女 and 2
    OtherName,       // 通称 or former name of one side is the name of the other
    NameOrder,       // JOHN SMITH and SMITH JOHN
    MiddleName,      // a middle name on one side only
    KanjiForm,       // compatibility characters and variation selectors
    KanjiVariant,    // old, new and handwritten forms of one kanji, by table
    ConfusableKanji, // two kanji that people mix (斉 and 斎), by table
    PlaceholderFits, // ● or 〓 stands for one unknown character
    PartOfOther,     // one goes on where the other ends: 2-1 and 2-1-2, a name cut off
    SharedPlaceName, // the prefecture left out could be one of several
    OtherScript,     // Latin or kana beside kanji: cannot be compared
    Absent,          // nothing to compare on a side, sex withheld, month or day unknown
    Unreadable,      // no date or sex can be read from the text
    NoRuleMakesEqual,
};

enum class Verdict : std::uint8_t {
    Pass,
    Staff, // a person looks: name or address differs, or too little is known
    Stop,  // birth date or sex differs: taken for another person's record
};

struct Finding {
    Agreement agreement = Agreement::Unknown;
    Rule rule = Rule::Absent;

    friend bool operator==(const Finding&, const Finding&) = default;
};

[[nodiscard]] constexpr bool is_equal(Agreement agreement) noexcept {
    return agreement <= Agreement::EqualByVariant;
}

inline constexpr std::size_t item_count = 5;
inline constexpr std::size_t agreement_count = 5;
inline constexpr std::size_t rule_count = static_cast<std::size_t>(Rule::NoRuleMakesEqual) + 1;
inline constexpr std::size_t verdict_count = 3;

// "name", "equal-by-notation", "width-and-space", "staff" …
[[nodiscard]] std::string_view name_of(Item item) noexcept;
[[nodiscard]] std::string_view name_of(Agreement agreement) noexcept;
[[nodiscard]] std::string_view name_of(Rule rule) noexcept;
[[nodiscard]] std::string_view name_of(Verdict verdict) noexcept;

// The reverse; nothing when no such name exists.
[[nodiscard]] std::optional<Item> item_called(std::string_view name) noexcept;
[[nodiscard]] std::optional<Agreement> agreement_called(std::string_view name) noexcept;

} // namespace madoguchi::eligibility::identity
