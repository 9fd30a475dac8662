#include "eligibility/identity/bulk/record_list.hpp"

#include "eligibility/model/csv_line.hpp"
#include "eligibility/oqs/cp932.hpp"
#include "eligibility/text/utf8.hpp"

#include <algorithm>

namespace madoguchi::eligibility::identity {

namespace {

constexpr std::size_t longest_line = 64 * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::array<std::string_view, ListColumns::items> item_columns{
    "name", "kana", "other_name", "other_kana", "birth_date", "sex", "address"};
constexpr std::array<std::size_t, 2> needed_items{0, 4}; // name and birth_date

// By the beginning of the file, of which a last line may be cut within a character.
ListEncoding encoding_of(std::ifstream& file) {
    std::string beginning(std::size_t{1} << 20U, '\0');
    file.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
    beginning.resize(static_cast<std::size_t>(file.gcount()));
    file.clear();
    file.seekg(0);
    beginning.resize(std::min(beginning.size(), beginning.rfind('\n') + 1));
    return text::is_utf8(beginning) ? ListEncoding::Utf8 : ListEncoding::Cp932;
}

// The field without taking the whole line apart, where no quote makes that necessary.
Result<std::string> key_in(const std::string& line, std::size_t column) {
    if (line.find('"') != std::string::npos) {
        auto fields = MADOGUCHI_TRY(split_csv_line(line));
        return column < fields.size() ? fields[column] : std::string();
    }
    std::size_t begin = 0;
    for (std::size_t passed = 0; passed < column; ++passed) {
        const std::size_t comma = line.find(',', begin);
        if (comma == std::string::npos) {
            return std::string();
        }
        begin = comma + 1;
    }
    return line.substr(begin, line.find(',', begin) - begin);
}

// As split_csv_line for a line without quotes; views into it.
Result<std::vector<std::string_view>> split_plain(std::string_view line, std::size_t expected) {
    std::vector<std::string_view> fields;
    fields.reserve(expected);
    std::size_t begin = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (is_csv_control(line[at])) {
            return fail(ErrorCode::ValueInvalid, "a control character stands in the line");
        }
        if (line[at] == ',') {
            fields.push_back(line.substr(begin, at - begin));
            begin = at + 1;
        }
    }
    fields.push_back(line.substr(begin));
    return fields;
}

Result<void> expect_needed(const ListColumns& columns) {
    if (columns.key == ListColumns::no_column) {
        return fail(ErrorCode::TagMissing, "the header does not name the column of the key");
    }
    for (const std::size_t item : needed_items) {
        if (columns.item.at(item) == ListColumns::no_column) {
            return fail(ErrorCode::TagMissing, "the header must name the columns name and "
                                               "birth_date; also known are kana, other_name, "
                                               "other_kana, sex and address");
        }
    }
    return {};
}

Result<ListColumns> columns_of(const std::vector<std::string>& names,
                               const std::string& key_column) {
    ListColumns columns;
    columns.count = names.size();
    columns.item.fill(ListColumns::no_column);
    for (std::size_t column = 0; column < names.size(); ++column) {
        const std::string& name = names[column];
        if (std::count(names.begin(), names.end(), name) > 1 && !name.empty()) {
            return fail(ErrorCode::TagDuplicate, "the header names a column twice");
        }
        if (name == key_column) {
            columns.key = column;
        }
        const auto* const item = std::find(item_columns.begin(), item_columns.end(), name);
        if (item != item_columns.end()) {
            columns.item.at(static_cast<std::size_t>(item - item_columns.begin())) = column;
        }
    }
    MADOGUCHI_TRY(expect_needed(columns));
    return columns;
}

Result<std::string> in_utf8(std::string field, ListEncoding encoding) {
    if (encoding == ListEncoding::Utf8) {
        return field;
    }
    auto text = oqs::cp932_to_utf8(field);
    if (!text) {
        return fail(ErrorCode::TextInvalid, "the line is not CP932 (Shift_JIS); if the file is of "
                                            "another encoding, say so");
    }
    return std::move(*text);
}

} // namespace

tl::unexpected<ListFault> RecordList::fault(ErrorCode code, StaticText text) const {
    return tl::unexpected(ListFault{Error(code, text), position_.line});
}

