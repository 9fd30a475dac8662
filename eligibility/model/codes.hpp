// The coded vocabularies of an eligibility answer. Meanings only: how a dialect spells them is
// that dialect's table (oqs/code_tables). Source: eligibility interface notes, section 6.
#pragma once

#include <cstdint>

namespace madoguchi::eligibility {

// 照会区分: what the question was asked with.
enum class ReferenceRoute : std::uint8_t { MyNumberCard, InsuranceNumber };

// 処理結果区分: how far the service got with the question as a whole.
enum class ResultSegment : std::uint8_t { Normal, Pending, Abnormal };

// 処理結果状況: whether the look-up itself worked.
enum class ProcessingStatus : std::uint8_t { Normal, Error };

// 資格有効性
enum class QualificationValidity : std::uint8_t {
    Valid,
    Invalid,
    InvalidNewerExists,
    None,
    Ambiguous,       // several records fit; health insurance only
    AidUnregistered, // valid, but no ticket for this facility; 医療扶助 only
};

// 性別
enum class Sex : std::uint8_t { Male, Female, NotStated };

// 資格喪失事由
enum class LossReason : std::uint8_t { Death, PublicAssistance, OtherInsurance, Other };

// 本人・家族の別
enum class FamilyRelation : std::uint8_t { Insured, Family };

// 被保険者証区分
enum class InsuranceClass : std::uint8_t {
    General,
    Retired,
    ShortTermGeneral,
    ShortTermRetired,
    SpecialCare, // 特別療養費支給対象者, once 資格証明書
    SpecialRetired,
    SelfDefenceForces,
    MedicalAid, // 医療扶助
};

// 限度額適用認定証区分
enum class LimitClass : std::uint8_t { Limit, LimitAndStandardReduction, StandardReduction };

// 限度額 適用区分
enum class LimitBand : std::uint8_t {
    UpperA, // ア
    UpperI, // イ
    UpperU, // ウ
    UpperE, // エ
    UpperO, // オ
    UpperOBoundary,
    Active3, // 現役並みⅢ
    Active2,
    Active1,
    General,
    LowIncome2, // 低所得Ⅱ
    LowIncome1,
    LowIncome1OldAgeWelfare,
    LowIncome1Boundary,
    General2, // 一般Ⅱ
    General1,
};

// 特定疾病区分
enum class SpecificDisease : std::uint8_t { Dialysis, Haemophilia, HivByBloodProduct };

// 未就学区分
enum class Preschool : std::uint8_t { Preschool };

// 処方箋発行形態
enum class PrescriptionForm : std::uint8_t { Electronic, Paper };

// 医療券・調剤券別
enum class TicketType : std::uint8_t { Medical, Dispensing };

// 診療別
enum class TreatmentKind : std::uint8_t { Inpatient, Outpatient, Dental, Dispensing, HomeNursing };

// 単独・併用別: whether medical aid pays alone or beside an insurance.
enum class AidUse : std::uint8_t { Alone, Combined };

// あり・なし, of several states that a ticket tells.
enum class Presence : std::uint8_t { Present, Absent };

// 整合性フラグ
enum class TicketConsistency : std::uint8_t { Inconsistent };

// 指定医療機関確認フラグ: whether the ticket is for the facility that asks.
enum class TicketFacility : std::uint8_t { Ours, Another };

// 限度額情報変更有無
enum class LimitChange : std::uint8_t { Unchanged, ChangedOrUndecidable };

// 診療区分
enum class CareSetting : std::uint8_t { Outpatient, HomeVisit, Online, Emergency };

} // namespace madoguchi::eligibility
