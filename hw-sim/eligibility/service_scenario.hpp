// What the service answers, as data: one row for each behaviour that a bench wants to see.
// Source: eligibility interface notes, sections 5 to 7.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace madoguchi::sim {

// Whose record stands in the answer.
enum class RecordChoice : std::uint8_t {
    Nobody,
    TheOneAsked,
    TheOneAskedLapsed, // qualification lost, with the dates that say so
    TheOneAskedAndAid, // health insurance and 医療扶助
    AidOnly,
    SomebodyElse, // a mis-link (紐付け誤り)
};

// In which form the answer reaches the folder.
enum class Delivery : std::uint8_t {
    Proper,
    Garbage,       // the page of a proxy instead of XML
    WrongEncoding, // declared UTF-8, bytes of CP932
    Encrypted,     // random bytes
    Late,          // long after anyone waits
    Foreign,       // carries another session's identifier
    Silent,        // the request is taken, nothing comes
};

struct RecordChange;

// Codes as the interface spells them; empty leaves the element out.
struct ServiceScenario {
    std::string_view name;
    std::string_view segment;  // SegmentOfResult
    std::string_view status;   // ProcessingResultStatus
    std::string_view validity; // QualificationValidity
    RecordChoice record = RecordChoice::Nobody;
    Delivery delivery = Delivery::Proper;
    std::string_view code; // error code, or side note on success; invented, as all are here
    std::string_view message;
    const RecordChange* change = nullptr; // what is particular about the record, if anything
    std::string_view prescription = {};   // PrescriptionIssueSelect
};

[[nodiscard]] std::span<const ServiceScenario> all_scenarios() noexcept;

// Null for an unknown name.
[[nodiscard]] const ServiceScenario* find_scenario(std::string_view name) noexcept;

} // namespace madoguchi::sim
