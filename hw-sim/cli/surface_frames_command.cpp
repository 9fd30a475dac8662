#include "hw-sim/card/civil_dates.hpp"
#include "hw-sim/cli/commands.hpp"
#include "hw-sim/cli/kind_option.hpp"
#include "hw-sim/cli/or_exit.hpp"
#include "hw-sim/surface/frame_folder.hpp"

#include <memory>

namespace madoguchi::sim::cli {

namespace {

struct FramesOptions {
    std::filesystem::path out;
    std::filesystem::path persona;
    std::filesystem::path personas;
    std::uint64_t seed = 1;
    int count = 10;
    int frames = 3;
    std::string today = "2026-11-20";
    std::string kind{current_card_kind().name};
};

SceneKind some_kind(RandomSource& random) {
    const double drawn = random.between(0, 1);
    return drawn < 0.9 ? SceneKind::Usual : drawn < 0.95 ? SceneKind::Hidden : SceneKind::Foreign;
}

SurfaceScene invented_scene(const FramesOptions& options, CivilDate today, RandomSource random) {
    const PrintedFront front = or_exit(invent_front(options.personas, today, random));
    const SceneKind kind = some_kind(random);
    return or_exit(draw_scene(front, kind, options.frames, random));
}

// The card of a kind as its holder has it today, like `madoguchi-sim card`.
PrintedFront front_of_kind(const FramesOptions& options) {
    const CardKind kind = or_exit(find_card_kind(options.kind));
    return front_of(holder_of(kind, or_exit(Persona::load(options.persona)),
                              date_in_japan(SystemClock().civil_now())));
}

void run(const FramesOptions& options) {
    const CivilDate today = or_exit(parse_iso_date(options.today));
    FrameFolder folder = or_exit(FrameFolder::create(options.out, today));
    RandomSource seeds(options.seed);
    if (!options.persona.empty()) {
        or_exit(folder.add(
            or_exit(draw_scene(front_of_kind(options), SceneKind::Plain, options.frames, seeds))));
    } else {
        for (int scene = 0; scene < options.count; ++scene) {
            or_exit(folder.add(invented_scene(options, today, RandomSource(seeds.seed()))));
        }
    }
    or_exit(folder.finish());
}

} // namespace

void add_surface_frames_command(CLI::App& program) {
    auto* const command = program.add_subcommand(
        "surface-frames", "write camera frames of invented card fronts, and what is true of them");
    const auto options = std::make_shared<FramesOptions>();
    command->add_option("--out", options->out, "new folder for frames and truth.json")->required();
    auto* const one = command->add_option("--persona", options->persona,
                                          "one plain scene of this persona's card");
    command->add_option("--personas", options->personas, "personas that lend their photos")
        ->excludes(one);
    command->add_option("--seed", options->seed, "the same seed draws the same frames");
    command->add_option("--count", options->count, "scenes")->check(CLI::Range(1, 10000));
    command->add_option("--frames", options->frames, "frames of each scene")
        ->check(CLI::Range(1, 20));
    add_kind_option(*command, options->kind);
    command->add_option("--today", options->today, "the day that the cards are in force");
    command->callback([options] { run(*options); });
}

} // namespace madoguchi::sim::cli
