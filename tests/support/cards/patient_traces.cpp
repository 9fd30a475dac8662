#include "tests/support/cards/patient_traces.hpp"

#include "tests/support/cards/simulated_card.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cctype>
#include <stdexcept>

namespace madoguchi::test {

namespace {

std::vector<std::string> split_name(const std::string& name) {
    const auto at = name.find("\u3000"); // every persona's name has one
    return {name.substr(0, at), name.substr(at + 3), name};
}

// The longest transparent file of the card is the one with the photo; a piece out of its middle.
std::string piece_of_photo(const std::string& persona) {
    Bytes longest;
    for (const auto& application : card_content(persona).applications) {
        for (const auto& file : application.files) {
            if (const auto* plain = std::get_if<sim::TransparentFile>(&file.content)) {
                longest = plain->content.size() > longest.size() ? plain->content : longest;
            }
        }
    }
    const auto jp2 = as_text(longest).find("jP  \r\n");
    if (jp2 == std::string::npos) {
        throw std::logic_error("the persona's card has no photo");
    }
    return as_text(longest).substr(jp2 + 512, 32);
}

} // namespace

std::vector<std::string> traces_of(const sim::Persona& person) {
    std::vector<std::string> all;
    for (const std::string& name : {person.name.kanji, person.name.kana}) {
        const auto parts = split_name(name);
        all.insert(all.end(), parts.begin(), parts.end());
    }
    const std::chrono::sys_days birth(person.birth_date);
    for (const char* form : {"{:%Y-%m-%d}", "{:%Y%m%d}", "{:%Y/%m/%d}"}) {
        all.push_back(fmt::format(fmt::runtime(form), birth));
    }
    all.insert(all.end(), {person.address, person.pins.authentication, person.individual_number,
                           person.verification_number_b(), person.verification_number_6(),
                           person.insurance.number, piece_of_photo(person.id)});
    return all;
}

bool holds(const std::string& text, const std::string& trace) {
    constexpr std::size_t no_accident = 6;
    const auto is_word = [&](std::size_t at) {
        return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
    };
    for (auto at = text.find(trace); at != std::string::npos; at = text.find(trace, at + 1)) {
        const bool alone = (at == 0 || !is_word(at - 1)) && !is_word(at + trace.size());
        if (trace.size() > no_accident || alone) {
            return true;
        }
    }
    return false;
}

} // namespace madoguchi::test
