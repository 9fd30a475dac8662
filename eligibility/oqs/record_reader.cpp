#include "eligibility/oqs/record_reader.hpp"

namespace madoguchi::eligibility::oqs {

ExtraElement keep_whole(pugi::xml_node element) {
    ExtraElement kept{element.name(), text_of(element), {}};
    for (const pugi::xml_node child : element.children()) { // no deeper than parse_xml admits
        if (child.type() != pugi::node_element) {
            continue;
        }
        ExtraElement inner = keep_whole(child);
        if (!inner.text.empty() || !inner.children.empty()) {
            kept.children.push_back(std::move(inner));
        }
    }
    return kept;
}

} // namespace madoguchi::eligibility::oqs
