// One insured person (or one 医療扶助 entitlement) of an answer. Empty text: absent.
// Source: eligibility interface notes, section 5.
#pragma once

#include "eligibility/model/basic_items.hpp"
#include "eligibility/model/coded.hpp"
#include "eligibility/model/consent.hpp"
#include "eligibility/model/insurance_identity.hpp"
#include "eligibility/model/medical_ticket.hpp"

#include <optional>
#include <string>
#include <vector>

namespace madoguchi::eligibility {

// 高齢受給者証情報 (age 70 to 74)
struct ElderlyRecipient {
    std::optional<CivilDate> issued_on;
    std::optional<CivilDate> valid_from;
    std::optional<CivilDate> valid_to;
    std::string copay_percent; // three digits, "020"
    std::vector<ExtraElement> extra;

    friend bool operator==(const ElderlyRecipient&, const ElderlyRecipient&) = default;
};

// 限度額適用認定証関連情報
struct HighCostLimit {
    Coded<LimitClass> classification;
    Coded<LimitBand> band;
    std::optional<CivilDate> issued_on;
    std::optional<CivilDate> valid_from;
    std::optional<CivilDate> valid_to;
    std::optional<CivilDate> long_term_on; // 長期入院該当年月日
    std::vector<ExtraElement> extra;

    friend bool operator==(const HighCostLimit&, const HighCostLimit&) = default;
};

// 特定疾病療養受療証
struct SpecificDiseaseCertificate {
    Coded<SpecificDisease> disease;
    std::optional<CivilDate> issued_on;
    std::optional<CivilDate> valid_from;
    std::optional<CivilDate> valid_to;
    std::string self_pay_yen;
    std::vector<ExtraElement> extra;

    friend bool operator==(const SpecificDiseaseCertificate&,
                           const SpecificDiseaseCertificate&) = default;
};

struct PersonRecord {
    Coded<InsuranceClass> classification;
    InsuranceIdentity insurance;
    Coded<FamilyRelation> relation;
    std::string insured_name; // 被保険者氏名 (世帯主氏名)
    std::string name;
    std::string other_name; // 氏名（その他）
    std::string kana;       // half-width in practice
    std::string other_kana;
    Coded<Sex> printed_sex; // 性別1
    Coded<Sex> back_sex;    // 性別2: set when the front withholds it
    std::optional<CivilDate> birth_date;
    std::string address; // as registered with the insurer, which need not be the card's
    std::string post_number;
    std::optional<CivilDate> qualified_on;    // 資格取得年月日
    std::optional<CivilDate> disqualified_on; // 資格喪失年月日
    std::optional<CivilDate> issued_on;
    std::optional<CivilDate> valid_from;
    std::optional<CivilDate> valid_to;
    std::string copay_percent; // 一部負担金割合, three digits
    Coded<Preschool> preschool;
    Coded<LossReason> loss_reason;
    std::string insurer_name;
    std::optional<ElderlyRecipient> elderly;
    std::optional<HighCostLimit> high_cost_limit;
    std::vector<SpecificDiseaseCertificate> specific_diseases;
    std::vector<MedicalTicket> tickets;
    std::vector<Consent> consents; // in layout order; an item switched off has none
    std::string reference_number;  // 照会番号: the facility's own number for the patient
    std::string confirmation_key;  // QualificationConfirmationKey; its meaning is not public

    // Stands beside the persons in most files; one known writer repeats it in each.
    Coded<PrescriptionForm> prescription;
    Coded<LimitChange> limit_change; // in results of bulk jobs only
    std::vector<ExtraElement> extra;

    [[nodiscard]] bool is_medical_aid() const noexcept {
        return classification.means(InsuranceClass::MedicalAid);
    }

    friend bool operator==(const PersonRecord&, const PersonRecord&) = default;
};

// What this record says of the person. The sex on the back counts when the front withholds it.
[[nodiscard]] BasicItems basic_items(const PersonRecord& person);

// Whether the record holds on that day: both periods (資格取得/喪失 and 有効開始/終了) contain it.
// A missing end is open. The day of 資格喪失 itself no longer counts.
[[nodiscard]] bool is_in_force(const PersonRecord& person, CivilDate day);

} // namespace madoguchi::eligibility
