#include "bench/face/report.hpp"

#include "bench/face/process_use.hpp"
#include "bench/face/reception.hpp"
#include "bench/face/stages.hpp"
#include "face/codec/codec_decoder.hpp"
#include "face/sandbox/sandboxed_decoder.hpp"

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <thread>

namespace madoguchi::bench {

namespace {

using nlohmann::ordered_json;
using std::chrono_literals::operator""s;
using std::chrono_literals::operator""ms;

constexpr std::array personas_with_sequences{"p02", "p05"};
constexpr int photos = 40;
constexpr auto idle_time = 5s;

ordered_json as_json(const Timing& timing) {
    return {{"least_ms", timing.least_ms}, {"median_ms", timing.median_ms}};
}

ordered_json as_json(const Stage& stage) {
    ordered_json json{{"stage", stage.name}, {"threads", stage.threads}};
    json["ours"] = as_json(stage.ours);
    json["bare"] = stage.bare ? as_json(*stage.bare) : ordered_json();
    json["ratio"] = stage.ratio ? ordered_json(*stage.ratio) : ordered_json();
    return json;
}

ordered_json goal(const char* name, const char* unit, double value, double bound, bool at_least) {
    return {{"goal", name},
            {"unit", unit},
            {at_least ? "at_least" : "at_most", bound},
            {"value", value},
            {"met", at_least ? value >= bound : value <= bound}};
}

// The photo's bytes to its template, the decoder ready as between two patients.
Result<Timing> measure_photo(face::FaceEngine& engine, face::PixelDecoder& decoder,
                             const Patient& patient) {
    std::vector<double> values;
    for (int photo = 0; photo < photos; ++photo) {
        std::this_thread::sleep_for(30ms);
        const auto [face, milliseconds] =
            timed([&] { return engine.read_chip_photo(decoder, patient.chip_photo); });
        if (!face) {
            return fail(face.error());
        }
        values.push_back(milliseconds);
    }
    return summary_of(std::move(values));
}

struct Loaded {
    face::ModelSet models;
    face::FaceEngine engine;
};

Result<Loaded> load(const std::filesystem::path& folder) {
    auto models = MADOGUCHI_TRY(face::ModelSet::load(folder));
    auto engine = MADOGUCHI_TRY(face::FaceEngine::create(models, face::Population::Rendered));
    return Loaded{std::move(models), std::move(engine)};
}

ordered_json as_json(const Decision& decision) {
    return {{"persona", decision.persona},
            {"ms", decision.milliseconds},
            {"frames", decision.frames},
            {"verdict", face::name_of(decision.match.verdict).view()}};
}

const ordered_json& stage_of(const ordered_json& stages, const char* name, int threads) {
    return *std::ranges::find_if(stages, [&](const ordered_json& stage) {
        return stage["stage"] == name && stage["threads"] == threads;
    });
}

ordered_json goals(const ordered_json& report) {
    const ordered_json& stages = report["stages"];
    double slowest = 0;
    for (const ordered_json& decision : report["decisions"]) {
        slowest = std::max(slowest, decision["ms"].get<double>());
    }
    double overhead = 0;
    for (const int threads : {1, 2}) {
        overhead =
            std::max(overhead, stage_of(stages, "whole frame", threads)["ratio"].get<double>());
    }
    return {goal("frames a second, two threads", "1/s",
                 1000 / stage_of(stages, "whole frame", 2)["ours"]["median_ms"].get<double>(), 25,
                 true),
            goal("whole frame over bare networks", "ratio", overhead, 1.10, false),
            goal("chip photo to template, in the sandbox", "ms", report["chip_photo"]["median_ms"],
                 60, false),
            goal("decision on a person who co-operates", "ms", slowest, 1200, false),
            goal("memory of the face part", "MiB", report["memory_mib"]["face_part"], 150, false),
            goal("idle", "share of a core", report["idle_share"], 0.005, false)};
}

Result<std::vector<Patient>> load_patients(const std::filesystem::path& personas) {
    face::CodecDecoder decoder; // the pictures are our own renders
    std::vector<Patient> patients;
    for (const char* id : personas_with_sequences) {
        patients.push_back(MADOGUCHI_TRY(load_patient(personas / id, decoder)));
    }
    return patients;
}

// Comes first, so that nothing else's memory is in it.
Result<face::ModelSet> measure_reception(const std::filesystem::path& models,
                                         const std::vector<Patient>& patients,
                                         ordered_json& report) {
    const double before = resident_mebibytes();
    auto [loaded, load_ms] = timed([&] { return load(models); });
    if (!loaded) {
        return fail(loaded.error());
    }
    report["load_ms"] = load_ms;
    face::SandboxedDecoder decoder(face::portrait_sandbox());
    for (const Patient& patient : patients) {
        report["decisions"].push_back(
            as_json(MADOGUCHI_TRY(decide(loaded->engine, decoder, patient))));
    }
    const double highest = highest_resident_mebibytes();
    report["memory_mib"] = {
        {"before", before}, {"highest", highest}, {"face_part", highest - before}};
    report["chip_photo"] =
        as_json(MADOGUCHI_TRY(measure_photo(loaded->engine, decoder, patients.front())));
    return std::move(loaded->models);
}

} // namespace

Result<ordered_json> measure_face(const std::filesystem::path& models,
                                  const std::filesystem::path& personas) {
    cv::setNumThreads(2);
    const auto patients = MADOGUCHI_TRY(load_patients(personas));
    ordered_json report;
    const auto loaded = MADOGUCHI_TRY(measure_reception(models, patients, report));
    for (const int threads : {1, 2}) {
        for (const Stage& stage :
             MADOGUCHI_TRY(measure_stages(loaded, patients.front(), threads))) {
            report["stages"].push_back(as_json(stage));
        }
    }
    report["idle_share"] = MADOGUCHI_TRY(idle_share(models, idle_time));
    report["goals"] = goals(report);
    return report;
}

} // namespace madoguchi::bench
