#include "eligibility/oqs/cp932.hpp"
#include "terminal_app/cli/bulk_report.hpp"
#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/cli/identity_actions.hpp"
#include "terminal_app/cli/input_bytes.hpp"
#include "terminal_app/cli/private_file.hpp"
#include "terminal_app/cli/stop_request.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <fstream>

namespace madoguchi::cli {

namespace {

using namespace eligibility::identity;
using SteadyClock = std::chrono::steady_clock;

std::filesystem::path progress_file(const CheckFileOptions& options) {
    return options.report.string() + ".progress";
}

// Nothing for no path at all.
std::string absolute_path(const std::filesystem::path& path) {
    std::error_code unknown;
    return path.empty() ? "" : std::filesystem::absolute(path, unknown).string();
}

// What must be the same for a check to go on: files, key, order, seed.
nlohmann::json job_of(const CheckFileOptions& options) {
    nlohmann::json job{{"key", options.key},
                       {"order", options.bulk.order},
                       {"seed", options.bulk.seed},
                       {"tables", absolute_path(options.tables)}};
    for (const auto& path : {options.left, options.right}) {
        std::error_code unknown;
        const auto changed = std::filesystem::last_write_time(path, unknown).time_since_epoch();
        job["files"].push_back(
            {absolute_path(path), std::filesystem::file_size(path, unknown), changed.count()});
    }
    return job;
}

// The state of a check that was stopped; an empty one when there was none.
Result<BulkState> earlier_state(const CheckFileOptions& options) {
    std::ifstream file(progress_file(options), std::ios::binary);
    if (!file.is_open()) {
        return BulkState{};
    }
    const auto json = nlohmann::json::from_cbor(file, true, false);
    const auto state = json.is_object() && json.value("job", nlohmann::json()) == job_of(options)
                           ? state_from_json(json.value("state", nlohmann::json()))
                           : std::nullopt;
    if (!state) {
        return fail(ErrorCode::ConfigInvalid,
                    "the .progress file beside the report is of another check: files, key, order "
                    "or seed changed; remove it to begin anew");
    }
    return *state;
}

// Written anew under another name first: a power cut leaves the one before.
Result<void> save_state(const CheckFileOptions& options, const nlohmann::json& job,
                        const BulkState& state) {
    const auto bytes =
        nlohmann::json::to_cbor(nlohmann::json{{"job", job}, {"state", state_to_json(state)}});
    const std::filesystem::path fresh = progress_file(options).string() + ".new";
    std::error_code failed;
    std::filesystem::remove(fresh, failed);
    MADOGUCHI_TRY(write_private_file(fresh, bytes));
    std::filesystem::rename(fresh, progress_file(options), failed);
    if (failed) {
        return fail(ErrorCode::StorageFailed, "the .progress file cannot be written");
    }
    return {};
}

// A line that says how far the check is, where somebody is looking.
class ProgressLine {
public:
    ProgressLine(std::uint64_t bytes, const BulkState& from)
        : all_(bytes), bytes_before_(from.left.offset + from.right.offset),
          compared_before_(from.tally.compared) {}

