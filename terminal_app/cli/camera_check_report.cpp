#include "terminal_app/cli/camera_check_report.hpp"

#include <fmt/format.h>

#include <cmath>

namespace madoguchi::cli {

namespace {

using Json = nlohmann::ordered_json;

double rounded(float value) {
    constexpr double parts = 1000;
    return std::round(static_cast<double>(value) * parts) / parts;
}

Json or_null(std::optional<float> value) {
    return value ? Json(rounded(*value)) : Json();
}

Json to_json(const face::CameraFinding& finding) {
    const face::MeasureText& text = face::text_of(finding.measure);
    Json json{{"measure", text.id},
              {"unit", text.unit},
              {"verdict", name_of(finding.verdict)},
              {"least", or_null(finding.range.least)},
              {"most", or_null(finding.range.most)},
              {"low", nullptr},
              {"median", nullptr},
              {"high", nullptr},
              {"share_good", rounded(static_cast<float>(finding.share_good))},
              {"remedy", finding.remedy.empty() ? Json() : Json(finding.remedy)}};
    if (finding.values) {
        json["low"] = rounded(finding.values->low());
        json["median"] = rounded(finding.values->median());
        json["high"] = rounded(finding.values->high());
    }
    return json;
}

Json to_json(const face::DerivedGates& gates) {
    Json json;
    for (const face::GateBound& gate : face::camera_gates) {
        json[std::string(gate.name)] = rounded(gates.limits.*gate.limit);
    }
    return json;
}

std::string line_of(const face::CameraFinding& finding) {
    const face::MeasureText& text = face::text_of(finding.measure);
    if (!finding.values) {
        return fmt::format("  {:<12} {}\n", "not measured", text.title);
    }
    std::string line = fmt::format("  {:<12} {}: {}, nine tenths between {} and {} ({})\n",
                                   name_of(finding.verdict), text.title,
                                   in_words(finding.measure, finding.values->median()),
                                   number_of(finding.measure, finding.values->low()),
                                   number_of(finding.measure, finding.values->high()),
                                   in_words(finding.measure, finding.range));
    if (!finding.remedy.empty()) {
        line += fmt::format("  {:<12} {}\n", "", finding.remedy);
    }
    return line;
}

} // namespace

std::string number_of(face::CameraMeasure measure, float value) {
    return fmt::format("{:.{}f}", value, face::text_of(measure).decimals);
}

std::string in_words(face::CameraMeasure measure, float value) {
    const std::string_view unit = face::text_of(measure).unit;
    return fmt::format("{}{}{}", number_of(measure, value), unit.empty() ? "" : " ", unit);
}

std::string in_words(face::CameraMeasure measure, const face::GoodRange& range) {
    if (range.least && range.most) {
        return fmt::format("{} to {}", number_of(measure, *range.least),
                           in_words(measure, *range.most));
    }
    return range.least ? "at least " + in_words(measure, *range.least)
                       : "at most " + in_words(measure, range.most.value_or(0));
}

std::string_view headline_of(const CameraReport& report) noexcept {
    if (report.frames_with_face == 0) {
        return "No face was seen: one person should look into the camera";
    }
    switch (report.verdict) {
    case face::CameraVerdict::Good:
        return "Ready for receptions";
    case face::CameraVerdict::Borderline:
        return "Works, and could be better";
    default:
        return "Not ready: see what is marked below";
    }
}

nlohmann::ordered_json to_json(const CameraReport& report) {
    Json json{{"camera", report.camera},
              {"frame", fmt::format("{}x{}", report.width, report.height)},
              {"frames", report.frames},
              {"frames_with_face", report.frames_with_face},
              {"frames_repeated", report.repeated},
              {"verdict", name_of(report.verdict)},
              {"measures", Json::array()},
              {"gates", nullptr},
              {"gates_at_bound", Json::array()}};
    for (const face::CameraFinding& finding : report.findings) {
        json["measures"].push_back(to_json(finding));
    }
    if (report.gates) {
        json["gates"] = to_json(*report.gates);
        json["gates_at_bound"] = report.gates->at_bound;
    }
    return json;
}

std::string to_text(const CameraReport& report) {
    std::string text = fmt::format("{}\n{} pictures of {}x{}, {} with one face, {} repeated\n",
                                   headline_of(report), report.frames, report.width, report.height,
                                   report.frames_with_face, report.repeated);
    for (const face::CameraFinding& finding : report.findings) {
        text += line_of(finding);
    }
    if (report.gates) {
        for (const std::string_view name : report.gates->at_bound) {
            text += fmt::format("  this camera would need a wider gate than is safe: {}\n", name);
        }
    }
    return text;
}

} // namespace madoguchi::cli
