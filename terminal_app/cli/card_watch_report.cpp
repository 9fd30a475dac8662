#include "terminal_app/cli/card_watch.hpp"
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

std::string applications_of(const jpki::CardProfile& profile) {
    std::string names = "公的個人認証";
    names += profile.has_input_support ? ", 券面事項入力補助" : "";
    names += profile.has_surface ? ", 券面事項確認" : "";
    names += profile.has_common_card ? ", 共通カード" : "";
    return names;
}

struct Text {
    std::string operator()(const hal::ReaderEvent& event) const {
        const std::string_view words = text_of(event.change).words;
        return event.reader.empty() ? std::string(words)
                                    : fmt::format("{:<15}  {}", words, event.reader);
    }
    std::string operator()(const CardLook& look) const {
        if (!look.profile) {
            return fmt::format("{:<15}  {}: {}", "not recognised", look.reader,
                               look.profile.error().text());
        }
        return fmt::format("{:<15}  {}: {}, model {}, with {}", "card recognised", look.reader,
                           jpki::name_of(look.profile->token.kind), look.profile->token.model,
                           applications_of(*look.profile));
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
        if (!look.profile) {
            const Error& error = look.profile.error();
            return {{"event", "card-not-recognised"},
                    {"reader", look.reader},
                    {"error", name_of(error.code())},
                    {"reason", terminal::code_of(terminal::failure_reason_of(error))}};
        }
        const jpki::CardProfile& profile = *look.profile;
        return {{"event", "card-recognised"},
                {"reader", look.reader},
                {"token",
                 {{"kind", jpki::name_of(profile.token.kind)}, {"model", profile.token.model}}},
                {"applications",
                 {{"public_key_service", true},
                  {"input_support", profile.has_input_support},
                  {"surface", profile.has_surface},
                  {"common_card", profile.has_common_card}}}};
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
