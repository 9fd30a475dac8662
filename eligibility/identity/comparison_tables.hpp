// What is data in the comparison: forms of kanji and names of places. Built in, or read from a
// folder that a site keeps. Source: Unicode Han database and tables of this project, see NOTICE.
#pragma once

#include "hal/base/result.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace madoguchi::eligibility::identity {

// One character for each class of forms.
class KanjiClasses {
public:
    void join(std::u32string_view characters);
    // The character that stands for its class; itself when it is in none.
    [[nodiscard]] char32_t representative(char32_t character) const noexcept;

private:
    void label(char32_t character, char32_t with);

    static constexpr char32_t table_size = 0x10000;
    std::vector<char32_t> table_; // of the first plane; 0: in no class
    std::unordered_map<char32_t, char32_t> outside_;
    std::unordered_map<char32_t, std::u32string> members_; // of each class, by representative
};

// A municipality that changed its name or was merged, folded as addresses are.
struct FormerPlace {
    std::u32string prefecture;
    std::u32string name;
    std::vector<std::u32string> present; // several when it was divided
};

struct PlaceNames {
    std::vector<std::u32string> prefectures;
    std::vector<std::u32string> shared; // municipalities whose name exists in several prefectures
    std::vector<FormerPlace> former;
};

struct ComparisonTables {
    KanjiClasses forms;       // old, new and handwritten forms of one character
    KanjiClasses confusables; // characters that people mix, beside the forms
    PlaceNames places;

    [[nodiscard]] static const ComparisonTables& built_in();
};

// Which line of which file was refused. Line 0: the file as a whole.
struct TableFault {
    Error error;
    std::string file; // the file's name without its folder
    std::size_t line = 0;
};

// From a folder with kanji_variants*.tsv and places.tsv, in the form of eligibility/identity/data;
// they replace the built-in ones altogether.
// Faults: FileUnreadable, TextInvalid, SyntaxInvalid, TooLarge (4 MiB a file).
[[nodiscard]] tl::expected<ComparisonTables, TableFault>
load_tables(const std::filesystem::path& folder);

} // namespace madoguchi::eligibility::identity
