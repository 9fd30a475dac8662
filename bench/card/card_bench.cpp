// Prints the modelled figures of the card tasks as JSON. Run by bench/card/run, which brings the
// exchanges of OpenSC's tools.
#include "bench/card/card_report.hpp"
#include "hw-sim/card/personalisation.hpp"
#include "hw-sim/link/exchange_list.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace {

using namespace madoguchi;
using namespace madoguchi::bench;

struct Options {
    std::filesystem::path persona;
    std::filesystem::path state;
    std::filesystem::path certificate_list;
    std::filesystem::path pin_list;
};

Options parse(int argc, char** argv) {
    Options options;
    CLI::App program("Modelled figures of the card tasks, as JSON; ./dev bench card runs it.");
    program.add_option("--persona", options.persona, "persona folder")->required();
    program.add_option("--state", options.state, "keys of `madoguchi-sim issuer --state`")
        ->required();
    program.add_option("--opensc-certificate", options.certificate_list,
                       "exchanges of pkcs15-tool --read-certificate");
    program.add_option("--opensc-pins", options.pin_list, "exchanges of pkcs15-tool --list-pins");
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        std::exit(program.exit(error));
    }
    return options;
}

Result<nlohmann::ordered_json> make_report(const Options& options) {
    const auto persona = MADOGUCHI_TRY(sim::Persona::load(options.persona));
    sim::FolderKeyStore keys(options.state / "keys");
    sim::SimulatedIssuer issuer(keys);
    const auto anchors = MADOGUCHI_TRY(jpki::TrustAnchors::load(options.state / "anchors"));
    const auto content = MADOGUCHI_TRY(sim::personalise(persona, issuer));
    OtherExchanges opensc;
    if (!options.certificate_list.empty()) {
        opensc[CardTask::AuthenticationCertificate] =
            MADOGUCHI_TRY(sim::read_exchange_list(options.certificate_list));
    }
    if (!options.pin_list.empty()) {
        opensc[CardTask::PinStatus] = MADOGUCHI_TRY(sim::read_exchange_list(options.pin_list));
    }
    return report(content, {persona, anchors}, opensc);
}

} // namespace

int main(int argc, char** argv) {
    const auto report = make_report(parse(argc, argv));
    if (!report) {
        std::cerr << "bench_card: " << report.error().text() << "\n";
        return EXIT_FAILURE;
    }
    std::cout << report->dump(2) << "\n";
    return EXIT_SUCCESS;
}
