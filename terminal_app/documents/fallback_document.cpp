#include "terminal_app/documents/fallback_document.hpp"

#include "eligibility/fallback/fallback_ladder.hpp"
#include "terminal_app/documents/document_fields.hpp"

#include <array>

namespace madoguchi::documents {

namespace {

using nlohmann::json;
using namespace eligibility;

template <typename Record>
FromDocument<Record> read(ByteView document, std::span<const DocumentKey<Record>> keys) {
    auto object = parse_object(document);
    if (!object) {
        return tl::unexpected(object.error());
    }
    return take_all(*object, keys);
}

template <typename Record, typename Part, typename Value>
DocumentKey<Record> key_within(std::string_view key, Part Record::*part, Value Part::*member) {
    return {key, [part, member](const json& value, Record& record) {
                return take(value, record.*part.*member);
            }};
}

bool take_kind(const json& value, Declaration& declaration) {
    constexpr std::array words{
        std::pair{"employers_association", InsuranceKind::EmployersAssociation},
        std::pair{"employers_union", InsuranceKind::EmployersUnion},
        std::pair{"mutual_aid", InsuranceKind::MutualAid},
        std::pair{"national_health", InsuranceKind::NationalHealth},
        std::pair{"late_elderly", InsuranceKind::LateElderly},
        std::pair{"other", InsuranceKind::Other},
        std::pair{"unknown", InsuranceKind::Unknown},
    };
    const auto* word =
        std::ranges::find_if(words, [&](const auto& one) { return value == one.first; });
    if (word == words.end()) {
        return false;
    }
    declaration.kind = word->second;
    return true;
}

bool take_day(const json& value, Declaration& declaration) {
    std::optional<CivilDate> day;
    const bool taken = take(value, day);
    declaration.day = day.value_or(CivilDate{});
    return taken;
}

bool take_present(const json& value, std::optional<InsuranceIdentity>& insurance) {
    return take(value, insurance.emplace());
}

} // namespace

FromDocument<CertificateEntry> read_certificate(ByteView document) {
    using Entry = CertificateEntry;
    static const std::array keys{
        document_key("name", &Entry::name),
        document_key("sex", &Entry::sex),
        document_key("birth_date", &Entry::birth_date),
        document_key("household_head", &Entry::household_head),
        document_key("insurance", &Entry::insurance),
        document_key("insurer_name", &Entry::insurer_name),
        document_key("qualified_on", &Entry::qualified_on),
        document_key("issued_on", &Entry::issued_on),
        document_key("valid_to", &Entry::valid_to),
        document_key("copay_percent", &Entry::copay_percent),
        document_key("special_care", &Entry::special_care),
        document_key("standard_reduction", &Entry::standard_reduction),
        document_key("address", &Entry::address),
        document_key("remarks", &Entry::remarks),
    };
    return read<Entry>(document, keys);
}

FromDocument<Declaration> read_declaration(ByteView document) {
    static const std::array keys{
        key_within("name", &Declaration::person, &BasicItems::name),
        key_within("kana", &Declaration::person, &BasicItems::kana),
        key_within("birth_date", &Declaration::person, &BasicItems::birth_date),
        key_within("sex", &Declaration::person, &BasicItems::sex),
        key_within("address", &Declaration::person, &BasicItems::address),
        document_key("contact", &Declaration::contact),
        DocumentKey<Declaration>{"insurance_kind", take_kind},
        document_key("insurer_name", &Declaration::insurer_name),
        document_key("employer", &Declaration::employer),
        document_key("copay_percent", &Declaration::copay_percent),
        DocumentKey<Declaration>{"day", take_day},
        document_key("hides_address", &Declaration::hides_address),
    };
    return read<Declaration>(document, keys);
}

FromDocument<ClaimKnowledge> read_claim(ByteView document) {
    using Known = ClaimKnowledge;
    static const std::array keys{
        DocumentKey<Known>{
            "current",
            [](const json& value, Known& known) { return take_present(value, known.current); }},
        DocumentKey<Known>{"past", [](const json& value,
                                      Known& known) { return take_present(value, known.past); }},
        document_key("address", &Known::address),
        document_key("employer", &Known::employer),
        document_key("contact", &Known::contact),
    };
    return read<Known>(document, keys);
}

} // namespace madoguchi::documents