ListResult<RecordList> RecordList::open(const std::filesystem::path& path,
                                        const std::string& key_column,
                                        std::optional<ListEncoding> encoding) {
    RecordList list;
    std::error_code unknown;
    list.size_ = std::filesystem::file_size(path, unknown);
    list.file_.open(path, std::ios::binary);
    if (unknown || !list.file_.is_open()) {
        return list.fault(ErrorCode::FileUnreadable, "the file cannot be read; check its path");
    }
    if (auto read = list.read_header(key_column, encoding); !read) {
        return tl::unexpected(read.error());
    }
    return list;
}

ListResult<void> RecordList::read_header(const std::string& key_column,
                                         std::optional<ListEncoding> encoding) {
    columns_.encoding = encoding ? *encoding : encoding_of(file_);
    auto header = next_line();
    if (!header) {
        return tl::unexpected(header.error());
    }
    std::string line = header->value_or("");
    if (line.starts_with(byte_order_mark)) {
        line.erase(0, byte_order_mark.size());
    }
    const auto names = split_csv_line(line);
    if (!names) {
        return tl::unexpected(ListFault{names.error(), 1});
    }
    const auto columns = columns_of(*names, key_column);
    if (!columns) {
        return tl::unexpected(ListFault{columns.error(), 1});
    }
    const ListEncoding found = columns_.encoding;
    columns_ = *columns;
    columns_.encoding = found;
    return {};
}

ListResult<std::optional<std::string>> RecordList::next_line() {
    buffer_.resize(longest_line + 2);
    file_.getline(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    const auto taken = static_cast<std::size_t>(file_.gcount());
    if (taken == 0 && file_.eof()) {
        return std::nullopt;
    }
    ++position_.line;
    if (file_.bad()) {
        return fault(ErrorCode::FileUnreadable, "the file cannot be read to its end");
    }
    if (file_.fail()) {
        return fault(ErrorCode::TooLarge, "the line is longer than 64 KiB");
    }
    position_.offset += taken;
    // Without the line feed, which was taken too.
    std::string line = buffer_.substr(0, file_.eof() ? taken : taken - 1);
    if (line.ends_with('\r')) {
        line.pop_back();
    }
    return line;
}

ListResult<std::optional<RawRecord>> RecordList::next() {
    for (;;) {
        auto line = next_line();
        if (!line) {
            return tl::unexpected(line.error());
        }
        if (!*line) {
            return std::nullopt;
        }
        if ((*line)->empty()) {
            continue;
        }
        auto key = key_in(**line, columns_.key);
        if (!key || key->empty()) {
            return fault(ErrorCode::SyntaxInvalid,
                         "the line has no key: it has too few fields, or its quotes do not close");
        }
        position_.key = *key;
        return RawRecord{std::move(**line), std::move(*key), position_.line};
    }
}

void RecordList::go_to(const ListPosition& position) {
    position_ = position;
    file_.clear();
    file_.seekg(static_cast<std::streamoff>(position.offset));
}

Result<ListFields> fields_of(const std::string& line, const ListColumns& columns) {
    std::vector<std::string> unquoted; // what the views see where quotes had to be taken away
    std::vector<std::string_view> all;
    if (line.find('"') == std::string::npos) {
        all = MADOGUCHI_TRY(split_plain(line, columns.count));
    } else {
        unquoted = MADOGUCHI_TRY(split_csv_line(line));
        all.assign(unquoted.begin(), unquoted.end());
    }
    if (all.size() != columns.count) {
        return fail(ErrorCode::SyntaxInvalid,
                    "the line does not have as many fields as the header");
    }
    if (columns.encoding == ListEncoding::Utf8 && !text::is_utf8(line)) {
        return fail(ErrorCode::TextInvalid,
                    "the line is not UTF-8; if the file is CP932 (Shift_JIS), say so");
    }
    ListFields fields;
    for (std::size_t item = 0; item < fields.size(); ++item) {
        if (const std::size_t column = columns.item.at(item); column != ListColumns::no_column) {
            fields.at(item) = MADOGUCHI_TRY(in_utf8(std::string(all[column]), columns.encoding));
        }
    }
    return fields;
}

ItemTexts texts_of(const ListFields& fields) {
    return {fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6]};
}

} // namespace madoguchi::eligibility::identity
