// What the face comparison costs, stage by stage and as a whole: ./dev bench face.
#include "bench/face/report.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

int main(int argc, char** argv) {
    std::filesystem::path models = MADOGUCHI_MODELS;
    bool wants_json = false;
    CLI::App program(
        "What the face comparison costs, beside OpenCV running the same networks bare");
    program.add_option("--models", models, "folder that ./dev models filled");
    program.add_flag("--json", wants_json, "print everything as one JSON object");
    CLI11_PARSE(program, argc, argv);
    const auto report = madoguchi::bench::measure_face(models, MADOGUCHI_PERSONAS);
    if (!report) {
        std::cerr << "bench face: " << report.error().text() << '\n';
        return 1;
    }
    std::cout << (wants_json ? report->dump(2) + "\n" : madoguchi::bench::as_table(*report));
    return 0;
}
