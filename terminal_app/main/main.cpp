// madoguchi-terminal: the reception terminal (docs/command-line.md, docs/terminal-api.md).
#include "hal/base/dated_rules.hpp"
#include "hal/base/log.hpp"
#include "terminal_app/config/camera_gates.hpp"
#include "terminal_app/diagnostics/error_table.hpp"
#include "terminal_app/diagnostics/failure_explanation.hpp"
#include "terminal_app/main/exit_guard.hpp"
#include "terminal_app/main/stop_signal.hpp"
#include "terminal_app/main/terminal.hpp"
#include "terminal_app/server/terminal_server.hpp"
#include "terminal_app/service/headless_reception.hpp"
#include "terminal_app/workflow/workflow_page.hpp"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iostream>

namespace {

using namespace madoguchi;
using namespace madoguchi::terminal;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

constexpr int status_done = 0;
constexpr int status_failed = 1;
constexpr int status_usage = 2;
constexpr auto longest_end = 2000ms; // of the 3 s that a service manager grants

struct Arguments {
    std::string config;
    bool headless = false;
    bool serve = false;
    bool json = false;
    std::string way = "face";
    std::string consent = "none";
    bool print_workflow = false;
    bool print_failure_reasons = false;
    bool verify_journal = false;
};

void describe(CLI::App& app, Arguments& arguments) {
    app.add_option("--config", arguments.config, "settings file (packaging/terminal.example.toml)");
    app.add_flag("--headless", arguments.headless,
                 "receive one patient without a browser, then end");
    app.add_flag("--serve", arguments.serve,
                 "with --headless: serve the screens meanwhile; the address is printed on standard "
                 "error");
    app.add_flag("--json", arguments.json, "with --headless: print one JSON object");
    app.add_option("--way", arguments.way,
                   "with --headless: face, pin (PIN from standard input) or visual (same or "
                   "different from standard input)")
        ->check(CLI::IsMember({"face", "pin", "visual"}));
    app.add_option("--consent", arguments.consent, "with --headless: none or all")
        ->check(CLI::IsMember({"none", "all"}));
    app.add_flag("--print-workflow", arguments.print_workflow, "print docs/workflow.md and end");
    app.add_flag("--print-failure-reasons", arguments.print_failure_reasons,
                 "print docs/failure-reasons.md and end");
    app.add_flag("--verify-journal", arguments.verify_journal,
                 "check the chain of the audit journal and end");
}

// One line of standard input, read byte by byte so that no buffer keeps a copy.
SecretBytes read_line() {
    constexpr std::size_t longest_line = 64;
    SecretBytes line(longest_line);
    std::size_t size = 0;
    while (size < longest_line &&
           ::read(STDIN_FILENO, line.reveal_for_writing().data() + size, 1) == 1 &&
           line.reveal()[size] != '\n') {
        ++size;
    }
    return SecretBytes(line.reveal().first(size));
}

int report(const Error& error) {
    log::write_error(log::Level::Error, "terminal_not_started", error);
    const CauseAndRemedy& engineer = explanation_of(failure_reason_of(error)).engineer;
    std::cerr << "madoguchi-terminal: " << error.text() << "\n"
              << engineer.cause << " " << engineer.remedy << "\n";
    return status_failed;
}

Result<HeadlessWishes> read_wishes(const Arguments& arguments) {
    constexpr std::size_t pin_digits = jpki::current_card.public_key_service.pin_digits;
    HeadlessWishes wishes;
    wishes.way = way_named(arguments.way).value_or(Way::Face);
    wishes.consent_to_all = arguments.consent == "all";
    if (wishes.way == Way::Pin) {
        wishes.pin = MADOGUCHI_TRY(apdu::Pin::from_digits(read_line(), pin_digits, pin_digits));
    }
    if (wishes.way == Way::Visual) {
        const SecretBytes line = read_line();
        if (same_bytes(line.reveal(), as_bytes("same"))) {
            wishes.same_person = true;
        } else if (same_bytes(line.reveal(), as_bytes("different"))) {
            wishes.same_person = false;
        }
    }
    return wishes;
}

std::string listening_line(const TerminalServer& server) {
    return "{\"listening\":\"http://127.0.0.1:" + std::to_string(server.port()) + "\"}";
}

int receive_headless(Terminal& terminal, HeadlessWishes wishes, const Arguments& arguments,
                     const TerminalConfig& config, const StopSignal& signals) {
    const std::jthread watcher([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            if (signals.wait(100ms)) {
                terminal.stop();
                return;
            }
        }
    });
    std::optional<TerminalServer> server;
    if (arguments.serve) {
        auto started =
            TerminalServer::start(terminal.desk(), {config.server_port, config.web_root});
        if (!started) {
            return report(started.error());
        }
        std::cerr << listening_line(server.emplace(std::move(*started))) << std::endl;
    }
    const HeadlessResult result = receive_one(terminal.desk(), std::move(wishes));
    std::cout << (arguments.json ? to_json(result) + "\n" : to_text(result)) << std::flush;
    return exit_status(result);
}

