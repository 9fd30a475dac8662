#include "eligibility/identity/bulk/bulk_check.hpp"

#include <algorithm>
#include <deque>
#include <future>
#include <utility>

namespace madoguchi::eligibility::identity {

namespace {

constexpr std::size_t batch_size = 4096; // pairs; some tens of milliseconds of work

struct Pair {
    RawRecord left;
    RawRecord right;
};

// Pairs for one worker, with the state of reading behind them.
struct Batch {
    std::vector<Pair> pairs;
    BulkState reached; // counts of what was not paired; positions behind the last record
    bool at_end = false;
};

using Tallied = tl::expected<BulkTally, BulkFault>;

bool is_number(std::string_view key) {
    return std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view without_zeros(std::string_view number) {
    return number.substr(std::min(number.find_first_not_of('0'), number.size()));
}

int compare_keys(std::string_view left, std::string_view right, KeyOrder order) {
    if (order == KeyOrder::Number && is_number(left) && is_number(right)) {
        left = without_zeros(left);
        right = without_zeros(right);
        if (left.size() != right.size()) {
            return left.size() < right.size() ? -1 : 1;
        }
    }
    return left.compare(right);
}

// One list with the record that waits to be paired.
class Cursor {
public:
    Cursor(RecordList& list, Side side, KeyOrder order)
        : list_(list), side_(side), order_(order), consumed_(list.position()) {}

    // The record at hand, after repeated keys; null at the end.
    [[nodiscard]] tl::expected<const RawRecord*, BulkFault> look();
    // Takes the record at hand.
    [[nodiscard]] RawRecord take() {
        consumed_ = list_.position();
        RawRecord record = std::move(*waiting_);
        waiting_.reset();
        return record;
    }
    // Records passed over because the one before had their key, since last asked.
    [[nodiscard]] std::uint64_t take_repeated() { return std::exchange(repeated_, 0); }
    // Behind the last record taken.
    [[nodiscard]] const ListPosition& consumed() const { return consumed_; }

private:
    RecordList& list_;
    Side side_;
    KeyOrder order_;
    ListPosition consumed_;
    std::optional<RawRecord> waiting_;
    std::uint64_t repeated_ = 0;
};

tl::expected<const RawRecord*, BulkFault> Cursor::look() {
    while (!waiting_) {
        auto record = list_.next();
        if (!record) {
            return tl::unexpected(BulkFault{record.error(), side_});
        }
        if (!*record) {
            return nullptr;
        }
        const int order =
            consumed_.key.empty() ? -1 : compare_keys(consumed_.key, (*record)->key, order_);
        if (order > 0) {
            const Error error(ErrorCode::ValueInvalid,
                              "the key is lower than the one before: order both files by the key "
                              "first, or name the order that they have");
            return tl::unexpected(BulkFault{{error, (*record)->line}, side_});
        }
        waiting_ = std::move(*record);
        if (order == 0) {
            ++repeated_;
            static_cast<void>(take());
        }
    }
    return &*waiting_;
}

class Pairing {
public:
    Pairing(RecordList& left, RecordList& right, KeyOrder order)
        : left_(left, Side::Left, order), right_(right, Side::Right, order), order_(order) {}

    [[nodiscard]] tl::expected<Batch, BulkFault> next_batch() {
        Batch batch;
        // Records without a counterpart count as well, so that the batch ends.
        for (std::size_t steps = 0; steps < batch_size && !batch.at_end; ++steps) {
            if (auto stepped = step(batch); !stepped) {
                return tl::unexpected(stepped.error());
            }
        }
        batch.reached.tally.repeated_left = left_.take_repeated();
        batch.reached.tally.repeated_right = right_.take_repeated();
        batch.reached.left = left_.consumed();
        batch.reached.right = right_.consumed();
        return batch;
    }

private:
    tl::expected<void, BulkFault> step(Batch& batch) {
        BulkTally& tally = batch.reached.tally;
        const auto left = left_.look();
        if (!left) {
            return tl::unexpected(left.error());
        }
        const auto right = right_.look();
        if (!right) {
            return tl::unexpected(right.error());
        }
        if (*left == nullptr && *right == nullptr) {
            batch.at_end = true;
            return {};
        }
        const int order = *left == nullptr    ? 1
                          : *right == nullptr ? -1
                                              : compare_keys((*left)->key, (*right)->key, order_);
        if (order == 0) {
            batch.pairs.push_back({left_.take(), right_.take()});
        } else if (order < 0) {
            ++tally.only_left;
            static_cast<void>(left_.take());
        } else {
            ++tally.only_right;
            static_cast<void>(right_.take());
        }
        return {};
    }

    Cursor left_;
    Cursor right_;
    KeyOrder order_;
};

struct Work {
    const ListColumns& left;
    const ListColumns& right;
    const BulkOptions& options;
    const ComparisonTables& tables;
};

SampledPair sampled(const Pair& pair, const IdentityComparison& comparison, std::uint64_t seed) {
    SampledPair sample{sample_rank(seed, pair.left.key),
                       pair.left.key,
                       pair.left.line,
                       pair.right.line,
                       comparison.verdict(),
                       {}};
    for (const ItemComparison& item : comparison.items()) {
        sample.findings.at(static_cast<std::size_t>(item.item)) = {item.agreement, item.rule};
    }
    return sample;
}

Tallied compare_pairs(const std::vector<Pair>& pairs, const Work& work) {
    BulkTally tally;
    for (const Pair& pair : pairs) {
        const auto left = fields_of(pair.left.text, work.left);
        if (!left) {
            return tl::unexpected(BulkFault{{left.error(), pair.left.line}, Side::Left});
        }
        const auto right = fields_of(pair.right.text, work.right);
        if (!right) {
            return tl::unexpected(BulkFault{{right.error(), pair.right.line}, Side::Right});
        }
        const IdentityComparison comparison =
            compare(texts_of(*left), texts_of(*right), work.tables);
        tally.add(comparison);
        if (comparison.verdict() != Verdict::Pass) {
            tally.sample.offer(sampled(pair, comparison, work.options.seed));
        }
    }
    return tally;
}

struct Running {
    BulkState reached;
    std::future<Tallied> tally;
};

} // namespace

tl::expected<BulkState, BulkFault> check_lists(RecordList& left, RecordList& right, BulkState from,
                                               const BulkOptions& options,
                                               const ComparisonTables& tables,
                                               const BulkProgress& progress) {
    const Work work{left.columns(), right.columns(), options, tables};
    Pairing pairing(left, right, options.order);
    std::deque<Running> running; // in the order of the lists
    BulkState state = std::move(from);
    for (bool at_end = false; !at_end || !running.empty();) {
        if (!at_end && running.size() <= options.threads) {
            auto batch = pairing.next_batch();
            if (!batch) {
                return tl::unexpected(batch.error());
            }
            at_end = batch->at_end;
            auto tally = std::async(std::launch::async, [pairs = std::move(batch->pairs), &work] {
                return compare_pairs(pairs, work);
            });
            running.push_back({std::move(batch->reached), std::move(tally)});
            continue;
        }
        Running done = std::move(running.front());
        running.pop_front();
        const Tallied tally = done.tally.get();
        if (!tally) {
            return tl::unexpected(tally.error());
        }
        state.left = done.reached.left;
        state.right = done.reached.right;
        state.tally.merge(done.reached.tally);
        state.tally.merge(*tally);
        if (!progress(state)) {
            return state;
        }
    }
    return state;
}

} // namespace madoguchi::eligibility::identity
