#include "eligibility/identity/place_comparison.hpp"

#include <algorithm>

namespace madoguchi::eligibility::identity {

namespace {

struct Area {
    std::u32string_view prefecture; // empty: left out
    std::u32string_view county;     // 郡
    std::u32string_view rest;
};

// The length of 郡 and the name before it; 0 for 郡山市 and the like, and where a city comes first.
std::size_t county_length(std::u32string_view text) {
    constexpr std::size_t longest_name = 5;
    const std::size_t at = text.find(U'郡');
    if (at == std::u32string_view::npos || at == 0 || at > longest_name ||
        text.substr(0, at).find(U'市') != std::u32string_view::npos) {
        return 0;
    }
    const std::u32string_view behind = text.substr(at + 1);
    const std::size_t town = behind.find_first_of(U"町村");
    const std::size_t city = behind.find(U'市');
    return town != std::u32string_view::npos && town > 0 && town < city ? at + 1 : 0;
}

Area take_apart(std::u32string_view text, const PlaceNames& places) {
    Area area{{}, {}, text};
    for (const std::u32string& prefecture : places.prefectures) {
        if (text.starts_with(prefecture)) {
            area.prefecture = text.substr(0, prefecture.size());
            area.rest.remove_prefix(prefecture.size());
            break;
        }
    }
    const std::size_t county = county_length(area.rest);
    area.county = area.rest.substr(0, county);
    area.rest.remove_prefix(county);
    return area;
}

bool both_say_and_differ(std::u32string_view left, std::u32string_view right) {
    return !left.empty() && !right.empty() && left != right;
}

bool begins_with_shared(std::u32string_view rest, const PlaceNames& places) {
    return std::any_of(places.shared.begin(), places.shared.end(),
                       [&](const std::u32string& name) { return rest.starts_with(name); });
}

bool is_former_of(const Area& old, const Area& present, const PlaceNames& places) {
    const auto fits = [&](const FormerPlace& place) {
        if (!old.rest.starts_with(place.name) ||
            both_say_and_differ(old.prefecture, place.prefecture) ||
            both_say_and_differ(present.prefecture, place.prefecture)) {
            return false;
        }
        const std::u32string_view behind = old.rest.substr(place.name.size());
        return std::any_of(
            place.present.begin(), place.present.end(), [&](const std::u32string& name) {
                return present.rest.starts_with(name) && present.rest.substr(name.size()) == behind;
            });
    };
    return std::any_of(places.former.begin(), places.former.end(), fits);
}

// A municipality left out: 例町 and 見本市例町, but not 山市 and 郡山市.
bool is_end_of(std::u32string_view part, std::u32string_view whole) {
    constexpr std::u32string_view ends_of_places = U"都道府県市区町村郡";
    return part.empty() || (part.size() < whole.size() && whole.ends_with(part) &&
                            ends_of_places.find(whole[whole.size() - part.size() - 1]) !=
                                std::u32string_view::npos);
}

} // namespace

Finding compare_areas(std::u32string_view left, std::u32string_view right,
                      const PlaceNames& places) {
    if (left == right) {
        return {Agreement::Equal, Rule::Exact};
    }
    const Area one = take_apart(left, places);
    const Area other = take_apart(right, places);
    if (both_say_and_differ(one.prefecture, other.prefecture)) {
        return {Agreement::Different, Rule::NoRuleMakesEqual};
    }
    if (one.rest == other.rest && !both_say_and_differ(one.county, other.county)) {
        const bool unclear =
            one.prefecture != other.prefecture && begins_with_shared(one.rest, places);
        return unclear ? Finding{Agreement::Unknown, Rule::SharedPlaceName}
                       : Finding{Agreement::EqualByNotation, Rule::AreaOmitted};
    }
    if (is_former_of(one, other, places) || is_former_of(other, one, places)) {
        return {Agreement::EqualByNotation, Rule::FormerPlace};
    }
    if (is_end_of(one.rest, other.rest) || is_end_of(other.rest, one.rest)) {
        return {Agreement::Unknown, Rule::PartOfOther};
    }
    return {Agreement::Different, Rule::NoRuleMakesEqual};
}

} // namespace madoguchi::eligibility::identity
