#include "hal/base/clock.hpp"
#include "hw-sim/cli/clock_option.hpp"
#include "hw-sim/cli/commands.hpp"
#include "hw-sim/cli/kind_option.hpp"
#include "hw-sim/cli/or_exit.hpp"
#include "hw-sim/eligibility/fhir_service.hpp"

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <string>

namespace madoguchi::sim::cli {

namespace {

struct Options {
    std::string personas;
    std::string kind{current_card_kind().name};
    std::string scenario = "eligible";
    std::string fault = "none";
    std::string certificates;
    std::string kept; // empty: nothing is kept
    int port = 0;
    int delay_ms = 0;
    std::string now; // empty: the machine's
};

std::optional<HttpFault> find_fault(const std::string& name) {
    const auto faults = all_http_faults();
    const auto found = std::find_if(faults.begin(), faults.end(),
                                    [&](const HttpFaultName& known) { return known.name == name; });
    return found == faults.end() ? std::nullopt : std::optional(found->fault);
}

CLI::Validator known_fault() {
    std::vector<std::string> names;
    for (const HttpFaultName& fault : all_http_faults()) {
        names.emplace_back(fault.name);
    }
    return CLI::IsMember(names);
}

CLI::Validator known_scenario() {
    return CLI::Validator(
        [](const std::string& name) {
            return find_scenario(name) == nullptr ? "no scenario of that name" : std::string();
        },
        "NAME");
}

// "scenario NAME" or "fault NAME".
void obey(const std::string& line, FhirService& service) {
    const std::string name = line.substr(std::min(line.find(' ') + 1, line.size()));
    const ServiceScenario* scenario = find_scenario(name);
    if (line.starts_with("scenario ") && scenario != nullptr) {
        service.play(*scenario);
    } else if (const auto fault = find_fault(name); line.starts_with("fault ") && fault) {
        service.fail_by(*fault);
    } else {
        std::cerr << "say \"scenario NAME\", \"fault NAME\" or \"quit\"\n";
        return;
    }
    std::cout << line << std::endl;
}

void run(const Options& options) {
    const ShiftedClock clock(options.now);
    auto people = or_exit(InsuredRegister::load(
        options.personas, or_exit(find_card_kind(options.kind)), date_in_japan(clock.civil_now())));
    FhirServiceSettings settings;
    settings.tls = or_exit(make_tls_files(options.certificates));
    settings.scenario = find_scenario(options.scenario);
    settings.port = options.port;
    settings.kept = options.kept;
    settings.delay = std::chrono::milliseconds(options.delay_ms);
    FhirService service =
        or_exit(FhirService::start(std::move(settings), std::move(people), clock));
    service.fail_by(*find_fault(options.fault));
    std::cout << service.address() << std::endl;
    for (std::string line; std::getline(std::cin, line) && line != "quit";) {
        obey(line, service);
    }
}

} // namespace

void add_fhir_command(CLI::App& program) {
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand(
        "fhir",
        "Answers eligibility questions as a FHIR service over HTTPS, on this machine alone");
    command->add_option("--personas", options->personas, "Folder of persona folders")->required();
    add_kind_option(*command, options->kind);
    command
        ->add_option("--certificates", options->certificates,
                     "Folder for the certificates of service and client, made anew")
        ->required();
    command->add_option("--scenario", options->scenario, "What to answer")
        ->check(known_scenario())
        ->capture_default_str();
    command->add_option("--fault", options->fault, "What is wrong with the service")
        ->check(known_fault())
        ->capture_default_str();
    command->add_option("--keep", options->kept,
                        "Folder in which every question and answer is kept, as they went");
    command->add_option("--port", options->port, "0: the system chooses")
        ->check(CLI::Range(0, 65535))
        ->capture_default_str();
    command->add_option("--delay-ms", options->delay_ms, "From question to answer")
        ->check(CLI::Range(0, 600'000))
        ->capture_default_str();
    add_clock_option(*command, options->now);
    command->callback([options] { run(*options); });
}

} // namespace madoguchi::sim::cli
