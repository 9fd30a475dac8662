// A part of a record that this version does not know, kept as it came, so that what the service
// adds tomorrow passes through us unharmed.
#pragma once

#include <string>
#include <vector>

namespace madoguchi::eligibility {

// Never without both text and children; at most as deep as the reader admits.
struct ExtraElement {
    std::string name;
    std::string text; // UTF-8
    std::vector<ExtraElement> children;

    friend bool operator==(const ExtraElement&, const ExtraElement&) = default;
};

} // namespace madoguchi::eligibility
