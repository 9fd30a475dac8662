#include "eligibility/identity/address_comparison.hpp"

#include "eligibility/identity/address_parts.hpp"
#include "eligibility/identity/folded_pair.hpp"
#include "eligibility/identity/notation.hpp"
#include "eligibility/identity/place_comparison.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::eligibility::identity {

namespace {

constexpr std::array notation_steps{
    FoldStep{Rule::LetterCase, Agreement::EqualByNotation,
             [](std::u32string text, const auto&) { return fold_letter_case(std::move(text)); }},
    FoldStep{Rule::KanjiForm, Agreement::EqualByVariant,
             [](std::u32string text, const auto&) { return fold_kanji_form(std::move(text)); }},
    FoldStep{Rule::PlaceWord, Agreement::EqualByNotation,
             [](std::u32string text, const auto&) { return fold_place_words(std::move(text)); }},
    FoldStep{Rule::AddressNotation, Agreement::EqualByNotation,
             // NOLINTNEXTLINE(performance-unnecessary-value-param): every step has this form.
             [](std::u32string text, const auto&) { return fold_address_numbers(text); }},
};

constexpr Finding different{Agreement::Different, Rule::NoRuleMakesEqual};
constexpr Finding part_of_other{Agreement::Unknown, Rule::PartOfOther};

Finding worse(const Finding& one, const Finding& other) {
    return one.agreement < other.agreement ? other : one;
}

// Different rooms are different homes. What one side leaves out is equal by omission.
Finding compare_buildings(const AddressParts& left, const AddressParts& right) {
    const bool rooms_differ = !left.room.empty() && !right.room.empty() && left.room != right.room;
    const bool names_differ =
        !left.building.empty() && !right.building.empty() && left.building != right.building;
    if (rooms_differ || names_differ) {
        return different;
    }
    const bool same = left.room == right.room && left.building == right.building;
    return same ? Finding{Agreement::Equal, Rule::Exact}
                : Finding{Agreement::EqualByNotation, Rule::BuildingOmitted};
}

// 2-1-2-101 beside 2-1-2 コーポ見本101: the fourth number is the room when the other side says so.
Finding compare_longer(const AddressParts& longer, const AddressParts& shorter) {
    const std::size_t common = shorter.lots.size();
    if (!std::equal(shorter.lots.begin(), shorter.lots.end(), longer.lots.begin())) {
        return different;
    }
    if (longer.lots.size() != common + 1 || longer.has_building() || common < 2 ||
        shorter.room.empty()) {
        return part_of_other;
    }
    return longer.lots.back() == shorter.room
               ? Finding{Agreement::EqualByNotation, Rule::BuildingOmitted}
               : different;
}

Finding compare_lots(const AddressParts& left, const AddressParts& right) {
    if (left.lots == right.lots) {
        return compare_buildings(left, right);
    }
    return left.lots.size() > right.lots.size() ? compare_longer(left, right)
                                                : compare_longer(right, left);
}

Finding compare_parts(const AddressParts& left, const AddressParts& right,
                      const PlaceNames& places) {
    const Finding lots = compare_lots(left, right);
    if (lots.agreement == Agreement::Different) {
        return lots;
    }
    return worse(compare_areas(left.area, right.area, places), lots);
}

AddressParts without_variants(const AddressParts& parts, const ComparisonTables& tables) {
    const auto fold = [&](const std::u32string& text) {
        return fold_kanji(fold_kanji(text, tables.forms), tables.confusables);
    };
    return {fold(parts.area), parts.lots, fold(parts.building), parts.room};
}

} // namespace

Finding compare_addresses(std::string_view left, std::string_view right,
                          const ComparisonTables& tables) {
    const FoldedPair pair = fold_until_equal(left, right, notation_steps, tables);
    if (pair.finding.agreement != Agreement::Different) {
        return pair.finding;
    }
    const AddressParts left_parts = parse_address(pair.left);
    const AddressParts right_parts = parse_address(pair.right);
    const Finding plain = compare_parts(left_parts, right_parts, tables.places);
    if (plain.agreement == Agreement::Equal) { // but for what taking apart removed
        return {Agreement::EqualByNotation, Rule::AddressNotation};
    }
    if (plain.agreement != Agreement::Different) {
        return plain;
    }
    const Finding folded = compare_parts(without_variants(left_parts, tables),
                                         without_variants(right_parts, tables), tables.places);
    return is_equal(folded.agreement) ? Finding{Agreement::EqualByVariant, Rule::KanjiVariant}
                                      : folded;
}

} // namespace madoguchi::eligibility::identity
