#include "hw-sim/cli/commands.hpp"
#include "hw-sim/cli/or_exit.hpp"
#include "hw-sim/presentation/film.hpp"

#include <memory>

namespace madoguchi::sim::cli {

namespace {

struct FilmOptions {
    std::filesystem::path persona;
    std::filesystem::path out;
    bool fills_picture = false;
};

} // namespace

void add_film_command(CLI::App& program) {
    auto* const command = program.add_subcommand(
        "film", "write what a camera sees of a tablet that plays a film of a persona");
    const auto options = std::make_shared<FilmOptions>();
    command->add_option("--persona", options->persona, "folder of the persona")->required();
    command->add_option("--out", options->out, "new folder for the pictures")->required();
    command->add_flag("--fills-picture", options->fills_picture,
                      "the tablet is so near that its frame is not seen");
    command->callback([options] {
        or_exit(write_film(options->persona, options->out,
                           options->fills_picture ? TabletPlace::FillsPicture
                                                  : TabletPlace::AtArmsLength));
    });
}

} // namespace madoguchi::sim::cli
