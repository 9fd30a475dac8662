#include "eligibility/identity/evaluation.hpp"

#include "eligibility/text/utf8.hpp"

namespace madoguchi::eligibility::identity {

namespace {

ItemTexts texts_of(Item item, std::string_view value) {
    ItemTexts texts;
    switch (item) {
    case Item::Name:
        texts.name = value;
        break;
    case Item::Kana:
        texts.kana = value;
        break;
    case Item::BirthDate:
        texts.birth_date = value;
        break;
    case Item::Sex:
        texts.sex = value;
        break;
    case Item::Address:
        texts.address = value;
        break;
    }
    return texts;
}

std::size_t place(Agreement agreement) {
    return static_cast<std::size_t>(agreement);
}

} // namespace

Result<std::optional<IdentityCase>> parse_identity_case(std::string_view line) {
    if (line.empty() || line.starts_with('#')) {
        return std::nullopt;
    }
    if (!text::is_utf8(line)) {
        return fail(ErrorCode::TextInvalid, "the line is not UTF-8");
    }
    std::array<std::string_view, 4> fields;
    for (std::size_t field = 0; field < fields.size(); ++field) {
        const std::size_t end = line.find('\t');
        if ((end == std::string_view::npos) != (field + 1 == fields.size())) {
            return fail(ErrorCode::SyntaxInvalid, "the line does not have four fields with tabs "
                                                  "between: item, left, right, expected");
        }
        fields.at(field) = line.substr(0, end);
        line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    }
    const auto item = item_called(fields[0]);
    const auto expected = agreement_called(fields[3]);
    if (!item || !expected) {
        return fail(ErrorCode::ValueInvalid,
                    "the item must be name, kana, birth-date, sex or address, and what is expected "
                    "equal, equal-by-notation, equal-by-variant, unknown or different");
    }
    return IdentityCase{*item, std::string(fields[1]), std::string(fields[2]), *expected};
}

void ConfusionTable::add(Agreement expected, Agreement found) noexcept {
    ++counts_.at(place(expected)).at(place(found));
}

std::uint64_t ConfusionTable::count(Agreement expected, Agreement found) const noexcept {
    return counts_.at(place(expected)).at(place(found));
}

std::uint64_t ConfusionTable::total() const noexcept {
    std::uint64_t sum = 0;
    for (const auto& row : counts_) {
        for (const std::uint64_t cell : row) {
            sum += cell;
        }
    }
    return sum;
}

std::uint64_t ConfusionTable::right() const noexcept {
    std::uint64_t sum = 0;
    for (std::size_t at = 0; at < agreement_count; ++at) {
        sum += counts_.at(at).at(at);
    }
    return sum;
}

std::uint64_t ConfusionTable::wrongly_equal() const noexcept {
    std::uint64_t sum = 0;
    for (const Agreement expected : {Agreement::Unknown, Agreement::Different}) {
        for (const Agreement found :
             {Agreement::Equal, Agreement::EqualByNotation, Agreement::EqualByVariant}) {
            sum += count(expected, found);
        }
    }
    return sum;
}

ItemComparison compare_case(const IdentityCase& one, bool reversed,
                            const ComparisonTables& tables) {
    const ItemTexts left = texts_of(one.item, one.left);
    const ItemTexts right = texts_of(one.item, one.right);
    return (reversed ? compare(right, left, tables) : compare(left, right, tables)).of(one.item);
}

} // namespace madoguchi::eligibility::identity