    void show(const BulkState& state) const {
        if (isatty(STDERR_FILENO) != 1) {
            return;
        }
        const std::uint64_t bytes = state.left.offset + state.right.offset;
        const double seconds = std::chrono::duration<double>(SteadyClock::now() - begin_).count();
        const double part = static_cast<double>(bytes) / static_cast<double>(all_);
        const double rate = static_cast<double>(state.tally.compared - compared_before_) / seconds;
        const double left = static_cast<double>(all_ - bytes) * seconds /
                            static_cast<double>(std::max<std::uint64_t>(1, bytes - bytes_before_));
        const auto signs = static_cast<int>(30 * part);
        fmt::print(stderr,
                   "\r[{:=<{}}{: <{}}] {:5.1f} %  {} compared, {:.0f} a second, {:.0f} s left ", "",
                   signs, "", 30 - signs, 100 * part, state.tally.compared, rate, left);
    }

private:
    std::uint64_t all_;
    std::uint64_t bytes_before_;
    std::uint64_t compared_before_;
    SteadyClock::time_point begin_ = SteadyClock::now();
};

int report_fault(const std::filesystem::path& file, const ListFault& fault) {
    const std::string line = fault.line == 0 ? "" : fmt::format(" line {}", fault.line);
    fmt::print(stderr, "\nmadoguchi identity check-file: {}{}: {}\n", file.string(), line,
               fault.error.text());
    return exit_failed;
}

int report_error(const Error& error) {
    fmt::print(stderr, "\nmadoguchi identity check-file: {}\n", error.text());
    return exit_failed;
}

struct Outcome {
    tl::expected<BulkState, BulkFault> state;
    bool stopped = false;
};

// Runs until the end or a stop; saves its state now and then and at a stop.
Outcome run(RecordList& left, RecordList& right, BulkState from, const CheckFileOptions& options) {
    constexpr auto between_saves = std::chrono::seconds(10);
    const ComparisonTables tables = tables_for(options.tables);
    const nlohmann::json job = job_of(options);
    const StopRequest stop;
    const ProgressLine line(left.size() + right.size(), from);
    auto saved = SteadyClock::now();
    bool stopped = false;
    const auto progress = [&](const BulkState& state) {
        line.show(state);
        stopped = stop.received();
        if (stopped || SteadyClock::now() - saved >= between_saves) {
            saved = SteadyClock::now();
            if (const auto kept = save_state(options, job, state); !kept) {
                report_error(kept.error());
            }
        }
        return !stopped;
    };
    auto state = check_lists(left, right, std::move(from), options.bulk, tables, progress);
    return {std::move(state), stopped};
}

int write_report(const CheckFileOptions& options, const BulkTally& tally, const RecordList& left) {
    nlohmann::ordered_json report = to_json(tally);
    if (left.columns().encoding == ListEncoding::Cp932) {
        for (auto& pair : report["sample"]) {
            pair["key"] =
                eligibility::oqs::cp932_to_utf8(pair["key"].get<std::string>()).value_or("");
        }
    }
    const std::string text = report.dump(2) + "\n";
    if (const auto written = write_private_file(options.report, as_bytes(text)); !written) {
        return report_error(written.error());
    }
    std::error_code none;
    std::filesystem::remove(progress_file(options), none);
    if (options.json) {
        print_json(report);
    } else {
        fmt::print("{} compared: {} pass, {} staff, {} stop; {} only in A, {} only in B\n",
                   tally.compared, tally.verdicts[0], tally.verdicts[1], tally.verdicts[2],
                   tally.only_left, tally.only_right);
    }
    return tally.verdicts[1] + tally.verdicts[2] == 0 ? exit_yes : exit_no;
}

} // namespace

int check_identity_files(const CheckFileOptions& options) {
    if (const auto free = expect_free_name(options.report); !free) {
        return report_error(free.error());
    }
    auto left = RecordList::open(options.left, options.key, options.encoding);
    if (!left) {
        return report_fault(options.left, left.error());
    }
    auto right = RecordList::open(options.right, options.key, options.encoding);
    if (!right) {
        return report_fault(options.right, right.error());
    }
    auto from = earlier_state(options);
    if (!from) {
        return report_error(from.error());
    }
    if (from->left.offset > 0) {
        left->go_to(from->left);
        right->go_to(from->right);
        fmt::print(stderr, "going on behind {} comparisons made before\n", from->tally.compared);
    }
    const auto [done, stopped] = run(*left, *right, std::move(*from), options);
    if (!done) {
        return report_fault(done.error().side == Side::Left ? options.left : options.right,
                            done.error().fault);
    }
    if (stopped) {
        fmt::print(stderr, "\nstopped; the same command goes on from here\n");
        return exit_failed;
    }
    if (isatty(STDERR_FILENO) == 1) {
        fmt::print(stderr, "\n");
    }
    return write_report(options, done->tally, *left);
}

} // namespace madoguchi::cli
