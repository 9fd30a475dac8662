#include "terminal_app/cli/surface_evaluation.hpp"

#include "face/sandbox/sandboxed_decoder.hpp"
#include "terminal_app/cli/surface_picture.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <fstream>
#include <map>

namespace madoguchi::cli {

namespace {

using nlohmann::json;

constexpr const char* card = "my_number_card";

Result<json> read_truth(const std::filesystem::path& folder) {
    std::ifstream in(folder / "truth.json");
    if (!in) {
        return fail(ErrorCode::FileUnreadable,
                    "the folder has no truth.json; write one with madoguchi-sim surface-frames");
    }
    json truth = json::parse(in, nullptr, false);
    if (!truth.is_object() || truth.value("format", "") != "madoguchi-surface-frames/1") {
        return fail(ErrorCode::SyntaxInvalid, "truth.json is not of the form that is known here");
    }
    return truth;
}

Result<CivilDate> date_of(const std::string& text) {
    constexpr std::size_t length = 10; // YYYY-MM-DD
    const auto part = [&text](std::size_t from, std::size_t count) {
        unsigned value = 0;
        std::from_chars(text.data() + from, text.data() + from + count, value);
        return value;
    };
    if (text.size() != length) {
        return fail(ErrorCode::SyntaxInvalid, "truth.json says no day");
    }
    return CivilDate{std::chrono::year(static_cast<int>(part(0, 4))),
                     std::chrono::month(part(5, 2)), std::chrono::day(part(8, 2))};
}

// Fields that fewer than two of the frames show: those are to be named.
std::vector<std::string> hidden_fields(const json& scene) {
    constexpr std::size_t frames_that_agree = 2;
    std::vector<std::string> hidden;
    for (const char* const field : {"birth_date", "expiry", "security_code"}) {
        const auto shows = [field](const json& frame) {
            const json& covered = frame.at("covered");
            return frame.at("sharp").get<bool>() &&
                   std::find(covered.begin(), covered.end(), field) == covered.end();
        };
        const json& frames = scene.at("frames");
        if (static_cast<std::size_t>(std::count_if(frames.begin(), frames.end(), shows)) <
            frames_that_agree) {
            hidden.emplace_back(field);
        }
    }
    return hidden;
}

bool is_number(surface::FrontNumber number, const json& truth) {
    const SecretBytes digits = std::move(number).take_digits();
    return truth.is_string() && as_text(digits.reveal()) == truth.get<std::string>();
}

std::string with_underscores(std::string_view name) {
    std::string text(name);
    std::replace(text.begin(), text.end(), '-', '_');
    return text;
}

class Evaluation {
public:
    Evaluation(std::filesystem::path folder, CivilDate today, surface::NumberReader reader)
        : folder_(std::move(folder)), today_(today), reader_(std::move(reader)) {}

    Result<SceneResult> scene(const json& truth) {
        SceneResult result;
        result.object = truth.at("object").get<std::string>();
        result.hidden = hidden_fields(truth);
        reader_.forget();
        for (const json& frame : truth.at("frames")) {
            MADOGUCHI_TRY(look_at(frame, result));
            if (auto number = reader_.take_number(today_)) {
                result.is_given = true;
                result.is_exact = is_number(std::move(*number), truth.at("number"));
                return result;
            }
        }
        const surface::Refusal refusal = reader_.refusal(today_);
        result.reason = name_of(refusal.reason).view();
        result.field = refusal.field ? with_underscores(name_of(*refusal.field).view()) : "";
        return result;
    }

private:
    Result<void> look_at(const json& frame, SceneResult& result) {
        using Milliseconds = std::chrono::duration<double, std::milli>;
        const Frame picture = MADOGUCHI_TRY(
            read_surface_picture(decoder_, folder_ / frame.at("file").get<std::string>()));
        const auto start = std::chrono::steady_clock::now();
        MADOGUCHI_TRY(reader_.look_at(picture));
        result.frame_ms.push_back(Milliseconds(std::chrono::steady_clock::now() - start).count());
        ++result.frames;
        return {};
    }

    std::filesystem::path folder_;
    CivilDate today_;
    surface::NumberReader reader_;
    face::SandboxedDecoder decoder_{face::picture_sandbox()};
};

// The right field, or that nothing could be seen at all, for a scene that hides something.
bool is_named(const SceneResult& result) {
    return std::find(result.hidden.begin(), result.hidden.end(), result.field) !=
               result.hidden.end() ||
           result.reason == "out-of-focus";
}

double percentile(std::vector<double> values, double share) {
    if (values.empty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

json times_of(const std::vector<SceneResult>& results) {
    std::vector<double> frames;
    std::vector<double> numbers;
    for (const SceneResult& result : results) {
        frames.insert(frames.end(), result.frame_ms.begin(), result.frame_ms.end());
        if (result.is_given) {
            double sum = 0;
            for (const double one : result.frame_ms) {
                sum += one;
            }
            numbers.push_back(sum);
        }
    }
    return {{"frame_ms_median", percentile(frames, 0.5)},
            {"frame_ms_95", percentile(frames, 0.95)},
            {"number_ms_median", percentile(numbers, 0.5)},
            {"number_ms_95", percentile(numbers, 0.95)}};
}

} // namespace

Result<std::vector<SceneResult>> evaluate_surface(const std::filesystem::path& folder) {
    const json truth = MADOGUCHI_TRY(read_truth(folder));
    try {
        const CivilDate today = MADOGUCHI_TRY(date_of(truth.at("today").get<std::string>()));
        Evaluation evaluation(folder, today, MADOGUCHI_TRY(surface::NumberReader::create()));
        std::vector<SceneResult> results;
        for (const json& scene : truth.at("scenes")) {
            results.push_back(MADOGUCHI_TRY(evaluation.scene(scene)));
        }
        return results;
    } catch (const json::exception&) {
        return fail(ErrorCode::SyntaxInvalid, "truth.json lacks a field or has one of wrong type");
    }
}

nlohmann::json summary_of(const std::vector<SceneResult>& results) {
    std::map<std::string, int> counts{
        {"readable", 0},     {"readable_exact", 0}, {"readable_unsure", 0},
        {"hidden", 0},       {"hidden_exact", 0},   {"hidden_field_named", 0},
        {"wrong_number", 0}, {"other_object", 0},   {"other_object_refused", 0}};
    std::map<std::string, std::map<std::string, int>> reasons;
    std::size_t frames = 0;
    for (const SceneResult& result : results) {
        frames += result.frames;
        counts["wrong_number"] += result.is_given && !result.is_exact ? 1 : 0;
        if (!result.is_given) {
            const std::string group = result.object != card   ? result.object
                                      : result.hidden.empty() ? "readable"
                                                              : "hidden";
            ++reasons[group]
                     [result.field.empty() ? result.reason : result.reason + " " + result.field];
        }
        if (result.object != card) {
            ++counts["other_object"];
            counts["other_object_refused"] += result.is_given ? 0 : 1;
        } else if (result.hidden.empty()) {
            ++counts["readable"];
            counts["readable_exact"] += result.is_exact ? 1 : 0;
            counts["readable_unsure"] += result.is_given ? 0 : 1;
        } else {
            ++counts["hidden"];
            counts["hidden_exact"] += result.is_exact ? 1 : 0;
            counts["hidden_field_named"] += !result.is_given && is_named(result) ? 1 : 0;
        }
    }
    return {{"scenes", results.size()},
            {"frames", frames},
            {"counts", counts},
            {"refused", reasons},
            {"times", times_of(results)}};
}

} // namespace madoguchi::cli
