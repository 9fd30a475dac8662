#include "hal/base/clock.hpp"
#include "hal/base/log.hpp"
#include "hw-sim/cli/clock_option.hpp"
#include "hw-sim/cli/commands.hpp"
#include "hw-sim/cli/kind_option.hpp"
#include "hw-sim/cli/or_exit.hpp"
#include "hw-sim/eligibility/eligibility_service.hpp"
#include "hw-sim/eligibility/official_reader.hpp"
#include "hw-sim/eligibility/patient_index_file.hpp"
#include "hw-sim/eligibility/registration_lag.hpp"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <iostream>
#include <memory>
#include <string>

namespace madoguchi::sim::cli {

namespace {

struct Options {
    std::string folder;
    std::string personas;
    std::string kind{current_card_kind().name};
    std::string scenario = "eligible";
    std::string encoding = "utf-8";
    std::string patient_index;
    std::uint64_t seed = 1;
    int delay_ms = 150;
    std::string insurer = "kyokai";
    int days_since_job_change = -1; // negative: nobody changed
    std::string job_change_on;      // a day; empty: as days_since_job_change says
    bool by_new_number = false;
    std::string now; // empty: the machine's
};

constexpr int work_interval_ms = 20;

volatile std::sig_atomic_t stop_asked = 0;

void ask_to_stop(int /*signal*/) {
    stop_asked = 1;
}

// Commands on standard input: "scenario NAME", "face PERSONA", "face-old PERSONA", "face-again" and
// "quit"; its end ends the service too.
class CommandInput {
public:
    // Waits up to one work interval. False: the service shall end.
    [[nodiscard]] bool serve(EligibilityService& service, OfficialReader& reader) {
        pollfd input{STDIN_FILENO, POLLIN, 0};
        if (::poll(&input, 1, work_interval_ms) <= 0) {
            return true; // nothing said, or a signal
        }
        char buffer[256];
        const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (count <= 0 || pending_.size() > sizeof buffer) {
            return false;
        }
        pending_.append(buffer, static_cast<std::size_t>(count));
        for (std::size_t end = pending_.find('\n'); end != std::string::npos;
             end = pending_.find('\n')) {
            const std::string line = pending_.substr(0, end);
            pending_.erase(0, end + 1);
            if (line == "quit") {
                return false;
            }
            obey(line, service, reader);
        }
        return true;
    }

private:
    static void obey(const std::string& line, EligibilityService& service, OfficialReader& reader) {
        const std::size_t space = std::min(line.find(' '), line.size());
        const std::string verb = line.substr(0, space);
        const std::string name = line.substr(std::min(space + 1, line.size()));
        const ServiceScenario* scenario = verb == "scenario" ? find_scenario(name) : nullptr;
        if (scenario != nullptr) {
            service.play(*scenario);
        } else if (const auto left = leave_face_file(verb, name, reader); !left) {
            std::cerr << left.error().text() << '\n';
            return;
        }
        std::cout << line << std::endl;
    }

    static Result<void> leave_face_file(const std::string& verb, const std::string& persona,
                                        OfficialReader& reader) {
        if (verb == "face") {
            return reader.serve(persona);
        }
        if (verb == "face-old") { // of a visit before this one
            return reader.serve(persona, std::chrono::minutes(10));
        }
        if (verb == "face-again") {
            return reader.repeat();
        }
        return fail(ErrorCode::ValueInvalid,
                    "say \"scenario NAME\", \"face PERSONA\", \"face-old PERSONA\", "
                    "\"face-again\" or \"quit\"");
    }

