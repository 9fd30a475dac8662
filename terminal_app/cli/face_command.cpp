#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/commands.hpp"
#include "terminal_app/cli/face_actions.hpp"

#include <memory>

namespace madoguchi::cli {

namespace {

void end_with(int status) {
    if (status != exit_yes) {
        throw CLI::RuntimeError(status);
    }
}

void add_compare(CLI::App& face_command) {
    const auto options = std::make_shared<CompareOptions>();
    CLI::App* command =
        face_command.add_subcommand("compare", "Says whether two pictures show one person");
    command->add_option("A", options->first, "picture: PNG, JPEG or JPEG 2000")->required();
    command->add_option("B", options->second, "another picture")->required();
    add_model_options(*command, options->models);
    add_engine_options(*command, options->models);
    add_calibration_option(*command, options->models);
    command->add_flag("--json", options->json, "one JSON object on standard output");
    command->callback([options] { end_with(compare_faces(*options)); });
}

void add_list_options(CLI::App& command, PairListOptions& options) {
    constexpr int least_chip_bytes = 500;
    constexpr int most_chip_bytes = 65536;
    command
        .add_option("--pairs", options.pairs,
                    "list: path, path, same|different, perhaps a condition, separated by tabs or "
                    "commas; or LFW's pairs.txt")
        ->check(CLI::ExistingFile.description(""))
        ->type_name("FILE")
        ->required();
    command
        .add_option("--pictures", options.pictures,
                    "folder that relative paths begin at (default: the list's)")
        ->check(CLI::ExistingDirectory.description(""))
        ->type_name("DIR");
    command
        .add_option("--as-chip", options.as_chip,
                    "first make the first picture of each pair a card's photo of at most so many "
                    "bytes (192 x 240, grey, JPEG 2000)")
        ->check(CLI::Range(least_chip_bytes, most_chip_bytes).description(""))
        ->type_name("BYTES");
    add_model_options(command, options.models);
    add_engine_options(command, options.models);
}

void add_evaluate(CLI::App& face_command) {
    const auto options = std::make_shared<EvaluateOptions>();
    CLI::App* command = face_command.add_subcommand(
        "evaluate", "Error rates over listed pairs of pictures whose truth is known");
    add_list_options(*command, *options);
    add_calibration_option(*command, options->models);
    command->add_option("--plot", options->plot, "draw the error trade-off into this SVG file")
        ->type_name("FILE");
    command->add_flag("--json", options->json, "one JSON object on standard output");
    command->footer("Exit status 0: evaluated. 1: the list, a picture file or the models cannot be "
                    "used.");
    command->callback([options] { end_with(evaluate_faces(*options)); });
}

void add_transactions(CLI::App& face_command) {
    const auto options = std::make_shared<TransactionOptions>();
    CLI::App* command = face_command.add_subcommand(
        "transactions", "Acceptance of whole receptions over listed photos and picture sequences");
    add_list_options(*command, *options);
    add_calibration_option(*command, options->models);
    command->add_flag("--json", options->json, "one JSON object on standard output");
    command->footer("Exit status 0: evaluated. 1: the list, a picture file or the models cannot be "
                    "used.");
    command->callback([options] { end_with(evaluate_transactions(*options)); });
}

void add_calibrate(CLI::App& face_command) {
    constexpr int most_frames = 30;
    const auto options = std::make_shared<CalibrateOptions>();
    CLI::App* command = face_command.add_subcommand(
        "calibrate", "Derives the thresholds of a reception from listed pairs");
    add_list_options(*command, *options);
    command
        ->add_option("--frames", options->frames,
                     "live pictures that are averaged: pairs that follow each other with one "
                     "first picture and one folder of second ones")
        ->check(CLI::Range(1, most_frames).description(""))
        ->capture_default_str();
    CLI::Option* out =
        command->add_option("--out", options->out, "write the calibration into this file")
            ->type_name("FILE");
    out->needs(
        command->add_option("--provenance", options->provenance,
                            "whose pictures these are and how they were taken, for that file"));
    command->footer("Exit status 0: at least one threshold derived. 1: too few pairs for any, or "
                    "the list, a picture file or the models cannot be used.");
    command->callback([options] { end_with(calibrate_faces(*options)); });
}

void add_liveness(CLI::App& face_command) {
    const auto options = std::make_shared<LivenessOptions>();
    CLI::App* command = face_command.add_subcommand(
        "liveness", "Error rates of the check for living people, by species of attack");
    command
        ->add_option("--live", options->live,
                     "list of living people: one a line, pictures that look straight, turn left, "
                     "turn right (tabs between, commas within)")
        ->type_name("FILE");
    command
        ->add_option("--attacks", options->attacks,
                     "list of attacks of one species, for example print:prints.tsv")
        ->type_name("SPECIES:FILE");
    add_model_options(*command, options->models);
    command->add_flag("--json", options->json, "one JSON object on standard output");
    command->footer("Exit status 0: evaluated. 1: a list, a picture file or the models cannot be "
                    "used.");
    command->callback([options] { end_with(evaluate_liveness(*options)); });
}

void add_camera_check(CLI::App& face_command) {
    constexpr int longest = 120;
    const auto options = std::make_shared<CameraCheckOptions>();
    CLI::App* command = face_command.add_subcommand(
        "camera-check", "Looks at a person through the face camera and says what to set up better");
    command
        ->add_option("--camera", options->camera,
                     "device:N, video:PATH, pictures:WHERE or pictures@RATE:WHERE")
        ->type_name("SOURCE")
        ->required();
    command->add_option("--frame", options->frame, "size of its pictures")
        ->check(CLI::IsMember({"320x240", "640x480", "800x600", "1280x720", "1920x1080"}))
        ->capture_default_str();
    command->add_option("--seconds", options->seconds, "how long to look")
        ->check(CLI::Range(1, longest).description(""))
        ->capture_default_str();
    command->add_option("--report", options->report, "draw the findings into this HTML file")
        ->type_name("FILE");
    command
        ->add_option("--write-gates", options->write_gates,
                     "write gates for this camera, for [face] gates of the terminal's settings")
        ->type_name("FILE");
    add_model_options(*command, options->models);
    command->add_flag("--json", options->json, "one JSON object on standard output");
    command->footer("Exit status 0: good or borderline. 3: something is bad. 1: the camera, the "
                    "models or a file cannot be used, or too few pictures show a face for gates.");
    command->callback([options] { end_with(check_face_camera(*options)); });
}

} // namespace

void add_face_command(CLI::App& program) {
    CLI::App* face_command = program.add_subcommand("face", "Finds and compares faces");
    face_command->require_subcommand(1);
    add_compare(*face_command);
    add_evaluate(*face_command);
    add_transactions(*face_command);
    add_liveness(*face_command);
    add_calibrate(*face_command);
    add_camera_check(*face_command);
}

} // namespace madoguchi::cli
