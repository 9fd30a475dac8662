// The report as a page: inline drawings, no picture, nothing from elsewhere.
#include "face/evaluate/escaped_markup.hpp"
#include "terminal_app/cli/camera_check_report.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace madoguchi::cli {

namespace {

constexpr float plot_left = 12; // of a drawing 520 x 132
constexpr float plot_width = 496;
constexpr float plot_top = 18;
constexpr float plot_height = 76;
constexpr float plot_bottom = plot_top + plot_height;
constexpr std::size_t bins = 40;

constexpr std::string_view style = R"css(
:root{--ink:#16242e;--soft:#55646f;--line:#dbe2e6;--paper:#fff;--ground:#f3f6f7;--good:#0b7a6f;--borderline:#9a5b00;--bad:#b3261e;--not_measured:#6a7680}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,"Noto Sans","Noto Sans CJK JP",sans-serif}
main{max-width:1180px;margin:0 auto;padding:40px 28px 56px}
header{display:grid;gap:6px;margin-bottom:28px}
.eyebrow{margin:0;color:var(--soft);font-size:14px;letter-spacing:.04em}
h1{margin:0;font-size:34px;line-height:1.2;letter-spacing:-.01em}
.facts{display:flex;flex-wrap:wrap;gap:8px 28px;margin:10px 0 0;padding:0;list-style:none;color:var(--soft)}
.facts b{color:var(--ink);font-weight:600;font-variant-numeric:tabular-nums}
.attention{display:flex;flex-wrap:wrap;gap:8px;margin:14px 0 0}
.attention a{border:1.5px solid var(--tone);border-radius:99px;padding:3px 14px;color:var(--tone);background:#fff;font-weight:600;text-decoration:none}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,480px),1fr));gap:18px}
.card{background:var(--paper);border:1px solid var(--line);border-left:5px solid var(--tone);border-radius:10px;padding:18px 20px 16px}
.good{--tone:var(--good)}.borderline{--tone:var(--borderline)}.bad{--tone:var(--bad)}.not_measured{--tone:var(--not_measured)}
.card h2{margin:0;font-size:18px;line-height:1.3}
.top{display:flex;justify-content:space-between;gap:12px;align-items:start}
.ja{margin:0;color:var(--soft);font-size:13px}
.chip{flex:none;border-radius:99px;padding:2px 12px;font-size:14px;font-weight:600;color:#fff;background:var(--tone);white-space:nowrap}
.card svg{display:block;width:100%;height:auto;margin:8px 0 4px}
.figures{margin:0;font-size:15px;font-variant-numeric:tabular-nums}
.figures span{color:var(--soft)}
.remedy{margin:10px 0 0;padding:9px 12px;border-radius:7px;background:color-mix(in srgb,var(--tone) 9%,#fff)}
section{margin-top:34px}
section>h2{font-size:22px;margin:0 0 8px}
table{border-collapse:collapse;background:var(--paper);border:1px solid var(--line);border-radius:10px;font-variant-numeric:tabular-nums}
th,td{padding:8px 18px;text-align:right;border-bottom:1px solid var(--line)}
th:first-child,td:first-child{text-align:left}
tr:last-child td{border-bottom:0}
th{color:var(--soft);font-weight:600;font-size:14px}
footer{margin-top:34px;color:var(--soft);font-size:14px;max-width:76ch}
svg text{font:12px system-ui,"Noto Sans",sans-serif;fill:var(--soft)}
@media print{body{background:#fff}.card{break-inside:avoid}}
)css";

std::string_view chip_of(face::CameraVerdict verdict) {
    switch (verdict) {
    case face::CameraVerdict::Good:
        return "✓ good";
    case face::CameraVerdict::Borderline:
        return "! borderline";
    case face::CameraVerdict::Bad:
        return "✕ bad";
    case face::CameraVerdict::NotMeasured:
        break;
    }
    return "– not measured";
}

// From what was seen to the limits, with some room on either side.
struct Axis {
    float from = 0;
    float to = 1;

    [[nodiscard]] float x(float value) const {
        return plot_left + plot_width * (value - from) / (to - from);
    }
};

Axis axis_of(const face::CameraFinding& finding) {
    constexpr float room = 0.08F;
    float low = finding.values->values.front();
    float high = finding.values->values.back();
    low = std::min(low, finding.range.least.value_or(low));
    high = std::max(high, finding.range.most.value_or(high));
    const float span = std::max(high - low, std::max(std::abs(high), 0.01F) * room);
    return {std::max(low - room * span, std::min(low, 0.0F)), high + room * span};
}

std::string forbidden(float from, float to) {
    return to - from < 1
               ? std::string()
               : fmt::format(R"html(<rect x="{:.1f}" y="{}" width="{:.1f}" height="{}" )html"
                             R"html(fill="url(#outside)"/>)html",
                             from, plot_top, to - from, plot_height);
}

std::string limit_line(float x, const std::string& label) {
    const bool is_left = x < plot_left + plot_width / 2;
    return fmt::format(
        R"html(<path d="M{0:.1f} {1}V{2}" stroke="#b3261e" stroke-width="1.5"/>)html"
        R"html(<text x="{3:.1f}" y="12" text-anchor="{4}" style="fill:#b3261e">{5}</text>)html",
        x, plot_top - 3, plot_bottom, x, is_left ? "start" : "end", label);
}

std::string limits_of(const face::CameraFinding& finding, const Axis& axis) {
    std::string svg;
    if (finding.range.least) {
        const float x = axis.x(*finding.range.least);
        svg += forbidden(plot_left, x) +
               limit_line(x, "from " + in_words(finding.measure, *finding.range.least));
    }
    if (finding.range.most) {
        const float x = axis.x(*finding.range.most);
        svg += forbidden(x, plot_left + plot_width) +
               limit_line(x, "to " + in_words(finding.measure, *finding.range.most));
    }
    return svg;
}

std::string bars_of(const face::CameraFinding& finding, const Axis& axis) {
    std::array<std::size_t, bins> counts{};
    for (const float value : finding.values->values) {
        const float place = (value - axis.from) / (axis.to - axis.from) * static_cast<float>(bins);
        ++counts.at(std::min(static_cast<std::size_t>(std::max(place, 0.0F)), bins - 1));
    }
    const auto most = static_cast<float>(*std::ranges::max_element(counts));
    constexpr float width = plot_width / static_cast<float>(bins);
    std::string svg;
    for (std::size_t i = 0; i < bins; ++i) {
        if (counts.at(i) > 0) {
            const float height = plot_height * static_cast<float>(counts.at(i)) / most;
            svg += fmt::format(
                R"html(<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="1.5" fill="var(--tone)"/>)html",
                plot_left + width * static_cast<float>(i) + 0.75F, plot_bottom - height,
                width - 1.5F, height);
        }
    }
    return svg;
}

std::string median_of(const face::CameraFinding& finding, const Axis& axis) {
    const float low = axis.x(finding.values->low());
    const float high = axis.x(finding.values->high());
    return fmt::format(
        R"html(<path d="M{0} {1}H{2}" stroke="#8b98a1"/>)html"
        R"html(<path d="M{3:.1f} {4}H{5:.1f}" stroke="#16242e" stroke-width="5" stroke-linecap="round"/>)html"
        R"html(<circle cx="{6:.1f}" cy="{4}" r="6" fill="#fff" stroke="#16242e" stroke-width="2.5"/>)html"
        R"html(<text x="{0}" y="126">{7}</text><text x="{2}" y="126" text-anchor="end">{8}</text>)html",
        plot_left, plot_bottom, plot_left + plot_width, low, plot_bottom + 12, high,
        axis.x(finding.values->median()), in_words(finding.measure, axis.from),
        in_words(finding.measure, axis.to));
}

std::string drawing_of(const face::CameraFinding& finding) {
    const Axis axis = axis_of(finding);
    return fmt::format(R"html(<svg viewBox="0 0 520 132" role="img" aria-label="{}">)html",
                       face::text_of(finding.measure).title) +
           limits_of(finding, axis) + bars_of(finding, axis) + median_of(finding, axis) + "</svg>";
}

std::string card_of(const face::CameraFinding& finding) {
    const face::MeasureText& text = face::text_of(finding.measure);
    std::string card = fmt::format(
        R"html(<article class="card {}" id="{}"><div class="top"><div><h2>{}</h2><p class="ja" lang="ja">{}</p></div><span class="chip">{}</span></div>)html",
        name_of(finding.verdict), text.id, text.title, text.japanese, chip_of(finding.verdict));
    if (finding.values) {
        card += drawing_of(finding);
        card += fmt::format(
            R"html(<p class="figures"><b>{}</b> <span>in the middle, nine tenths</span> {} <span>to</span> {} <span>· {} {}</span></p>)html",
            in_words(finding.measure, finding.values->median()),
            number_of(finding.measure, finding.values->low()),
            number_of(finding.measure, finding.values->high()), text.is_gate ? "gate" : "advice",
            in_words(finding.measure, finding.range));
    }
    if (!finding.remedy.empty()) {
        card += fmt::format(R"html(<p class="remedy">{}</p>)html", finding.remedy);
    }
    return card + "</article>\n";
}

std::string gates_of(const CameraReport& report) {
    if (!report.gates) {
        return fmt::format(
            "<section><h2>Gates for this camera</h2><p>Not derived: {}.</p></section>",
            report.gates.error().text());
    }
    const face::GateLimits usual;
    std::string rows;
    for (const face::GateBound& gate : face::camera_gates) {
        const bool at_bound = std::ranges::count(report.gates->at_bound, gate.name) > 0;
        rows +=
            fmt::format("<tr><td>{}</td><td>{:g}</td><td><b>{:.3g}</b></td><td>{:g} to {:g}</td>"
                        "<td>{}</td></tr>",
                        gate.name, usual.*gate.limit, report.gates->limits.*gate.limit, gate.least,
                        gate.most, at_bound ? "needs a better set-up" : "");
    }
    return "<section><h2>Gates for this camera</h2><p>A margin beside what was seen, and never "
           "beyond what is safe.</p><table><tr><th>gate</th><th>usual</th><th>derived</th>"
           "<th>safe</th><th></th></tr>" +
           rows + "</table></section>";
}

// What to look at first.
std::string attention_of(const CameraReport& report) {
    std::string names;
    for (const face::CameraFinding& finding : report.findings) {
        if (finding.verdict != face::CameraVerdict::Good) {
            names += fmt::format(R"html(<a class="{0}" href="#{1}">{2}</a>)html",
                                 name_of(finding.verdict), face::text_of(finding.measure).id,
                                 face::text_of(finding.measure).title);
        }
    }
    return names.empty() ? names : fmt::format(R"html(<p class="attention">{}</p>)html", names);
}

std::string head_of(const CameraReport& report) {
    return fmt::format(
        R"html(<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Camera check</title><style>{}</style>
<svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs><pattern id="outside" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#fbeeed"/><path d="M0 0V7" stroke="#eec9c6" stroke-width="2.5"/></pattern></defs></svg>
<main><header><p class="eyebrow">Madoguchi · check of the face camera · 顔カメラの点検</p><h1>{}</h1>
<ul class="facts"><li>camera <b>{}</b></li><li>pictures <b>{}</b> of <b>{}x{}</b></li><li>with one face <b>{}</b></li><li>repeated <b>{}</b></li><li><b>{}</b></li></ul>{}</header>)html",
        style, headline_of(report), face::escaped_markup(report.camera), report.frames,
        report.width, report.height, report.frames_with_face, report.repeated, report.date,
        attention_of(report));
}

} // namespace

std::string to_page(const CameraReport& report) {
    std::string page = head_of(report) + "<div class=\"cards\">\n";
    for (const face::CameraFinding& finding : report.findings) {
        page += card_of(finding);
    }
    page += "</div>" + gates_of(report) +
            "<footer>Bars count pictures; the ring is the middle one, the dark line spans nine "
            "tenths of them. Hatched is outside the limit. A gate holds back each picture outside "
            "it; advice holds nothing back. Good: nine pictures of ten are inside; borderline: "
            "half of them. The page holds no picture of anybody.</footer></main></html>\n";
    return page;
}

} // namespace madoguchi::cli
