#include "face/calibrate/calibration.hpp"
#include "face/models/pinned_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace madoguchi::face {

namespace {

constexpr std::string_view headline = "# Madoguchi face calibration 1";
constexpr std::size_t largest_text = 64U << 10U;
constexpr std::size_t most_rates = 64;
constexpr int most_frames = 30;

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

template <typename Number>
std::optional<Number> to_number(std::string_view text) {
    Number number{};
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

bool is_score(std::optional<float> value) {
    return value && std::isfinite(*value) && *value > -1 && *value < 1;
}

tl::unexpected<Error> bad_row() {
    return fail(ErrorCode::ValueInvalid,
                "a row of the calibration does not hold what its key promises; derive the file "
                "again with madoguchi face calibrate");
}

Result<CalibratedRate> parse_rate(const std::vector<std::string_view>& fields) {
    constexpr std::size_t columns = 7;
    if (fields.size() != columns) {
        return bad_row();
    }
    const auto rate = to_number<double>(fields[1]);
    const auto frames = to_number<int>(fields[2]);
    const auto accept = to_number<float>(fields[3]);
    const auto different = to_number<std::uint64_t>(fields[5]);
    const auto same = to_number<std::uint64_t>(fields[6]);
    const bool is_basis = fields[4] == "measured" || fields[4] == "estimated";
    if (!rate || !(*rate > 0 && *rate < 1) || !frames || *frames < 1 || *frames > most_frames ||
        !is_score(accept) || !is_basis || !different || !same) {
        return bad_row();
    }
    return CalibratedRate{*rate, *frames, *accept, fields[4] == "measured", *different, *same};
}

Result<void> take_row(Calibration& calibration, const std::vector<std::string_view>& fields) {
    const std::string_view key = fields[0];
    if (key == "rate") {
        calibration.rates.push_back(MADOGUCHI_TRY(parse_rate(fields)));
        return {};
    }
    if (fields.size() != 2 || fields[1].empty()) {
        return bad_row();
    }
    const std::string_view value = fields[1];
    if (key == "date") {
        calibration.date = value;
    } else if (key == "provenance") {
        calibration.provenance = value;
    } else if (key == "engine" && (value == "opencv" || value == "dlib")) {
        calibration.source.engine = value == "dlib" ? EngineKind::Dlib : EngineKind::OpenCv;
    } else if (key == "embedder" && is_sha256(value)) {
        calibration.source.embedder_sha256 = value;
    } else if ((key == "mean" || key == "shape") && is_sha256(value)) {
        calibration.source.companion_sha256 = value;
    } else if (key == "population" && (value == "east_asian" || value == "rendered")) {
        calibration.population = value == "rendered" ? Population::Rendered : Population::EastAsian;
    } else if (key == "hopeless" && is_score(to_number<float>(value))) {
        calibration.hopeless = *to_number<float>(value);
    } else {
        return bad_row();
    }
    return {};
}

// What stands beside the embedder of each engine.
std::string_view companion_key(EngineKind engine) {
    return engine == EngineKind::Dlib ? "shape" : "mean";
}

bool is_in_order(const Calibration& calibration) {
    return std::ranges::all_of(calibration.rates, [&](const CalibratedRate& rate) {
        return rate.accept > calibration.hopeless;
    });
}

} // namespace

Result<Calibration> parse_calibration(std::string_view text) {
    if (text.size() > largest_text) {
        return fail(ErrorCode::TooLarge, "calibration file is larger than 64 KiB");
    }
    const auto lines = split(text, '\n');
    if (lines.front() != headline) {
        return fail(ErrorCode::SyntaxInvalid,
                    "file is no face calibration: its first line is another");
    }
    Calibration calibration;
    std::set<std::string_view> keys;
    for (const std::string_view line : lines) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const auto fields = split(line, '\t');
        if (!keys.insert(fields[0]).second && fields[0] != "rate") {
            return fail(ErrorCode::SyntaxInvalid, "calibration says one thing twice");
        }
        MADOGUCHI_TRY(take_row(calibration, fields));
    }
    keys.insert("engine"); // older files do not name it: opencv
    constexpr std::size_t kinds_of_row = 8;
    if (keys.size() != kinds_of_row || calibration.rates.size() > most_rates ||
        !keys.contains(companion_key(calibration.source.engine))) {
        return fail(ErrorCode::SyntaxInvalid, "calibration lacks a row, or has too many");
    }
    if (!is_in_order(calibration)) {
        return fail(ErrorCode::ValueInvalid,
                    "calibration would call a score hopeless that it accepts");
    }
    return calibration;
}

std::string to_text(const Calibration& calibration) {
    std::string text = fmt::format(
        "{}\nengine\t{}\nembedder\t{}\n{}\t{}\npopulation\t{}\ndate\t{}\nprovenance\t{}"
        "\nhopeless\t{}\n"
        "# FMR, frames averaged, accept from, measured or estimated, comparisons of different "
        "people, of one person\n",
        headline, name_of(calibration.source.engine).view(), calibration.source.embedder_sha256,
        companion_key(calibration.source.engine), calibration.source.companion_sha256,
        calibration.population == Population::Rendered ? "rendered" : "east_asian",
        calibration.date, calibration.provenance, calibration.hopeless);
    for (const CalibratedRate& rate : calibration.rates) {
        text += fmt::format("rate\t{}\t{}\t{}\t{}\t{}\t{}\n", rate.false_match_rate, rate.frames,
                            rate.accept, rate.measured ? "measured" : "estimated", rate.different,
                            rate.same);
    }
    return text;
}

} // namespace madoguchi::face