    std::string pending_;
};

[[noreturn]] void give_up(const Error& error) {
    std::cerr << "madoguchi-sim eligibility: " << error.text() << '\n';
    throw CLI::RuntimeError(1);
}

// Negative: nobody changed, or not yet.
int days_since_job_change(const Options& options, CivilDate today) {
    if (options.job_change_on.empty()) {
        return options.days_since_job_change;
    }
    const CivilDate changed = date_in_japan(*moment_named(options.job_change_on));
    return static_cast<int>(
        (std::chrono::sys_days(today) - std::chrono::sys_days(changed)).count());
}

const ServiceScenario& scenario_of(const Options& options, CivilDate today) {
    const int days = days_since_job_change(options, today);
    if (days < 0) {
        return *find_scenario(options.scenario);
    }
    const RegistrationLag& lag = *find_registration_lag(options.insurer);
    return options.by_new_number ? answer_by_new_number(lag, days)
                                 : answer_by_old_number(lag, days);
}

void serve(const Options& options, InsuredRegister people, const Clock& clock) {
    EligibilityServiceSettings settings;
    settings.folder = options.folder;
    settings.scenario = &scenario_of(options, date_in_japan(clock.civil_now()));
    settings.encoding = options.encoding == "utf-8" ? FileEncoding::Utf8 : FileEncoding::ShiftJis;
    settings.order_seed = options.seed;
    settings.delay = std::chrono::milliseconds(options.delay_ms);
    auto reader = OfficialReader::open(settings.folder / "face", people, clock);
    auto service = EligibilityService::open(std::move(settings), std::move(people), clock);
    if (!service || !reader) {
        give_up(service ? reader.error() : service.error());
    }
    std::signal(SIGTERM, ask_to_stop);
    std::signal(SIGINT, ask_to_stop);
    std::cout << "ready" << std::endl;
    CommandInput input;
    while (stop_asked == 0 && input.serve(*service, *reader)) {
        if (const auto worked = service->work(); !worked) {
            // A full or vanished folder is a scenario too: say it and go on.
            log::write_error(log::Level::Warning, "answer not left", worked.error());
        }
    }
}

void run(const Options& options) {
    const ShiftedClock clock(options.now);
    const CivilDate today = date_in_japan(clock.civil_now());
    auto people =
        InsuredRegister::load(options.personas, or_exit(find_card_kind(options.kind)), today);
    if (!people) {
        give_up(people.error());
    }
    if (!options.patient_index.empty()) {
        if (const auto written = write_patient_index(options.patient_index, *people); !written) {
            give_up(written.error());
        }
    }
    if (!options.folder.empty()) {
        serve(options, std::move(*people), clock);
    }
}

CLI::Validator known_scenario() {
    std::vector<std::string> names;
    for (const ServiceScenario& scenario : all_scenarios()) {
        names.emplace_back(scenario.name);
    }
    return CLI::IsMember(names);
}

} // namespace

void add_eligibility_command(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand(
        "eligibility", "Answers the eligibility requests of a folder, or writes a patient index");
    command->add_option("--personas", options->personas, "Folder of persona folders")->required();
    add_kind_option(*command, options->kind);
    auto* folder = command->add_option("--folder", options->folder,
                                       "Folder with req and res; made when missing");
    command->add_option("--scenario", options->scenario, "What to answer")
        ->check(known_scenario())
        ->capture_default_str();
    command->add_option("--encoding", options->encoding, "Of the answers")
        ->check(CLI::IsMember({"utf-8", "shift_jis"}))
        ->capture_default_str();
    command->add_option("--delay-ms", options->delay_ms, "From request to answer")
        ->check(CLI::Range(0, 600'000))
        ->capture_default_str();
    command
        ->add_option("--days-since-job-change", options->days_since_job_change,
                     "Answer as so many days after a change of insurer, by the old number")
        ->check(CLI::Range(0, 365));
    command
        ->add_option("--job-change-on", options->job_change_on,
                     "The day of that change; how long ago it was follows from the clock")
        ->check([](const std::string& text) {
            return moment_named(text) ? std::string() : std::string("no such day");
        })
        ->excludes("--days-since-job-change")
        ->type_name("DAY");
    add_clock_option(*command, options->now);
    command->add_option("--insurer", options->insurer, "Whose lag: kyokai or union")
        ->check(CLI::IsMember({"kyokai", "union"}))
        ->capture_default_str();
    command->add_flag("--by-new-number", options->by_new_number,
                      "The patient index has the new insurer's number already");
    command->add_option("--seed", options->seed, "Of the order of elements")->capture_default_str();
    auto* index = command->add_option("--write-patient-index", options->patient_index,
                                      "Write the clinic's patient index (CSV) to this file");
    command->callback([=] {
        if (folder->count() + index->count() == 0) {
            throw CLI::RequiredError("--folder or --write-patient-index");
        }
        run(*options);
    });
}

} // namespace madoguchi::sim::cli
