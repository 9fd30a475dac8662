#include "eligibility/identity/record_text.hpp"

#include "eligibility/identity/notation.hpp"
#include "eligibility/text/utf8.hpp"

namespace madoguchi::eligibility::identity {

std::string record_text(const InsuranceIdentity& record) {
    std::string text;
    for (const std::string* part :
         {&record.insurer_number, &record.symbol, &record.number, &record.branch}) {
        const std::string folded = text::to_utf8(fold_width_and_space(*part));
        text.append(std::to_string(folded.size())).append(":").append(folded);
    }
    return text;
}

} // namespace madoguchi::eligibility::identity
