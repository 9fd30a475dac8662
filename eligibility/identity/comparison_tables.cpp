#include "eligibility/identity/comparison_tables.hpp"

#include "eligibility/identity/notation.hpp"
#include "eligibility/identity/table_data.hpp"
#include "eligibility/text/utf8.hpp"
#include "hal/base/contract.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace madoguchi::eligibility::identity {

namespace {

using Fields = std::vector<std::string_view>;

constexpr std::size_t size_limit = std::size_t{4} << 20U;

Fields split(std::string_view text, char separator) {
    Fields fields;
    for (;;) {
        const std::size_t end = text.find(separator);
        fields.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return fields;
        }
        text.remove_prefix(end + 1);
    }
}

// Places are compared after these foldings, so they are kept that way.
std::u32string folded_place(std::string_view place) {
    return fold_place_words(fold_kanji_form(fold_width_and_space(place)));
}

Result<void> take_kanji(ComparisonTables& tables, const Fields& fields) {
    const bool shaped = fields.size() == 2 && (fields[0] == "form" || fields[0] == "confusable");
    const std::u32string characters =
        shaped ? fold_kanji_form(fold_width_and_space(fields[1])) : std::u32string();
    if (characters.size() < 2) {
        return fail(ErrorCode::SyntaxInvalid,
                    "a line must be 'form' or 'confusable', a tab and at least two characters");
    }
    (fields[0] == "form" ? tables.forms : tables.confusables).join(characters);
    return {};
}

Result<void> take_place(ComparisonTables& tables, const Fields& fields) {
    if (fields.size() == 2 && fields[0] == "prefecture") {
        tables.places.prefectures.push_back(folded_place(fields[1]));
    } else if (fields.size() == 2 && fields[0] == "shared") {
        tables.places.shared.push_back(folded_place(fields[1]));
    } else if (fields.size() == 4 && fields[0] == "former") {
        FormerPlace place{folded_place(fields[1]), folded_place(fields[2]), {}};
        for (const std::string_view present : split(fields[3], ',')) {
            place.present.push_back(folded_place(present));
        }
        tables.places.former.push_back(std::move(place));
    } else {
        return fail(ErrorCode::SyntaxInvalid,
                    "a line must be 'prefecture' or 'shared' and a name, or 'former' and "
                    "prefecture, old name and new names, with tabs between");
    }
    return {};
}

using TakeLine = Result<void> (*)(ComparisonTables&, const Fields&);

// Nothing, or the line that is wrong and why.
std::optional<TableFault> take_lines(ComparisonTables& tables, std::string_view text,
                                     TakeLine take_line) {
    if (!text::is_utf8(text)) {
        return TableFault{Error(ErrorCode::TextInvalid, "the table is not UTF-8"), {}, 0};
    }
    std::size_t number = 0;
    for (std::string_view line : split(text, '\n')) {
        ++number;
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (line.empty() || line.starts_with('#')) {
            continue;
        }
        if (const auto taken = take_line(tables, split(line, '\t')); !taken) {
            return TableFault{taken.error(), {}, number};
        }
    }
    return std::nullopt;
}

Result<std::string> read_table(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text(size_limit + 1, '\0'); // one more than allowed shows what is too large
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!file.is_open() || file.bad()) {
        return fail(ErrorCode::FileUnreadable, "the table cannot be read; check its permissions");
    }
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > size_limit) {
        return fail(ErrorCode::TooLarge, "the table is larger than 4 MiB");
    }
    return text;
}

std::optional<TableFault> take_file(ComparisonTables& tables, const std::filesystem::path& path,
                                    TakeLine take_line) {
    const auto text = read_table(path);
    auto fault = text ? take_lines(tables, *text, take_line)
                      : std::optional(TableFault{text.error(), {}, 0});
    if (fault) {
        fault->file = path.filename().string();
    }
    return fault;
}

std::vector<std::filesystem::path> kanji_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("kanji_variants") && name.ends_with(".tsv")) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

ComparisonTables make_built_in() {
    ComparisonTables tables;
    for (const std::string_view text : {unicode_kanji_variants(), name_kanji_variants()}) {
        MADOGUCHI_ENSURES(!take_lines(tables, text, take_kanji));
    }
    MADOGUCHI_ENSURES(!take_lines(tables, place_names(), take_place));
    return tables;
}

} // namespace

const ComparisonTables& ComparisonTables::built_in() {
    static const ComparisonTables tables = make_built_in();
    return tables;
}

tl::expected<ComparisonTables, TableFault> load_tables(const std::filesystem::path& folder) {
    ComparisonTables tables;
    const auto files = kanji_files(folder);
    if (files.empty()) {
        return tl::unexpected(
            TableFault{Error(ErrorCode::FileUnreadable,
                             "the folder of tables holds no kanji_variants*.tsv; check its path"),
                       "kanji_variants.tsv", 0});
    }
    for (const auto& file : files) {
        if (auto fault = take_file(tables, file, take_kanji)) {
            return tl::unexpected(std::move(*fault));
        }
    }
    if (auto fault = take_file(tables, folder / "places.tsv", take_place)) {
        return tl::unexpected(std::move(*fault));
    }
    return tables;
}

} // namespace madoguchi::eligibility::identity
