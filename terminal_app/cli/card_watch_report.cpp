#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/cli/card_watch.hpp"
#include "terminal_app/cli/card_words.hpp"
#include "terminal_app/diagnostics/error_table.hpp"

#include <fmt/format.h>

namespace madoguchi::cli {

namespace {

using Json = nlohmann::ordered_json;
using enum hal::ReaderChange;

struct ChangeText {
    std::string_view name; // in JSON
    std::string_view words;
};

ChangeText text_of(hal::ReaderChange change) {
    switch (change) {
    case ReaderAdded:
        return {"reader-attached", "reader attached"};
    case ReaderRemoved:
        return {"reader-detached", "reader detached"};
    case CardInserted:
        return {"card-put-on", "card put on"};
    case CardRemoved:
        return {"card-taken", "card taken"};
    case ServiceLost:
        return {"service-lost", "the PC/SC service is not there; waiting for it"};
    case ServiceRestored:
        return {"service-back", "the PC/SC service is back"};
    }
    return {"?", "?"};
}

struct Text {
    std::string operator()(const hal::ReaderEvent& event) const {
        const std::string_view words = text_of(event.change).words;
        return event.reader.empty() ? std::string(words)
                                    : fmt::format("{:<15}  {}", words, event.reader);
    }
    std::string operator()(const CardLook& look) const {
        if (!look.card) {
            return fmt::format("{:<15}  {}: {}", "not recognised", look.reader,
                               look.card.error().text());
        }
        if (const auto* kind = std::get_if<jpki::ForeignCardKind>(&*look.card)) {
            return fmt::format("{:<15}  {}: {}, not a My Number card", "card recognised",
                               look.reader, in_words(*kind));
        }
        const auto& token = std::get<jpki::TokenInformation>(*look.card);
        return fmt::format("{:<15}  {}: {}, model {}", "card recognised", look.reader,
                           in_words(token.kind), token.model);
    }
};

struct ToJson {
    Json operator()(const hal::ReaderEvent& event) const {
        Json json{{"event", text_of(event.change).name}};
        if (!event.reader.empty()) {
            json["reader"] = event.reader;
        }
        return json;
    }
    Json operator()(const CardLook& look) const {
        if (!look.card) {
            const Error& error = look.card.error();
            return {{"event", "card-not-recognised"},
                    {"reader", look.reader},
                    {"error", name_of(error.code())},
                    {"reason", terminal::code_of(terminal::failure_reason_of(error))}};
        }
        Json json{{"event", "card-recognised"}, {"reader", look.reader}};
        if (const auto* kind = std::get_if<jpki::ForeignCardKind>(&*look.card)) {
            json["foreign"] = {{"kind", name_of(*kind)}};
        } else {
            json["token"] = to_json(std::get<jpki::TokenInformation>(*look.card));
        }
        return json;
    }
};

} // namespace

std::string to_text(const Sighting& sighting) {
    return std::visit(Text{}, sighting);
}

Json to_json(const Sighting& sighting) {
    return std::visit(ToJson{}, sighting);
}

} // namespace madoguchi::cli
