#include "eligibility/model/bulk_job.hpp"

#include <array>

namespace madoguchi::eligibility {

std::string_view name_of(BulkKind kind) noexcept {
    constexpr std::array<std::string_view, 5> names{"qualification", "reference", "medical-aid",
                                                    "home-visit", "online-care"};
    return names[static_cast<std::size_t>(kind)];
}

EligibilityAnswer single_answer(const BulkResult& result, const BulkUnit& unit) {
    EligibilityAnswer answer;
    answer.processed_at = result.header.processed_at;
    answer.confirmation_date = result.header.confirmation_date;
    answer.facility_code = result.header.facility_code;
    answer.session_id = result.header.session_id;
    answer.segment = result.header.segment;
    answer.error_code = result.header.error_code;
    answer.error_message = result.header.error_message;
    answer.character_code = result.header.character_code;
    answer.status = unit.status;
    answer.result_code = unit.result_code;
    answer.result_message = unit.result_message;
    answer.validity = unit.validity;
    answer.search_echo = unit.search;
    answer.persons = unit.persons;
    if (answer.persons.size() == 1 && answer.persons.front().reference_number.empty()) {
        answer.persons.front().reference_number = unit.reference_number;
    }
    return answer;
}

} // namespace madoguchi::eligibility
