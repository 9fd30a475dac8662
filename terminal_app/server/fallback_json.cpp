#include "terminal_app/server/fallback_json.hpp"

#include "terminal_app/documents/fallback_document.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace madoguchi::terminal {

namespace {

using Json = nlohmann::ordered_json;
using namespace eligibility;

constexpr std::array circumstances{
    VisitCircumstance::Ordinary,          VisitCircumstance::HelperComes,
    VisitCircumstance::GuardianWithChild, VisitCircumstance::SchoolTrip,
    VisitCircumstance::DataBlocked,       VisitCircumstance::CannotAct};
constexpr std::size_t longest_note = 200; // bytes

tl::unexpected<ActionProblem> refuse(StaticText text) {
    return tl::unexpected(ActionProblem{text});
}

std::string_view name_of_refusal(StepRefusal refusal) {
    constexpr std::array<std::string_view, 3> names{"not-on-this-day", "needs-card",
                                                    "not-by-another"};
    return names.at(static_cast<std::size_t>(refusal));
}

Json steps_of(const FallbackView& view) {
    Json steps = Json::array();
    for (const FallbackStepView& one : view.steps) {
        steps.push_back({{"step", name_of(one.step)},
                         {"refusal", one.refusal ? Json(name_of_refusal(*one.refusal)) : Json()}});
    }
    return steps;
}

Json share_of(const ProperShare& share) {
    Json differing = Json::array();
    for (const CopayShare& other : share.differing) {
        differing.push_back({{"percent", other.percent}, {"source", name_of(other.source)}});
    }
    return {{"percent", share.share.percent},
            {"source", name_of(share.share.source)},
            {"differing", std::move(differing)}};
}

Json claim_of(const ClaimHint& claim) {
    return {{"basis", name_of(claim.basis)},    {"insurer_number", claim.insurance.insurer_number},
            {"symbol", claim.insurance.symbol}, {"number", claim.insurance.number},
            {"branch", claim.insurance.branch}, {"summary", claim.summary},
            {"missing", claim.missing}};
}

tl::expected<FallbackAction, ActionProblem> read_opening(const Json& body) {
    FallbackOpening opening;
    const auto named = std::ranges::find_if(circumstances, [&](VisitCircumstance one) {
        return body.value("circumstance", Json()) == rule_of(one).name;
    });
    const Json has_card = body.value("has_card", Json());
    const Json note = body.value("note", Json());
    if (named == circumstances.end() || !has_card.is_boolean() || !note.is_string() ||
        note.get_ref<const std::string&>().size() > longest_note) {
        return refuse(
            "begin wants a known circumstance, has_card, and a note of 200 bytes at most");
    }
    opening.circumstance = *named;
    opening.has_card = has_card.get<bool>();
    opening.note = note.get<std::string>();
    return FallbackAction(std::move(opening));
}

// The desk judges whether the day knows the step.
constexpr std::array steps{
#define FALLBACK_STEP(enumerator, name, accepted, needs_card) FallbackStep::enumerator,
#include "eligibility/fallback/fallback_steps.def"
#undef FALLBACK_STEP
};

tl::expected<FallbackAction, ActionProblem> read_use(const Json& body) {
    FallbackUse use;
    const auto* const named = std::ranges::find_if(
        steps, [&](FallbackStep one) { return body.value("step", Json()) == name_of(one); });
    if (named == steps.end()) {
        return refuse("step is none of the ladder");
    }
    use.step = *named;
    const std::string text = body.value("record", Json::object()).dump();
    if (use.step == FallbackStep::Declaration) {
        auto declaration = documents::read_declaration(as_bytes(text));
        if (!declaration) {
            return refuse("record is no declaration (docs/command-line.md, madoguchi fallback)");
        }
        use.declaration = std::move(*declaration);
    } else {
        auto paper = documents::read_certificate(as_bytes(text));
        if (!paper) {
            return refuse("record is no certificate (docs/command-line.md, madoguchi fallback)");
        }
        use.paper = std::move(*paper);
    }
    return FallbackAction(std::move(use));
}

} // namespace

std::string fallback_json(const std::optional<FallbackView>& view) {
    if (!view) {
        return R"({"open":false})";
    }
    const Json json{{"open", true},
                    {"begun", view->is_begun},
                    {"why", view->why},
                    {"knows_person", view->knows_person},
                    {"circumstance", rule_of(view->opening.circumstance).name},
                    {"has_card", view->opening.has_card},
                    {"steps", steps_of(*view)},
                    {"done", view->done ? Json(name_of(*view->done)) : Json()},
                    {"share", share_of(view->share)},
                    {"claim", claim_of(view->claim)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string paper_check_json(const PaperCheck& check) {
    Json faults = Json::array();
    for (const EntryFault& fault : check.faults) {
        faults.push_back({{"field", name_of(fault.field)}, {"fault", name_of(fault.kind)}});
    }
    return Json{{"faults", std::move(faults)},
                {"name", check.name ? Json(name_of(*check.name)) : Json()}}
        .dump();
}

tl::expected<FallbackAction, ActionProblem> read_fallback_action(const SecretBytes& bytes) {
    const Json body = Json::parse(bytes.reveal().begin(), bytes.reveal().end(), nullptr, false);
    const Json name = body.is_object() ? body.value("action", Json()) : Json();
    if (name == "begin") {
        return read_opening(body);
    }
    if (name == "use") {
        return read_use(body);
    }
    if (name == "close") {
        return FallbackAction(CloseFallback{});
    }
    return refuse("the body is no action of docs/terminal-api.md");
}

tl::expected<CertificateEntry, ActionProblem> read_paper(const SecretBytes& body) {
    auto paper = documents::read_certificate(body.reveal());
    if (!paper) {
        return refuse("the body is no certificate (docs/command-line.md, madoguchi fallback)");
    }
    return std::move(*paper);
}

std::optional<FallbackRefusal> perform(FallbackDesk& desk, FallbackAction action) {
    if (auto* opening = std::get_if<FallbackOpening>(&action)) {
        return desk.begin(std::move(*opening));
    }
    if (auto* use = std::get_if<FallbackUse>(&action)) {
        return desk.use(std::move(*use));
    }
    desk.close();
    return std::nullopt;
}

} // namespace madoguchi::terminal
