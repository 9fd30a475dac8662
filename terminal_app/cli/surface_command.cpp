#include "face/sandbox/sandboxed_decoder.hpp"
#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/cli/commands.hpp"
#include "terminal_app/cli/input_bytes.hpp"
#include "terminal_app/cli/surface_evaluation.hpp"
#include "terminal_app/cli/surface_picture.hpp"

#include <fmt/format.h>

#include <cmath>

namespace madoguchi::cli {

namespace {

struct SurfaceOptions {
    std::vector<std::string> pictures;
    std::string folder;
    bool json = false;
    bool show_personal = false;
};

std::string_view in_plain_words(surface::RefusalReason reason) {
    using surface::RefusalReason;
    switch (reason) {
    case RefusalReason::NotFound:
        return "no card lies wholly inside the picture; lay it flat, with a darker ground around";
    case RefusalReason::OtherShape:
        return "what lies there has not the shape of a card";
    case RefusalReason::Blank:
        return "the card has no print on this side";
    case RefusalReason::OtherCard:
        return "this is not the front of a My Number card";
    case RefusalReason::OutOfFocus:
        return "the picture is out of focus";
    case RefusalReason::Glare:
        return "a reflection hides a field; turn the card or the lamp a little";
    case RefusalReason::Unsure:
        break;
    }
    return "a field cannot be read for sure; uncover and wipe it, or type the number";
}

nlohmann::json field_json(const surface::NumberReader& reader, surface::Field field) {
    const surface::FieldStanding standing = reader.standing(field);
    return {{"agreeing_frames", standing.agreeing_frames},
            {"confidence", std::round(static_cast<double>(standing.confidence) * 100) / 100},
            {"sure", standing.is_sure}};
}

nlohmann::json report_of(surface::NumberReader& reader, const SurfaceOptions& options) {
    const CivilDate today = date_in_japan(SystemClock().civil_now());
    nlohmann::json report{{"frames", options.pictures.size()}};
    for (const surface::Field field : surface::all_fields) {
        report["fields"][std::string(name_of(field).view())] = field_json(reader, field);
    }
    if (auto number = reader.take_number(today)) {
        const SecretBytes digits = std::move(*number).take_digits();
        report["outcome"] = "read";
        if (options.show_personal) {
            report["number"] = as_text(digits.reveal());
        }
        return report;
    }
    const surface::Refusal refusal = reader.refusal(today);
    report["outcome"] = "not-read";
    report["reason"] = name_of(refusal.reason).view();
    report["field"] = nullptr;
    report["because"] = in_plain_words(refusal.reason);
    if (refusal.field) {
        report["field"] = name_of(*refusal.field).view();
    }
    return report;
}

void print_text(const nlohmann::json& report) {
    fmt::print("{}\n", report["outcome"].get<std::string>());
    if (report.contains("number")) {
        fmt::print("number: {}\n", report["number"].get<std::string>());
    }
    if (report.contains("reason")) {
        const std::string field =
            report["field"].is_null() ? "" : ", " + report["field"].get<std::string>();
        fmt::print("reason: {}{}: {}\n", report["reason"].get<std::string>(), field,
                   report["because"].get<std::string>());
    }
    for (const auto& [name, field] : report["fields"].items()) {
        fmt::print("{:14} confidence {:.2f}, {} of {} pictures\n", name,
                   field["confidence"].get<double>(), field["agreeing_frames"].get<int>(),
                   report["frames"].get<std::size_t>());
    }
}

Result<nlohmann::json> read_pictures(const SurfaceOptions& options) {
    const int agreeing = options.pictures.size() == 1 ? 1 : 2;
    surface::NumberReader reader = MADOGUCHI_TRY(surface::NumberReader::create(agreeing));
    face::SandboxedDecoder decoder(face::picture_sandbox());
    for (const std::string& picture : options.pictures) {
        const Frame frame = MADOGUCHI_TRY(read_surface_picture(decoder, picture));
        MADOGUCHI_TRY(reader.look_at(frame));
    }
    return report_of(reader, options);
}

void run_read(const SurfaceOptions& options) {
    const auto report = read_pictures(options);
    if (!report) {
        throw CLI::RuntimeError(report_unusable(report.error(), options.json));
    }
    options.json ? print_json(*report) : print_text(*report);
    if ((*report)["outcome"] != "read") {
        throw CLI::RuntimeError(exit_no);
    }
}

void print_summary(const nlohmann::json& summary) {
    fmt::print("{} scenes, {} frames\n", summary["scenes"].get<int>(),
               summary["frames"].get<int>());
    for (const char* const group : {"counts", "times"}) {
        for (const auto& [name, value] : summary[group].items()) {
            fmt::print("{:22} {:.0f}\n", name, value.get<double>());
        }
    }
    for (const auto& [group, reasons] : summary["refused"].items()) {
        for (const auto& [reason, count] : reasons.items()) {
            fmt::print("refused {}: {} ({})\n", group, reason, count.get<int>());
        }
    }
}

void run_evaluate(const SurfaceOptions& options) {
    const auto results = evaluate_surface(options.folder);
    if (!results) {
        throw CLI::RuntimeError(report_unusable(results.error(), options.json));
    }
    const nlohmann::json summary = summary_of(*results);
    options.json ? print_json(summary) : print_summary(summary);
    if (summary["counts"]["wrong_number"] != 0) {
        throw CLI::RuntimeError(exit_no);
    }
}

} // namespace

void add_surface_command(CLI::App& program) {
    auto* const surface_command =
        program.add_subcommand("surface", "Reads 照合番号B off pictures of a card front");
    surface_command->require_subcommand(1);
    const auto options = std::make_shared<SurfaceOptions>();
    auto* const read = surface_command->add_subcommand(
        "read", "Reads one card front; several pictures must agree");
    read->add_option("IMAGE", options->pictures, "PNG or JPEG")->required()->expected(1, 20);
    read->add_flag("--show-personal", options->show_personal, "also print the digits");
    read->add_flag("--json", options->json, "one JSON object on standard output");
    read->callback([options] { run_read(*options); });
    auto* const evaluate = surface_command->add_subcommand(
        "evaluate", "Counts how often the reader is right over frames with known truth");
    evaluate->add_option("DIR", options->folder, "folder with frames and truth.json")->required();
    evaluate->add_flag("--json", options->json, "one JSON object on standard output");
    evaluate->callback([options] { run_evaluate(*options); });
}

} // namespace madoguchi::cli
