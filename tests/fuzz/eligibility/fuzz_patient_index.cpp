// A patient index: refused with the line of its fault, or patients of whom none differs from
// themselves.
#include "eligibility/identity/identity_comparison.hpp"
#include "eligibility/model/patient_index.hpp"
#include "hal/base/bytes.hpp"

#include <algorithm>
#include <cstdlib>

using namespace madoguchi;
using namespace madoguchi::eligibility;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto lines = static_cast<std::size_t>(std::count(data, data + size, '\n')) + 1;
    const auto index = PatientIndex::parse(as_text(ByteView(data, size)));
    if (!index) {
        if (index.error().line > lines) {
            std::abort();
        }
        return 0;
    }
    for (const KnownPatient& patient : index->patients()) {
        for (const auto& item : identity::compare(patient.items, patient.items).items()) {
            if (item.agreement == identity::Agreement::Different) {
                std::abort();
            }
        }
    }
    return 0;
}
