// 医療券・調剤券: what 医療扶助 grants for one month and facility. Empty text: absent.
#pragma once

#include "eligibility/model/coded.hpp"
#include "eligibility/model/codes.hpp"
#include "eligibility/model/extra_element.hpp"
#include "hal/base/clock.hpp"

#include <optional>
#include <string>
#include <vector>

namespace madoguchi::eligibility {

struct MedicalTicket {
    Coded<TicketType> type;
    std::optional<CivilDate> valid_from;
    std::optional<CivilDate> valid_to;
    std::string issue_number;    // 交付番号
    std::string treatment_month; // yyyyMM
    std::string facility_code;   // 指定医療機関
    Coded<TicketFacility> facility_match;
    std::string facility_name;
    std::string prescriber_code; // 処方箋発行元医療機関
    std::string prescriber_name;
    std::string injury_name1; // 傷病名
    std::string injury_name2;
    std::string injury_name3;
    Coded<TreatmentKind> treatment_kind;
    std::string self_pay_amount; // 本人支払額, yen
    std::string district_contact;
    std::string handling_contact;
    Coded<AidUse> aid_use;
    Coded<Presence> social_insurance; // 社会保険状況
    Coded<TicketConsistency> consistency;
    Coded<Presence> infection_law;      // 感染症法37条の2
    Coded<Presence> elderly_care;       // 後期高齢
    Coded<Presence> prefecture_expense; // 都道府県費
    std::string remarks1;
    std::string remarks2;
    std::string remarks3;
    std::vector<ExtraElement> extra;

    friend bool operator==(const MedicalTicket&, const MedicalTicket&) = default;
};

} // namespace madoguchi::eligibility
