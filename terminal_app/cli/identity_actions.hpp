// What the commands of madoguchi identity do. Each returns the exit status.
#pragma once

#include "eligibility/identity/bulk/bulk_check.hpp"
#include "eligibility/identity/comparison_tables.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace madoguchi::cli {

struct IdentityOptions {
    std::filesystem::path left; // the first file: a record, a list, or the cases of evaluate
    std::filesystem::path right;
    std::filesystem::path tables; // folder of tables; empty: the built-in ones
    bool json = false;
    bool show_personal = false;
};

struct CheckFileOptions : IdentityOptions {
    std::string key;              // name of the column that pairs the records
    std::filesystem::path report; // new file; beside it .progress while the check is not done
    std::optional<eligibility::identity::ListEncoding> encoding; // of both; none: found out
    eligibility::identity::BulkOptions bulk;
};

[[nodiscard]] int compare_identity(const IdentityOptions& options);
[[nodiscard]] int evaluate_identity(const IdentityOptions& options);
[[nodiscard]] int check_identity_files(const CheckFileOptions& options);

// The built-in tables, or those of the folder. Says on standard error what is wrong with them and
// throws CLI::RuntimeError.
[[nodiscard]] eligibility::identity::ComparisonTables
tables_for(const std::filesystem::path& folder);

} // namespace madoguchi::cli
