// Names by which FHIR R4 and JP Core tell things apart. Source: eligibility interface notes,
// section 12; HL7 FHIR R4; JP Core for the systems of numbers.
#pragma once

namespace madoguchi::eligibility::fhir::names {

inline constexpr const char* media_type = "application/fhir+json";

// 被保険者証記号, 番号, 枝番
inline constexpr const char* symbol =
    "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Coverage_InsuredPersonSymbol";
inline constexpr const char* number =
    "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Coverage_InsuredPersonNumber";
inline constexpr const char* branch =
    "http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Coverage_InsuredPersonSubNumber";

inline constexpr const char* insurer_number = "urn:oid:1.2.392.100495.20.3.61"; // 保険者番号
inline constexpr const char* aid_payer_number = "urn:oid:1.2.392.100495.20.3.71"; // 公費負担者番号
inline constexpr const char* facility_code =
    "http://jpfhir.jp/fhir/core/IdSystem/insurance-medical-institution-no"; // 医療機関コード
inline constexpr const char* relation = "urn:oid:1.2.392.100495.20.2.62";   // 本人・家族

inline constexpr const char* copay_type =
    "http://terminology.hl7.org/CodeSystem/coverage-copay-type";
inline constexpr const char* units = "http://unitsofmeasure.org";

// How a name is written: IDE with ideographs, SYL by its sound.
inline constexpr const char* name_representation =
    "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";
inline constexpr const char* absent_reason =
    "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

// Ours: no profile exists for them. Below an identifier that nobody else has (ITU-T X.667).
inline constexpr const char* session =
    "urn:oid:2.25.326230494382308831294106326709617418431.1"; // of a reception; says nothing else
inline constexpr const char* error_code = "urn:oid:2.25.326230494382308831294106326709617418431.2";
inline constexpr const char* consent = "urn:oid:2.25.326230494382308831294106326709617418431.3";
// What FHIR has no element for, as nested extensions with the elements' names of the OQS dialect.
inline constexpr const char* answer_rest = "urn:oid:2.25.326230494382308831294106326709617418431.4";
inline constexpr const char* record_rest = "urn:oid:2.25.326230494382308831294106326709617418431.5";

} // namespace madoguchi::eligibility::fhir::names
