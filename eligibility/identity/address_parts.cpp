#include "eligibility/identity/address_parts.hpp"

#include <algorithm>

namespace madoguchi::eligibility::identity {

namespace {

bool is_digit(char32_t point) {
    return point >= U'0' && point <= U'9';
}

bool is_capital(char32_t point) {
    return point >= U'A' && point <= U'Z';
}

// End of the chain of numbers that begins at a digit: 2-1-2.
std::size_t chain_end(std::u32string_view text, std::size_t at) {
    while (at < text.size() && (is_digit(text[at]) || (text[at] == U'-' && at + 1 < text.size() &&
                                                       is_digit(text[at + 1])))) {
        ++at;
    }
    return at;
}

// Behind these the address goes on: 北1西2-3 in Sapporo, 西5線北10 in the country around it.
bool goes_on(std::u32string_view rest) {
    constexpr std::u32string_view directions = U"東西南北線";
    return !rest.empty() && directions.find(rest.front()) != std::u32string_view::npos &&
           std::any_of(rest.begin(), rest.end(), is_digit);
}

// Where the chain of lot numbers begins; the end of the text when there is none.
std::size_t lots_begin(std::u32string_view text) {
    std::size_t at = 0;
    for (;;) {
        while (at < text.size() && !is_digit(text[at])) {
            ++at;
        }
        const std::size_t end = chain_end(text, at);
        if (at == text.size() || !goes_on(text.substr(end))) {
            return at;
        }
        at = end;
    }
}

std::vector<std::u32string> split_chain(std::u32string_view chain) {
    std::vector<std::u32string> numbers;
    while (!chain.empty()) {
        const std::size_t end = std::min(chain.find(U'-'), chain.size());
        std::u32string_view number = chain.substr(0, end);
        while (number.size() > 1 && number.front() == U'0') {
            number.remove_prefix(1);
        }
        numbers.emplace_back(number);
        chain.remove_prefix(std::min(end + 1, chain.size()));
    }
    return numbers;
}

// Where the room begins at the end of a building's text: digits, with a letter or number of the
// wing before them.
std::size_t room_begin(std::u32string_view text) {
    std::size_t at = text.size();
    while (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == U'-')) {
        --at;
    }
    const bool any_digit =
        std::any_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_digit);
    if (!any_digit) {
        return text.size();
    }
    const bool one_letter =
        at > 0 && is_capital(text[at - 1]) && (at == 1 || !is_capital(text[at - 2]));
    return one_letter ? at - 1 : at;
}

// A-101 and A101 are one room.
std::u32string plain_room(std::u32string_view room) {
    std::u32string plain;
    for (const char32_t point : room) {
        const bool after_letter = !plain.empty() && is_capital(plain.back());
        if (point != U'-' || (!plain.empty() && !after_letter)) {
            plain.push_back(point);
        }
    }
    return plain;
}

} // namespace

AddressParts parse_address(std::u32string_view folded) {
    AddressParts parts;
    const std::size_t begin = lots_begin(folded);
    const std::size_t end = chain_end(folded, begin);
    parts.area = folded.substr(0, begin);
    parts.lots = split_chain(folded.substr(begin, end - begin));
    std::u32string_view building = folded.substr(end);
    while (building.starts_with(U'-') || building.starts_with(U',')) {
        building.remove_prefix(1);
    }
    const std::size_t room = room_begin(building);
    parts.building = building.substr(0, room);
    parts.room = plain_room(building.substr(room));
    return parts;
}

} // namespace madoguchi::eligibility::identity
