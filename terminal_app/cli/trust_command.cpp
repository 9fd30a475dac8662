#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/commands.hpp"
#include "terminal_app/cli/trust_actions.hpp"

#include <array>
#include <map>
#include <memory>

namespace madoguchi::cli {

namespace {

void end_with(int status) {
    if (status != exit_yes) {
        throw CLI::RuntimeError(status);
    }
}

// --name FILE or --name-hex DIGITS.
struct EitherOption {
    CLI::Option* file;
    CLI::Option* digits;

    void require() const {
        if (file->empty() && digits->empty()) {
            throw CLI::RequiredError(file->get_name() + " or " + digits->get_name());
        }
    }
};

EitherOption add_bytes(CLI::App& command, const std::string& name, BytesOption& bytes,
                       const std::string& what) {
    CLI::Option* file = command.add_option("--" + name, bytes.file, what)
                            ->check(CLI::ExistingFile.description(""))
                            ->type_name("FILE");
    CLI::Option* digits =
        command.add_option("--" + name + "-hex", bytes.hex, "the same in hexadecimal digits")
            ->type_name("DIGITS")
            ->excludes(file);
    return {file, digits};
}

void add_verify_signature(CLI::App& trust) {
    const auto options = std::make_shared<SignatureOptions>();
    CLI::App* command =
        trust.add_subcommand("verify-signature", "Whether a key made a signature over a message");
    std::map<std::string, jpki::SignatureAlgorithm> algorithms;
    std::string names;
    for (const jpki::SignatureAlgorithm algorithm : jpki::all_signature_algorithms()) {
        algorithms.emplace(jpki::name_of(algorithm), algorithm);
        names += (names.empty() ? "" : ", ") + jpki::name_of(algorithm);
    }
    command
        ->add_option_function<std::string>(
            "--algorithm",
            [options, algorithms](const std::string& name) {
                options->algorithm = algorithms.at(name);
            },
            "one of " + names)
        ->check(CLI::IsMember(algorithms).description(""))
        ->type_name("NAME")
        ->required();
    const std::array inputs{
        add_bytes(*command, "key", options->key, "public key, DER or PEM (SubjectPublicKeyInfo)"),
        add_bytes(*command, "message", options->message, "what was signed"),
        add_bytes(*command, "signature", options->signature,
                  "RSA: as long as the key; ECDSA: DER of r and s")};
    command->add_flag("--json", options->json, "one JSON object on standard output");
    command->footer("Exit status 0: good. 3: refused. 1: key or files cannot be used.");
    command->callback([options, inputs] {
        for (const EitherOption& input : inputs) {
            input.require();
        }
        end_with(verify_signature(*options));
    });
}

void add_path(CLI::App& trust) {
    const auto options = std::make_shared<PathOptions>();
    CLI::App* command = trust.add_subcommand(
        "path", "Every check of certificates against the anchors, without a card");
    command->add_option("--anchors", options->anchors, "folder of trust anchors")
        ->check(CLI::ExistingDirectory.description(""))
        ->type_name("DIR")
        ->required();
    command->add_option("--at", options->at, "time, like 2026-06-01T12:00:00Z; default now")
        ->type_name("TIME");
    const std::map<std::string, CertificateKind> kinds{
        {"user-authentication", CertificateKind::UserAuthentication},
        {"card-data", CertificateKind::CardData}};
    command
        ->add_option("--kind", options->kind,
                     "user-authentication (X.509, default) or card-data (CV certificate)")
        ->transform(CLI::CheckedTransformer(kinds).description(""))
        ->type_name("KIND");
    const std::map<std::string, jpki::GraceRule> rules{
        {"none", jpki::GraceRule::None},
        {"three-months", jpki::GraceRule::ThreeMonths},
        {"month-end", jpki::GraceRule::ThreeMonthsFromMonthEnd}};
    command
        ->add_option("--grace", options->grace,
                     "how long an expired one is accepted: none, three-months (default), or "
                     "month-end (three months from the end of the month)")
        ->transform(CLI::CheckedTransformer(rules).description(""))
        ->type_name("RULE");
    command->add_flag("--json", options->json, "one JSON object on standard output");
    command->add_option("certificates", options->certificates, "certificate files, DER or PEM")
        ->check(CLI::ExistingFile.description(""))
        ->type_name("FILE")
        ->required();
    command->footer("Exit status 0: every certificate accepted. 3: at least one refused. 1: "
                    "anchors or files cannot be used.");
    command->callback([options] { end_with(verify_path(*options)); });
}

} // namespace

void add_trust_command(CLI::App& program) {
    CLI::App* trust =
        program.add_subcommand("trust", "Checks signatures and certificates in files");
    trust->require_subcommand(1);
    add_verify_signature(*trust);
    add_path(*trust);
    CLI::App* checks = trust->add_subcommand("checks", "Every check by name, and what it proves");
    const auto json = std::make_shared<bool>(false);
    checks->add_flag("--json", *json, "one JSON object on standard output");
    checks->callback([json] { end_with(list_checks(*json)); });
}

} // namespace madoguchi::cli
