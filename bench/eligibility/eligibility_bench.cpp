// ./dev bench eligibility [--json]: how many files of the eligibility service one core reads a
// second, of every form and in either encoding, beside the bare XML parser on the same bytes in the
// same process; and how long files that mean harm take to be refused.
#include "eligibility/oqs/message.hpp"
#include "eligibility/oqs/xml_document.hpp"
#include "tests/unit/eligibility/support/hostile_xml.hpp"
#include "tests/unit/eligibility/support/message_samples.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <ctime>

namespace {

using namespace madoguchi;
using namespace madoguchi::eligibility::oqs;
using nlohmann::ordered_json;

constexpr std::size_t persons_in_bulk = 1000;
constexpr int turns = 15;
constexpr double turn_seconds = 0.02;
constexpr double goal_ratio = 20;       // of our time to the bare parser's, small files
constexpr double goal_bulk_ms = 100;    // a bulk result of a thousand persons
constexpr double goal_hostile_ms = 100; // reliability N04

// Of the processor time that this thread got, so that a busy machine does not show as a slow one.
double processor_seconds() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

[[noreturn]] void give_up(const char* what) {
    fmt::print(stderr, "bench eligibility: {}\n", what);
    std::exit(1);
}

struct Sample {
    std::string name;
    TextEncoding encoding;
    MessageForm form;
    Bytes bytes;
};

Sample sample_of(const Message& message, TextEncoding encoding, std::string name) {
    const auto bytes = write_message(message, encoding);
    if (!bytes) {
        give_up("a sample cannot be written");
    }
    return {std::move(name), encoding, form_of(message), *bytes};
}

std::vector<Sample> make_samples() {
    std::vector<Sample> samples;
    for (const TextEncoding encoding : {TextEncoding::Utf8, TextEncoding::ShiftJis}) {
        for (const Message& message : test::sample_messages()) {
            samples.push_back(sample_of(message, encoding, std::string(name_of(form_of(message)))));
        }
        Message last = test::sample_messages().back();
        auto& bulk = std::get<eligibility::BulkResult>(last);
        bulk.units.resize(persons_in_bulk, bulk.units.front());
        samples.push_back(sample_of(last, encoding, "bulk-result of 1000"));
    }
    return samples;
}

bool read_ours(const Sample& sample) {
    return read_message(sample.bytes, sample.form).has_value();
}

// Bytes only: the parser knows no Shift_JIS, and is not asked to.
bool read_bare(const Sample& sample) {
    pugi::xml_document document;
    return static_cast<bool>(document.load_buffer(sample.bytes.data(), sample.bytes.size(),
                                                  pugi::parse_default, pugi::encoding_utf8));
}

// Seconds a file in one turn.
double turn_of(const Sample& sample, bool (*read)(const Sample&)) {
    const double begin = processor_seconds();
    std::size_t count = 0;
    double taken = 0;
    do {
        if (!read(sample)) {
            give_up("a sample cannot be read");
        }
        ++count;
        taken = processor_seconds() - begin;
    } while (taken < turn_seconds);
    return taken / static_cast<double>(count);
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

ordered_json measure(const Sample& sample) {
    std::vector<double> ours;
    std::vector<double> bare;
    for (int turn = 0; turn < turns; ++turn) {
        ours.push_back(turn_of(sample, read_ours));
        bare.push_back(turn_of(sample, read_bare));
    }
    return {
        {"file", sample.name},
        {"encoding", name_of(sample.encoding)},
        {"bytes", sample.bytes.size()},
        {"files_per_second", 1 / median(ours)},
        {"bare_files_per_second", 1 / median(bare)},
        {"ratio", median(ours) / median(bare)},
        {"megabytes_per_second", static_cast<double>(sample.bytes.size()) / median(ours) / 1e6}};
}

ordered_json measure_hostile() {
    ordered_json rows = ordered_json::array();
    for (const test::HostileFile& hostile : test::hostile_files()) {
        const double begin = processor_seconds();
        const bool is_read = read_answer(as_bytes(hostile.file)).has_value();
        const double taken = 1000 * (processor_seconds() - begin);
        if (is_read) {
            give_up("a file that means harm was read");
        }
        rows.push_back({{"file", hostile.what}, {"bytes", hostile.file.size()}, {"ms", taken}});
    }
    return rows;
}

double largest(const ordered_json& rows, const char* key,
               const std::function<bool(const ordered_json&)>& counts) {
    double most = 0;
    for (const ordered_json& row : rows) {
        most = counts(row) ? std::max(most, row[key].get<double>()) : most;
    }
    return most;
}

ordered_json report() {
    ordered_json files = ordered_json::array();
    for (const Sample& sample : make_samples()) {
        files.push_back(measure(sample));
    }
    const ordered_json hostile = measure_hostile();
    const auto is_bulk = [](const ordered_json& row) {
        return row["file"].get<std::string>().ends_with("1000");
    };
    double slowest_bulk = 0;
    for (const ordered_json& row : files) {
        slowest_bulk = is_bulk(row)
                           ? std::max(slowest_bulk, 1000 / row["files_per_second"].get<double>())
                           : slowest_bulk;
    }
    const double worst_ratio =
        largest(files, "ratio", [&](const ordered_json& row) { return !is_bulk(row); });
    const double worst_hostile = largest(hostile, "ms", [](const auto&) { return true; });
    return {{"files", files},
            {"hostile", hostile},
            {"goals",
             {{{"goal", "small files: times the bare parser's time"},
               {"measured", worst_ratio},
               {"limit", goal_ratio},
               {"met", worst_ratio <= goal_ratio}},
              {{"goal", "bulk result of 1000 persons: ms"},
               {"measured", slowest_bulk},
               {"limit", goal_bulk_ms},
               {"met", slowest_bulk <= goal_bulk_ms}},
              {{"goal", "files that mean harm: ms until refused"},
               {"measured", worst_hostile},
               {"limit", goal_hostile_ms},
               {"met", worst_hostile < goal_hostile_ms}}}}};
}

void print(const ordered_json& report) {
    fmt::print("{:<22} {:<10} {:>9} {:>10} {:>12} {:>7} {:>7}\n", "file", "encoding", "bytes",
               "files/s", "bare files/s", "ratio", "MB/s");
    for (const ordered_json& row : report["files"]) {
        fmt::print("{:<22} {:<10} {:>9} {:>10.0f} {:>12.0f} {:>7.1f} {:>7.1f}\n",
                   row["file"].get<std::string>(), row["encoding"].get<std::string>(),
                   row["bytes"].get<std::size_t>(), row["files_per_second"].get<double>(),
                   row["bare_files_per_second"].get<double>(), row["ratio"].get<double>(),
                   row["megabytes_per_second"].get<double>());
    }
    for (const ordered_json& row : report["hostile"]) {
        fmt::print("{:<28} {:>9} bytes refused after {:>7.2f} ms\n", row["file"].get<std::string>(),
                   row["bytes"].get<std::size_t>(), row["ms"].get<double>());
    }
    for (const ordered_json& goal : report["goals"]) {
        fmt::print("{}: {:.1f}, goal {:.0f}: {}\n", goal["goal"].get<std::string>(),
                   goal["measured"].get<double>(), goal["limit"].get<double>(),
                   goal["met"].get<bool>() ? "met" : "NOT MET");
    }
}

} // namespace

int main(int argc, char** argv) {
    CLI::App program("Files of the eligibility service read a second", "bench_eligibility");
    bool as_json = false;
    program.add_flag("--json", as_json, "print one JSON object");
    CLI11_PARSE(program, argc, argv);
    const ordered_json result = report();
    if (as_json) {
        fmt::print("{}\n", result.dump(2));
    } else {
        print(result);
    }
    return 0;
}
