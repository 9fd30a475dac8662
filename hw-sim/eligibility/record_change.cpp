#include "hw-sim/eligibility/record_change.hpp"

#include "hw-sim/card/civil_dates.hpp"
#include "hw-sim/eligibility/japanese_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace madoguchi::sim {

namespace {

constexpr std::string_view wide_space = "　";

// Bytes of the first character of UTF-8 text.
std::size_t first_character(std::string_view text) {
    std::size_t length = std::min<std::size_t>(text.size(), 1);
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
        ++length;
    }
    return length;
}

std::string family_name(const std::string& name) {
    return name.substr(0, name.find(wide_space));
}

void circle_name(XmlElement& record, const Persona& person) {
    const std::string& name = person.name.kanji;
    set_text(record, "Name", "●" + name.substr(first_character(name)));
}

std::string with_variants(std::string name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> forms{{
        {"邊", "辺"},
        {"𠮷", "吉"},
        {"髙", "高"},
        {"﨑", "崎"},
        {"栁", "柳"},
        {"齋", "斎"},
        {"美", "羙"},
        {"藤", "籘"},
    }};
    for (const auto& [form, other] : forms) {
        if (const std::size_t at = name.find(form); at != std::string::npos) {
            name.replace(at, form.size(), other);
        }
    }
    return name;
}

void vary_name(XmlElement& record, const Persona& person) {
    set_text(record, "Name", with_variants(person.name.kanji));
}

void renumber_address(XmlElement& record, const Persona& person) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> digits{{
        {"１", "一"},
        {"２", "二"},
        {"３", "三"},
        {"４", "四"},
        {"５", "五"},
        {"６", "六"},
        {"７", "七"},
        {"８", "八"},
        {"９", "九"},
    }};
    std::string address = person.address;
    for (const auto& [from, to] : digits) {
        for (std::size_t at = address.find(from); at != std::string::npos;
             at = address.find(from, at + to.size())) {
            address.replace(at, from.size(), to);
        }
    }
    set_text(record, "Address", address);
}

void drop_name(XmlElement& record, const Persona& /*person*/) {
    remove_child(record, "Name");
}

void drop_sex(XmlElement& record, const Persona& /*person*/) {
    remove_child(record, "Sex1");
}

void turn_sex(XmlElement& record, const Persona& person) {
    set_text(record, "Sex1", "3");
    set_text(record, "Sex2", person.sex == "9" ? "3" : person.sex);
}

void move_birth_date(XmlElement& record, const Persona& person) {
    const auto later = std::chrono::sys_days{person.birth_date} + std::chrono::days{31};
    set_text(record, "Birthdate", compact_date(CivilDate{later}));
}

void name_relative(XmlElement& record, const Persona& person) {
    set_text(record, "Name", family_name(person.name.kanji) + "　小夜");
    set_text(record, "NameKana", half_width(family_name(person.name.kana) + "　サヨ"));
}

void swap_family(XmlElement& record, const Persona& person) {
    name_relative(record, person);
    set_text(record, "InsuredBranchNumber", person.insurance.branch == "01" ? "02" : "01");
    const auto older = std::chrono::sys_days{person.birth_date} - std::chrono::days{9131};
    set_text(record, "Birthdate", compact_date(CivilDate{older}));
}

void point_elsewhere(XmlElement& record, const Persona& /*person*/) {
    set_text(record, "ReferenceNumber", "999999");
}

void share_other(XmlElement& record, const Persona& /*person*/) {
    set_text(record, "InsuredPartialContributionRatio", "020");
}

void mix_consents(XmlElement& record, const Persona& /*person*/) {
    set_text(record, "PharmacistsInfoConsFlg", "1");
    set_text(record, "PharmacistsInfoConsTime", "20261120090000");
    set_text(record, "PharmacistsInfoAvailableTime", "20261121090000");
    set_text(record, "DiagnosisInfoConsFlg", "0");
}

void add_certificates(XmlElement& record, const Persona& /*person*/) {
    XmlElement elderly{"ElderlyRecipientCertificateInfo", "", {}};
    add_text(elderly, "ElderlyRecipientValidStartDate", "20240801");
    add_text(elderly, "ElderlyRecipientContributionRatio", "020");
    record.children.push_back(std::move(elderly));
    set_text(record, "SpecificDiseasesCertificateRelatedConsFlg", "1");
    set_text(record, "SpecificDiseasesCertificateRelatedConsTime", "20261120090000");
    XmlElement disease{"SpecificDiseasesCertificateInfo", "", {}};
    add_text(disease, "SpecificDiseasesDiseaseCategory", "1");
    add_text(disease, "SpecificDiseasesValidStartDate", "20240401");
    add_text(disease, "SpecificDiseasesSelfPay", "10000");
    record.children.push_back({"SpecificDiseasesCertificateList", "", {std::move(disease)}});
}

} // namespace

const RecordChange black_circle_name{circle_name};
const RecordChange variant_kanji{vary_name};
const RecordChange other_notation{renumber_address};
const RecordChange no_kanji_name{drop_name};
const RecordChange no_sex{drop_sex};
const RecordChange sex_on_the_back{turn_sex};
const RecordChange other_birth_date{move_birth_date};
const RecordChange family_swapped{swap_family};
const RecordChange twin{name_relative};
const RecordChange foreign_reference{point_elsewhere};
const RecordChange other_share{share_other};
const RecordChange mixed_consents{mix_consents};
const RecordChange elderly_and_disease{add_certificates};

} // namespace madoguchi::sim
