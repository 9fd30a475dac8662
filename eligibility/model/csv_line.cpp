#include "eligibility/model/csv_line.hpp"

#include <algorithm>

namespace madoguchi::eligibility {

namespace {

// Takes a quoted field, opening quote first, off the front of rest.
Result<std::string> take_quoted(std::string_view& rest) {
    rest.remove_prefix(1);
    std::string field;
    for (;;) {
        const std::size_t quote = rest.find('"');
        if (quote == std::string_view::npos) {
            return fail(ErrorCode::SyntaxInvalid, "a quoted field is not closed on its line");
        }
        field += rest.substr(0, quote);
        rest.remove_prefix(quote + 1);
        if (!rest.starts_with('"')) {
            return field;
        }
        field += '"';
        rest.remove_prefix(1);
    }
}

Result<std::string> take_field(std::string_view& rest) {
    if (rest.starts_with('"')) {
        return take_quoted(rest);
    }
    const std::string_view field = rest.substr(0, rest.find(','));
    if (field.find('"') != std::string_view::npos) {
        return fail(ErrorCode::SyntaxInvalid, "a quote stands inside an unquoted field");
    }
    rest.remove_prefix(field.size());
    return std::string(field);
}

} // namespace

Result<std::vector<std::string>> split_csv_line(std::string_view line) {
    if (std::any_of(line.begin(), line.end(), is_csv_control)) {
        return fail(ErrorCode::ValueInvalid, "a control character stands in the line");
    }
    std::vector<std::string> fields;
    for (std::string_view rest = line;;) {
        fields.push_back(MADOGUCHI_TRY(take_field(rest)));
        if (rest.empty()) {
            return fields;
        }
        if (rest.front() != ',') {
            return fail(ErrorCode::SyntaxInvalid, "text follows the closing quote of a field");
        }
        rest.remove_prefix(1);
    }
}

} // namespace madoguchi::eligibility
