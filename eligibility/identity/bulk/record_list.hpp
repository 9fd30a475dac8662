// A CSV file of people, read record by record in constant memory.
#pragma once

#include "eligibility/identity/identity_comparison.hpp"
#include "hal/base/result.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::eligibility::identity {

enum class ListEncoding : std::uint8_t { Utf8, Cp932 };

// Why a list was refused and where: line 1 is the header, 0 the file as a whole.
struct ListFault {
    Error error;
    std::size_t line = 0;
};

template <typename T>
using ListResult = tl::expected<T, ListFault>;

// How far a list was read.
struct ListPosition {
    std::uint64_t offset = 0; // of the next line's first byte
    std::uint64_t line = 0;   // the number of the line before it
    std::string key;          // of the record before it

    friend bool operator==(const ListPosition&, const ListPosition&) = default;
};

struct RawRecord {
    std::string text; // the line as it stands in the file, without its end
    std::string key;  // in the file's encoding
    std::uint64_t line = 0;
};

// Where each item stands in a line; no_column: the file does not have it.
struct ListColumns {
    static constexpr std::size_t no_column = SIZE_MAX;
    static constexpr std::size_t items = 7; // the members of ItemTexts, in their order

    std::size_t count = 0;
    std::size_t key = no_column;
    std::array<std::size_t, items> item{};
    ListEncoding encoding = ListEncoding::Utf8;
};

class RecordList {
public:
    // The header names the columns: key_column, and of name, kana, other_name, other_kana,
    // birth_date, sex, address at least name and birth_date; others are passed over. Without an
    // encoding given, what the first MiB is valid in.
    // Faults: FileUnreadable, TagMissing (a column), TagDuplicate, TextInvalid, SyntaxInvalid,
    // TooLarge (a line above 64 KiB).
    [[nodiscard]] static ListResult<RecordList> open(const std::filesystem::path& path,
                                                     const std::string& key_column,
                                                     std::optional<ListEncoding> encoding);

    // The next record; nothing at the end of the file. Empty lines are passed over.
    // Faults: SyntaxInvalid, TooLarge, FileUnreadable.
    [[nodiscard]] ListResult<std::optional<RawRecord>> next();

    [[nodiscard]] const ListColumns& columns() const noexcept { return columns_; }
    [[nodiscard]] const ListPosition& position() const noexcept { return position_; }
    [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
    // To a position that a list of the same file gave.
    void go_to(const ListPosition& position);

private:
    [[nodiscard]] ListResult<std::optional<std::string>> next_line();
    [[nodiscard]] ListResult<void> read_header(const std::string& key_column,
                                               std::optional<ListEncoding> encoding);
    [[nodiscard]] tl::unexpected<ListFault> fault(ErrorCode code, StaticText text) const;

    std::ifstream file_;
    std::string buffer_; // for one line
    std::uint64_t size_ = 0;
    ListColumns columns_;
    ListPosition position_;
};

// One line's items, in UTF-8.
using ListFields = std::array<std::string, ListColumns::items>;

// Errors: SyntaxInvalid, TextInvalid, ValueInvalid.
[[nodiscard]] Result<ListFields> fields_of(const std::string& line, const ListColumns& columns);

[[nodiscard]] ItemTexts texts_of(const ListFields& fields);

} // namespace madoguchi::eligibility::identity
