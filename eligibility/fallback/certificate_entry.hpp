// 資格確認書, typed at the desk: what is on the paper, and whether that can be. Source:
// requirements D7.
#pragma once

#include "eligibility/model/codes.hpp"
#include "eligibility/model/insurance_identity.hpp"
#include "hal/base/clock.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::eligibility {

// As typed. UTF-8; empty: not on the paper.
struct CertificateEntry {
    std::string name;
    std::optional<Sex> sex; // may be withheld, and may differ from other records (D9)
    std::optional<CivilDate> birth_date;
    std::string household_head; // 世帯主氏名, 国民健康保険 only
    InsuranceIdentity insurance;
    std::string insurer_name;
    std::optional<CivilDate> qualified_on; // 適用開始, 発効期日 or 資格取得年月日
    std::optional<CivilDate> issued_on;    // 交付年月日
    std::optional<CivilDate> valid_to;     // 有効期限
    std::string copay_percent;
    bool special_care = false; // 特別療養費
    std::optional<LimitBand> limit_band;
    bool standard_reduction = false; // 食事・生活療養標準負担額の減額
    std::optional<SpecificDisease> specific_disease;
    std::string address; // printed on the front or written on the back
    std::string remarks;
};

enum class CertificateField : std::uint8_t {
    Name,
    BirthDate,
    HouseholdHead,
    InsurerNumber,
    InsurerName,
    Number,
    Branch,
    QualifiedOn,
    IssuedOn,
    ValidTo,
    CopayPercent,
};

enum class EntryFaultKind : std::uint8_t {
    Missing,
    NotDigits,
    WrongLength,
    CheckDigit,
    NoSuchShare,
    NoSuchDate,
    InFuture,
    Expired,
    BeforeBirth,
    LongerThanAllowed, // more than five years after it was issued
};

struct EntryFault {
    CertificateField field = CertificateField::Name;
    EntryFaultKind kind = EntryFaultKind::Missing;

    friend bool operator==(const EntryFault&, const EntryFault&) = default;
};

// "name", "insurer-number"; "missing", "check-digit" and so on.
[[nodiscard]] std::string_view name_of(CertificateField field) noexcept;
[[nodiscard]] std::string_view name_of(EntryFaultKind kind) noexcept;

// Every fault of the entry, in the order of the fields; empty: the paper can be used on that day.
// At most one a field. Whether it is the patient's own is asked by comparing names afterwards.
[[nodiscard]] std::vector<EntryFault> faults_of(const CertificateEntry& entry, CivilDate day);

} // namespace madoguchi::eligibility
