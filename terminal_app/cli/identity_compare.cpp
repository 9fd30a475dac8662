#include "eligibility/identity/identity_comparison.hpp"
#include "eligibility/identity/name_repair.hpp"
#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/cli/identity_actions.hpp"
#include "terminal_app/cli/input_bytes.hpp"

#include <fmt/format.h>

namespace madoguchi::cli {

namespace {

using namespace eligibility::identity;

// A person as a JSON file holds it; every item a text, missing ones empty.
struct RecordFile {
    std::string name, kana, other_name, other_kana, birth_date, sex, address;

    [[nodiscard]] ItemTexts texts() const {
        return {name, kana, other_name, other_kana, birth_date, sex, address};
    }
};

// An item stands alone or, in what card export writes, as an object with its value.
Result<std::string> text_of(const nlohmann::json& record, const char* field) {
    const auto found = record.find(field);
    if (found == record.end() || found->is_null()) {
        return std::string();
    }
    const auto& value = found->is_object() ? found->value("value", nlohmann::json()) : *found;
    if (!value.is_string()) {
        return fail(ErrorCode::ValueInvalid, "an item of a record is no text");
    }
    return value.get<std::string>();
}

Result<RecordFile> read_record(const std::filesystem::path& path) {
    constexpr std::size_t largest = std::size_t{1} << 20U;
    const Bytes bytes = MADOGUCHI_TRY(read_bytes({path.string(), ""}, largest));
    const auto json = nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!json.is_object()) {
        return fail(ErrorCode::SyntaxInvalid, "a record is no JSON object");
    }
    const nlohmann::json& record =
        json.contains("items") && json["items"].is_object() ? json["items"] : json;
    RecordFile file;
    file.name = MADOGUCHI_TRY(text_of(record, "name"));
    file.kana = MADOGUCHI_TRY(text_of(record, "kana"));
    file.other_name = MADOGUCHI_TRY(text_of(record, "other_name"));
    file.other_kana = MADOGUCHI_TRY(text_of(record, "other_kana"));
    file.birth_date = MADOGUCHI_TRY(text_of(record, "birth_date"));
    file.sex = MADOGUCHI_TRY(text_of(record, "sex"));
    file.address = MADOGUCHI_TRY(text_of(record, "address"));
    if (file.name.empty() && file.birth_date.empty()) {
        return fail(ErrorCode::TagMissing, "a record has neither name nor birth_date");
    }
    return file;
}

// Sex is compared silently: it counts in the verdict and is named only when asked for.
bool is_shown(Item item, const IdentityOptions& options) {
    return item != Item::Sex || options.show_personal;
}

// The name in full, when one side has it and the other shows ● in it.
std::optional<std::string> whole_name(const RecordFile& left, const RecordFile& right,
                                      const ComparisonTables& tables) {
    for (const auto& [gap, whole] : {std::pair(left.name, right.name), {right.name, left.name}}) {
        if (auto shown = name_to_show(gap, whole, tables); shown.source == NameSource::Chip) {
            return shown.name;
        }
    }
    return std::nullopt;
}

void print_comparison(const IdentityComparison& comparison, const std::optional<std::string>& whole,
                      const IdentityOptions& options) {
    nlohmann::ordered_json items = nlohmann::ordered_json::object();
    for (const ItemComparison& item : comparison.items()) {
        if (is_shown(item.item, options)) {
            items[std::string(name_of(item.item))] = {{"agreement", name_of(item.agreement)},
                                                      {"rule", name_of(item.rule)}};
        }
    }
    if (options.json) {
        nlohmann::ordered_json report{{"verdict", name_of(comparison.verdict())},
                                      {"items", items},
                                      {"name_can_be_completed", whole.has_value()}};
        if (whole && options.show_personal) {
            report["completed_name"] = *whole;
        }
        print_json(report);
        return;
    }
    fmt::print("verdict     {}\n", name_of(comparison.verdict()));
    for (const auto& [name, item] : items.items()) {
        fmt::print("{:11} {} ({})\n", name, item["agreement"].get<std::string>(),
                   item["rule"].get<std::string>());
    }
    if (whole) {
        fmt::print("the name that one side cannot show in full stands in the other{}\n",
                   options.show_personal ? ": " + *whole : "");
    }
}

} // namespace

int compare_identity(const IdentityOptions& options) {
    const ComparisonTables tables = tables_for(options.tables);
    const auto left = read_record(options.left);
    if (!left) {
        return report_unusable(left.error(), options.json);
    }
    const auto right = read_record(options.right);
    if (!right) {
        return report_unusable(right.error(), options.json);
    }
    const IdentityComparison comparison = compare(left->texts(), right->texts(), tables);
    print_comparison(comparison, whole_name(*left, *right, tables), options);
    return comparison.verdict() == Verdict::Pass ? exit_yes : exit_no;
}

} // namespace madoguchi::cli
