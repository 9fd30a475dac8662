#include "face/evaluate/pair_list.hpp"

#include <fmt/format.h>

#include <charconv>
#include <sstream>
#include <vector>

namespace madoguchi::face {

namespace {

constexpr std::size_t longest_line = 8192;

std::vector<std::string> split(const std::string& line, char separator) {
    std::vector<std::string> fields;
    std::istringstream stream(line);
    for (std::string field; std::getline(stream, field, separator);) {
        const auto first = field.find_first_not_of(' ');
        const auto last = field.find_last_not_of(' ');
        fields.push_back(first == std::string::npos ? "" : field.substr(first, last - first + 1));
    }
    return fields;
}

std::vector<std::string> words_of(const std::string& line) {
    std::istringstream stream(line);
    return {std::istream_iterator<std::string>(stream), {}};
}

std::optional<std::size_t> to_number(const std::string& text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = error == std::errc() && end == text.data() + text.size();
    return is_whole ? std::optional(number) : std::nullopt;
}

std::optional<PairTruth> to_truth(const std::string& word) {
    if (word == "same") {
        return PairTruth::SamePerson;
    }
    return word == "different" ? std::optional(PairTruth::DifferentPeople) : std::nullopt;
}

} // namespace

PairReader::PairReader(std::istream& list, std::filesystem::path pictures)
    : list_(list), pictures_(std::move(pictures)) {
}

Result<std::optional<FacePair>> PairReader::next() {
    while (true) {
        const auto line = MADOGUCHI_TRY(next_line());
        if (!line) {
            return std::nullopt;
        }
        if (line_ == 1 && take_headline(*line)) {
            continue;
        }
        return lfw_pairs_a_fold_ > 0 ? MADOGUCHI_TRY(parse_lfw(*line))
                                     : MADOGUCHI_TRY(parse_own(*line));
    }
}

Result<std::optional<std::string>> PairReader::next_line() {
    std::string line;
    while (std::getline(list_, line)) {
        ++line_;
        if (line.size() > longest_line) {
            return fail(ErrorCode::TooLarge, "a line of the pair list is longer than 8 KiB");
        }
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        if (line.find_first_not_of(" \t") != std::string::npos && line[0] != '#') {
            return line;
        }
    }
    return std::nullopt;
}

// "10 300": ten folds of 300 pairs of each truth. A number alone: one fold.
bool PairReader::take_headline(const std::string& line) {
    const auto words = words_of(line);
    if (words.empty() || words.size() > 2) {
        return false;
    }
    const auto first = to_number(words.front());
    const auto last = to_number(words.back());
    if (!first || !last || *last == 0) {
        return false;
    }
    lfw_pairs_a_fold_ = *last;
    return true;
}

Result<FacePair> PairReader::parse_own(const std::string& line) const {
    const auto fields = split(line, line.find('\t') == std::string::npos ? ',' : '\t');
    constexpr std::size_t least = 3;
    constexpr std::size_t most = 4;
    if (fields.size() < least || fields.size() > most || fields[0].empty() || fields[1].empty()) {
        return fail(ErrorCode::SyntaxInvalid,
                    "a pair needs two paths, same or different, and perhaps a condition, "
                    "separated by tabs or commas");
    }
    const auto truth = to_truth(fields[2]);
    if (!truth) {
        return fail(ErrorCode::SyntaxInvalid, "the third field of a pair is same or different");
    }
    return FacePair{pictures_ / fields[0], pictures_ / fields[1], *truth,
                    fields.size() == most ? fields[3] : "", 0};
}

Result<FacePair> PairReader::parse_lfw(const std::string& line) {
    const auto words = words_of(line);
    const bool is_same = words.size() == 3;
    if (!is_same && words.size() != 4) {
        return fail(ErrorCode::SyntaxInvalid,
                    "a pair in LFW's form is a name and two numbers, or two names with a number "
                    "each");
    }
    const std::string& second_name = is_same ? words[0] : words[2];
    const auto first = to_number(words[1]);
    const auto second = to_number(words.back());
    if (!first || !second) {
        return fail(ErrorCode::SyntaxInvalid, "a picture's number in LFW's form is no number");
    }
    const auto picture = [this](const std::string& name, std::size_t number) {
        return pictures_ / name / fmt::format("{}_{:04}.jpg", name, number);
    };
    const std::size_t fold = 1 + lfw_pairs_read_ / (2 * lfw_pairs_a_fold_);
    ++lfw_pairs_read_;
    return FacePair{picture(words[0], *first), picture(second_name, *second),
                    is_same ? PairTruth::SamePerson : PairTruth::DifferentPeople, "", fold};
}

} // namespace madoguchi::face
