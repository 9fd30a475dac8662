#include "eligibility/fallback/fallback_ladder.hpp"
#include "hal/base/clock.hpp"
#include "terminal_app/cli/commands.hpp"
#include "terminal_app/cli/document_input.hpp"
#include "terminal_app/cli/private_file.hpp"
#include "terminal_app/documents/fallback_document.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <memory>

namespace madoguchi::cli {

namespace {

using nlohmann::ordered_json;
using namespace eligibility;
using namespace documents;

constexpr int status_unusable = 1;
constexpr int status_no = 3;

struct Options {
    std::string file; // "-": standard input
    std::filesystem::path out;
    std::string circumstance = "ordinary";
    bool with_check_digit = false;
    bool json = false;
};

CivilDate today() {
    return date_in_japan(SystemClock().civil_now());
}

[[noreturn]] void give_up(const Error& error, std::string_view key = {}) {
    std::fputs(fmt::format("madoguchi fallback: {}{}\n", error.text(),
                           key.empty() ? std::string() : fmt::format(" ({})", key))
                   .c_str(),
               stderr);
    throw CLI::RuntimeError(status_unusable);
}

Bytes content_of(const std::string& file) {
    auto content = document_content(file);
    if (!content) {
        give_up(content.error());
    }
    return std::move(*content);
}

template <typename Value>
Value used(FromDocument<Value> taken) {
    if (!taken) {
        give_up(taken.error().error, taken.error().key);
    }
    return std::move(*taken);
}

void print(const ordered_json& report, bool json, const std::string& text) {
    std::fputs((json ? report.dump(2) + "\n" : text).c_str(), stdout);
}

void ladder(const Options& options) {
    constexpr std::array all{VisitCircumstance::Ordinary,          VisitCircumstance::HelperComes,
                             VisitCircumstance::GuardianWithChild, VisitCircumstance::SchoolTrip,
                             VisitCircumstance::DataBlocked,       VisitCircumstance::CannotAct};
    const auto circumstance = *std::ranges::find_if(
        all, [&](VisitCircumstance one) { return rule_of(one).name == options.circumstance; });
    const CircumstanceRule& rule = rule_of(circumstance);
    ordered_json steps = ordered_json::array();
    std::string text;
    for (const FallbackStep step : ladder_on(today())) {
        const bool with_card = !judge_step({step, true, circumstance}, today());
        const bool without = !judge_step({step, false, circumstance}, today());
        if (with_card || without) {
            steps.push_back({{"step", name_of(step)}, {"needs_card", !without}});
            text += fmt::format("{}{}\n", name_of(step), without ? "" : " (with the card)");
        }
    }
    text += rule.note_needed.empty() ? std::string()
                                     : fmt::format("staff record: {}\n", rule.note_needed);
    print({{"circumstance", rule.name},
           {"steps", steps},
           {"offered_first", name_of(rule.offered_first)},
           {"face_may_be_compared", rule.face_may_be_compared},
           {"hides_address", rule.hides_address},
           {"note_needed", rule.note_needed}},
          options.json, text);
}

void check_certificate(const Options& options) {
    const auto faults = faults_of(used(read_certificate(content_of(options.file))), today());
    ordered_json listed = ordered_json::array();
    std::string text = faults.empty() ? "usable\n" : "";
    for (const EntryFault& fault : faults) {
        listed.push_back({{"field", name_of(fault.field)}, {"fault", name_of(fault.kind)}});
        text += fmt::format("{}: {}\n", name_of(fault.field), name_of(fault.kind));
    }
    print({{"usable", faults.empty()}, {"faults", listed}}, options.json, text);
    if (!faults.empty()) {
        throw CLI::RuntimeError(status_no);
    }
}

void declaration(const Options& options) {
    Declaration declared = used(read_declaration(content_of(options.file)));
    if (!declared.day.ok()) {
        declared.day = today();
    }
    const std::string page = declaration_page(declared);
    const auto written = write_private_file(
        options.out, ByteView(reinterpret_cast<const std::uint8_t*>(page.data()), page.size()));
    if (!written) {
        give_up(written.error());
    }
    const auto missing = missing_fields(declared);
    print({{"missing", missing}}, options.json,
          missing.empty() ? "complete\n"
                          : fmt::format("to be filled in by hand: {}\n", fmt::join(missing, ", ")));
}

void claim(const Options& options) {
    const ClaimHint hint = claim_hint(used(read_claim(content_of(options.file))),
                                      options.with_check_digit ? UnknownNumber::WithCheckDigit
                                                               : UnknownNumber::EightSevens);
    const InsuranceIdentity& insurance = hint.insurance;
    print({{"basis", name_of(hint.basis)},
           {"insurer_number", insurance.insurer_number},
           {"symbol", insurance.symbol},
           {"number", insurance.number},
           {"branch", insurance.branch},
           {"summary", hint.summary},
           {"missing", hint.missing}},
          options.json,
          fmt::format("{}\ninsurer number: {}\nsymbol: {}  number: {}  branch: {}\nsummary: {}\n",
                      name_of(hint.basis), insurance.insurer_number, insurance.symbol,
                      insurance.number, insurance.branch, hint.summary));
}

CLI::App* add_action(CLI::App& parent, const std::string& name, const std::string& what,
                     const std::shared_ptr<Options>& options, void (*action)(const Options&)) {
    CLI::App* command = parent.add_subcommand(name, what);
    command->add_flag("--json", options->json, "Print one JSON object");
    command->callback([options, action] { action(*options); });
    return command;
}

void add_file(CLI::App& command, const std::shared_ptr<Options>& options) {
    command.add_option("file", options->file, "A JSON document; - for standard input")->required();
}

} // namespace

void add_fallback_command(CLI::App& program) {
    CLI::App* command =
        program.add_subcommand("fallback", "What to do when the online check does not work");
    command->require_subcommand(1);
    const auto options = std::make_shared<Options>();
    add_action(*command, "ladder", "Today's means of proof, in their order", options, ladder)
        ->add_option("--circumstance", options->circumstance, "Why the visit is unlike others")
        ->check(CLI::IsMember({"ordinary", "helper-comes", "guardian-with-child", "school-trip",
                               "data-blocked", "cannot-act"}));
    add_file(*add_action(*command, "check-certificate",
                         "Whether what was typed from a 資格確認書 can be", options,
                         check_certificate),
             options);
    CLI::App* page =
        add_action(*command, "declaration", "A 被保険者資格申立書 as a page that prints on A4",
                   options, declaration);
    add_file(*page, options);
    page->add_option("--out", options->out, "The page; a new file, readable by its owner alone")
        ->required();
    CLI::App* hint =
        add_action(*command, "claim", "Under which number a visit is claimed", options, claim);
    add_file(*hint, options);
    hint->add_flag("--with-check-digit", options->with_check_digit,
                   "77777779 in place of eight sevens, for receipt computers that check");
}

} // namespace madoguchi::cli
