#include "eligibility/oqs/folder_watch.hpp"
#include "eligibility/oqs/shared_folder.hpp"
#include "eligibility/oqs/xml_document.hpp"
#include "terminal_app/cli/eligibility_actions.hpp"
#include "terminal_app/cli/eligibility_message_report.hpp"
#include "terminal_app/cli/stop_request.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cstdio>
#include <memory>

namespace madoguchi::cli {

namespace {

using Json = nlohmann::ordered_json;

struct WatchOptions {
    std::filesystem::path folder;
    bool json = false;
    unsigned seconds = 0; // 0: until stopped
};

constexpr std::chrono::milliseconds look_interval{500}; // between looks for Ctrl-C

Json line_for(const eligibility::oqs::AppearedFile& file) {
    const ReadMessage message = read_message_file(file.path.filename().string(), file.content);
    const Json report = to_json(message, PersonalData::Hide);
    return {{"at", fmt::format("{:%FT%TZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(
                                                std::chrono::system_clock::now())))},
            {"folder", file.path.parent_path().filename().string()},
            {"name", file.path.filename().string()},
            {"file_kind", report["file_kind"]},
            {"form", report["form"]},
            {"outcome", report.contains("outcome") ? report["outcome"] : Json(nullptr)},
            {"cause", message.file ? Json(nullptr) : Json(message.file.error().text())}};
}

void print_line(const Json& line, bool json) {
    if (json) {
        fmt::print("{}\n", line.dump());
    } else {
        const auto word = [&](const char* key) {
            return line[key].is_null() ? std::string("-") : line[key].get<std::string>();
        };
        fmt::print("{} {}/{} {} {} {}\n", word("at"), word("folder"), word("name"), word("form"),
                   word("outcome"), line["cause"].is_null() ? std::string() : word("cause"));
    }
    std::fflush(stdout);
}

void watch(const WatchOptions& options) {
    if (!eligibility::oqs::is_folder(options.folder)) {
        give_up_eligibility("watch", "the folder is missing; check its path and the share");
    }
    eligibility::oqs::FolderWatch folders(
        {options.folder / "req", options.folder / "res", options.folder / "face", options.folder},
        eligibility::oqs::bulk_size_limit);
    const StopRequest stop;
    const Deadline end = Deadline::after(std::chrono::seconds{options.seconds});
    fmt::print(stderr, "watching; Ctrl-C ends\n");
    while (!stop.received() && (options.seconds == 0 || !end.has_passed())) {
        for (const auto& file : folders.next(Deadline::after(look_interval))) {
            print_line(line_for(file), options.json);
        }
    }
}

} // namespace

void add_eligibility_watch(CLI::App& parent) {
    CLI::App* command = parent.add_subcommand(
        "watch", "Tells of every file that appears in the shared folder, nothing of a person");
    auto options = std::make_shared<WatchOptions>();
    command->add_option("--folder", options->folder, "Folder with req, res and face")->required();
    command->add_flag("--json", options->json, "Print one JSON object a line");
    command->add_option("--for", options->seconds, "End after this many seconds")
        ->check(CLI::Range(1, 86'400));
    command->callback([options] { watch(*options); });
}

} // namespace madoguchi::cli
