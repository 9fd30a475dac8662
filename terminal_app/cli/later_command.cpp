#include "hal/base/clock.hpp"
#include "terminal_app/cli/commands.hpp"
#include "terminal_app/store/later_list.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>

namespace madoguchi::cli {

namespace {

using nlohmann::ordered_json;
using terminal::LaterList;
using terminal::LaterQuestion;
using terminal::LaterRow;
using terminal::LaterState;

constexpr int status_unusable = 1;
constexpr int status_no = 3;

struct Options {
    std::filesystem::path database;
    std::int64_t number = 0;
    std::string as = "given-up";
    bool show_personal = false;
    bool json = false;
};

[[noreturn]] void give_up(const Error& error) {
    fmt::print(stderr, "madoguchi later: {}\n", error.text());
    throw CLI::RuntimeError(status_unusable);
}

template <typename T>
T used(Result<T> result) {
    if (!result) {
        give_up(result.error());
    }
    return std::move(*result);
}

const SystemClock& system_clock() {
    static const SystemClock clock;
    return clock;
}

// Only a list that is there: a typing error must not make a new one.
LaterList opened(const Options& options) {
    if (!std::filesystem::is_regular_file(options.database)) {
        give_up({ErrorCode::FileUnreadable,
                 "there is no such list; see [later] database in the terminal's settings"});
    }
    LaterList list = used(LaterList::open(options.database, system_clock()));
    if (!list.moved_aside().empty()) {
        fmt::print(stderr, "madoguchi later: the list was damaged; it was moved to {}\n",
                   list.moved_aside().string());
    }
    for (const std::string& key : used(list.foreign_keys())) {
        fmt::print(stderr,
                   "madoguchi later: rows are sealed under key {}, which is not the one here; put "
                   "it back\n",
                   key);
    }
    return list;
}

std::string text_of(CivilTime time) {
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", time);
}

ordered_json or_null(const std::optional<CivilTime>& time) {
    return time ? ordered_json(text_of(*time)) : ordered_json();
}

std::string text_of(CivilDate date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

ordered_json personal(const LaterQuestion& question) {
    const eligibility::InsuranceIdentity& insurance = question.insurance;
    return {{"visit_day", text_of(question.visit_day)},
            {"reference_number", question.reference_number},
            {"insurer_number", insurance.insurer_number},
            {"symbol", insurance.symbol},
            {"number", insurance.number},
            {"branch", insurance.branch},
            {"birth_date", text_of(question.birth_date)},
            {"name", question.person.name},
            {"kana", question.person.kana}};
}

ordered_json document(const LaterList& list, const LaterRow& row, bool show_personal) {
    ordered_json made{{"number", row.number},
                      {"state", name_of(row.state)},
                      {"reason", row.reason},
                      {"asks", row.asks},
                      {"kept_at", text_of(row.created_at)},
                      {"asked_at", or_null(row.asked_at)},
                      {"settled_at", or_null(row.settled_at)},
                      {"key", row.key_id}};
    if (show_personal) {
        const auto question = list.question(row.number);
        made["personal"] = question && *question ? personal(**question) : ordered_json();
    }
    return made;
}

void print_line(const ordered_json& row) {
    fmt::print("{:>6}  {:<12} {:<24} asks {:<3} kept {}\n", row["number"].get<std::int64_t>(),
               row["state"].get<std::string>(), row["reason"].get<std::string>(),
               row["asks"].get<unsigned>(), row["kept_at"].get<std::string>());
    if (row.contains("personal") && row["personal"].is_object()) {
        for (const auto& [key, value] : row["personal"].items()) {
            fmt::print("        {}: {}\n", key, value.get<std::string>());
        }
    }
}

void list_rows(const Options& options) {
    const LaterList list = opened(options);
    ordered_json rows = ordered_json::array();
    for (const LaterRow& row : used(list.rows())) {
        rows.push_back(document(list, row, options.show_personal));
    }
    if (options.json) {
        fmt::print("{}\n", ordered_json{{"rows", rows}}.dump(2));
        return;
    }
    for (const ordered_json& row : rows) {
        print_line(row);
    }
    if (rows.empty()) {
        fmt::print("nothing is to be confirmed later\n");
    }
}

void report(bool done, const char* refusal) {
    if (!done) {
        fmt::print(stderr, "madoguchi later: {}\n", refusal);
        throw CLI::RuntimeError(status_no);
    }
    fmt::print("done\n");
}

void retry(const Options& options) {
    LaterList list = opened(options);
    report(used(list.retry(options.number)),
           "there is no such row, or it was confirmed and its question is gone");
}

void close(const Options& options) {
    LaterList list = opened(options);
    const auto as = terminal::later_state_named(options.as).value_or(LaterState::GivenUp);
    report(used(list.close(options.number, as)), "there is no such row, or it is closed");
}

CLI::App* add_action(CLI::App& parent, const std::string& name, const std::string& what,
                     const std::shared_ptr<Options>& options, void (*action)(const Options&)) {
    CLI::App* command = parent.add_subcommand(name, what);
    command
        ->add_option("--database", options->database,
                     "The list, as [later] database names it in the terminal's settings")
        ->required();
    command->callback([options, action] { action(*options); });
    return command;
}

} // namespace

void add_later_command(CLI::App& program) {
    CLI::App* command = program.add_subcommand(
        "later", "Visits whose insurance is to be confirmed later (後日確認)");
    command->require_subcommand(1);
    const auto options = std::make_shared<Options>();
    CLI::App* listing =
        add_action(*command, "list", "All of them, oldest first", options, list_rows);
    listing->add_flag("--json", options->json, "Print one JSON object");
    listing->add_flag("--show-personal", options->show_personal,
                      "With what is sealed: name, birth date, numbers");
    add_action(*command, "retry", "Has the terminal ask about one again, as if it were new",
               options, retry)
        ->add_option("number", options->number, "Its number")
        ->required();
    CLI::App* closing = add_action(*command, "close", "Settles one by hand", options, close);
    closing->add_option("number", options->number, "Its number")->required();
    closing->add_option("--as", options->as, "How: given-up (default) or confirmed")
        ->check(CLI::IsMember({"given-up", "confirmed"}));
}

} // namespace madoguchi::cli
