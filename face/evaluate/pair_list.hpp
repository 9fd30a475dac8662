// Lists of picture pairs: who is compared with whom, and whether they are one person.
//
// Two forms, told apart by the first line:
//  - our own: FIRST, SECOND, same or different, and perhaps a condition, separated by tabs or
//    commas; paths as they are, or below the list's picture folder when they are relative;
//  - LFW's pairs.txt (vis-www.cs.umass.edu/lfw, README): a line with the number of folds and of
//    pairs, then "name number number" or "name number name number"; the picture is
//    <folder>/<name>/<name>_<number in four digits>.jpg.
// Empty lines and lines that begin with # count for nothing.
#pragma once

#include "hal/base/result.hpp"

#include <filesystem>
#include <istream>
#include <optional>
#include <string>

namespace madoguchi::face {

enum class PairTruth : std::uint8_t { SamePerson, DifferentPeople };

struct FacePair {
    std::filesystem::path first;
    std::filesystem::path second;
    PairTruth truth = PairTruth::SamePerson;
    std::string condition; // empty: none was named
    std::size_t fold = 0;  // LFW: from 1 on; our own form: 0
};

// Reads a list line by line, however long it is. The stream outlives the reader.
class PairReader {
public:
    PairReader(std::istream& list, std::filesystem::path pictures);

    // The next pair, or nothing at the end.
    // Errors: SyntaxInvalid, TooLarge (a line of more than 8 KiB); line() says where.
    [[nodiscard]] Result<std::optional<FacePair>> next();

    // Number of the line read last, from 1 on.
    [[nodiscard]] std::size_t line() const noexcept { return line_; }

private:
    [[nodiscard]] Result<std::optional<std::string>> next_line();
    [[nodiscard]] bool take_headline(const std::string& line);
    [[nodiscard]] Result<FacePair> parse_own(const std::string& line) const;
    [[nodiscard]] Result<FacePair> parse_lfw(const std::string& line);

    std::istream& list_;
    std::filesystem::path pictures_;
    std::size_t line_ = 0;
    std::size_t lfw_pairs_a_fold_ = 0; // of each truth; 0: our own form
    std::size_t lfw_pairs_read_ = 0;
};

} // namespace madoguchi::face
