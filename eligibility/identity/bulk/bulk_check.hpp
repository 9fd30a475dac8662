// 総点検: two lists of people compared record by record, of any size, on all cores.
#pragma once

#include "eligibility/identity/bulk/bulk_tally.hpp"
#include "eligibility/identity/bulk/record_list.hpp"

#include <functional>

namespace madoguchi::eligibility::identity {

// How both lists are ordered by their keys.
enum class KeyOrder : std::uint8_t { Number, Text };

struct BulkOptions {
    KeyOrder order = KeyOrder::Number; // keys that are no numbers: as text
    std::uint64_t seed = 1;            // of the sample
    std::size_t threads = 1;
};

// Everything that is needed to go on where a check was stopped.
struct BulkState {
    ListPosition left;
    ListPosition right;
    BulkTally tally;
};

enum class Side : std::uint8_t { Left, Right };

struct BulkFault {
    ListFault fault;
    Side side = Side::Left;
};

// Told now and then; false stops the check, which then returns the state so far.
using BulkProgress = std::function<bool(const BulkState&)>;

// Both lists must be ordered by their keys; records of one key are compared, others counted.
// The state at the end, or where progress stopped it. Faults: those of RecordList and fields_of;
// ValueInvalid for a key out of order.
[[nodiscard]] tl::expected<BulkState, BulkFault>
check_lists(RecordList& left, RecordList& right, BulkState from, const BulkOptions& options,
            const ComparisonTables& tables, const BulkProgress& progress);

} // namespace madoguchi::eligibility::identity