int serve(Terminal& terminal, const TerminalConfig& config, const StopSignal& signals,
          ExitGuard& guard) {
    const auto server =
        TerminalServer::start(terminal.desk(), {config.server_port, config.web_root,
                                                terminal.later_list(), terminal.fallback()});
    if (!server) {
        return report(server.error());
    }
    std::cout << listening_line(*server) << std::endl;
    while (!signals.wait(1s)) {
    }
    log::write(log::Level::Info, "stop_signal");
    terminal.stop();
    guard.arm(status_done, longest_end); // the server's answers may hang as well
    return status_done;
}

// Another file's problem: it is named beside the key.
int report_gates(const ConfigProblem& problem) {
    std::cerr << "madoguchi-terminal: file named by face.gates: " << to_text(problem) << "\n";
    return status_usage;
}

int run_terminal(const Arguments& arguments, const TerminalConfig& config) {
    face::GateLimits gates;
    if (!config.face_gates.empty()) {
        const auto loaded = load_gates(config.face_gates, config.camera_frame);
        if (!loaded) {
            return report_gates(loaded.error());
        }
        gates = loaded->limits;
    }
    const StopSignal signals;
    std::optional<HeadlessWishes> wishes;
    if (arguments.headless) {
        auto read = read_wishes(arguments);
        if (!read) {
            std::cerr << "madoguchi-terminal: " << read.error().text() << "\n";
            return status_usage;
        }
        wishes = std::move(*read);
    }
    ExitGuard guard;
    auto terminal = Terminal::start(config, gates);
    if (!terminal) {
        return report(terminal.error());
    }
    const int status =
        wishes ? receive_headless(**terminal, std::move(*wishes), arguments, config, signals)
               : serve(**terminal, config, signals, guard);
    (*terminal)->stop();
    guard.arm(status, longest_end);
    terminal->reset();
    return status;
}

int verify_journal(const TerminalConfig& config) {
    const auto journal = AuditJournal::open(config.database);
    if (!journal) {
        return report(journal.error());
    }
    const auto verdict = journal->verify();
    if (!verdict) {
        return report(verdict.error());
    }
    std::cout << "{\"rows\":" << verdict->rows << ",\"first_broken\":"
              << (verdict->first_broken ? std::to_string(*verdict->first_broken) : "null") << "}\n";
    return verdict->first_broken ? 3 : status_done;
}

Result<void> use_rules(const std::filesystem::path& file) {
    constexpr std::size_t longest = 64U << 10U;
    std::ifstream stream(file, std::ios::binary);
    std::string text(longest, '\0');
    if (!stream || stream.read(text.data(), static_cast<std::streamsize>(longest))) {
        return fail(ErrorCode::ConfigInvalid,
                    "rules.table cannot be read, or is larger than 64 KiB; check its path");
    }
    text.resize(static_cast<std::size_t>(stream.gcount()));
    use_dated_rules(MADOGUCHI_TRY(DatedRules::parse(text)));
    return {};
}

int run(const Arguments& arguments) {
    if (arguments.print_workflow) {
        std::cout << workflow_page();
        return status_done;
    }
    if (arguments.print_failure_reasons) {
        std::cout << failure_reasons_page();
        return status_done;
    }
    const auto config = load_config(arguments.config);
    if (!config) {
        std::cerr << "madoguchi-terminal: " << to_text(config.error()) << "\n";
        return status_usage;
    }
    if (!config->log_file.empty()) {
        if (const auto used = log::use_file(config->log_file); !used) {
            return report(used.error());
        }
    }
    if (!config->rules_table.empty()) {
        if (const auto used = use_rules(config->rules_table); !used) {
            return report(used.error());
        }
    }
    return arguments.verify_journal ? verify_journal(*config) : run_terminal(arguments, *config);
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Reception terminal for the My Number card", "madoguchi-terminal");
    Arguments arguments;
    describe(app, arguments);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? status_done : status_usage;
    }
    return run(arguments);
}
