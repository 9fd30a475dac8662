#include "eligibility/fhir/reference.hpp"

#include "eligibility/fhir/resource.hpp"

namespace madoguchi::eligibility::fhir {

namespace {

using nlohmann::json;

constexpr std::size_t resource_limit = 1000;

// FHIR R4, 2.6.1.2 and 2.1.5: who does not know these must not read on.
bool may_change_the_meaning(const json& resource) {
    return resource.contains("modifierExtension") || resource.contains("implicitRules");
}

} // namespace

Result<ResourceSet> ResourceSet::of(const json& answer) {
    ResourceSet set;
    if (MADOGUCHI_TRY(text_at(answer, "resourceType")) != "Bundle") {
        set.roots_.push_back(&answer);
        MADOGUCHI_TRY(set.add("", answer));
        MADOGUCHI_TRY(set.add_contained(answer));
        return set;
    }
    const json* entries = MADOGUCHI_TRY(list_at(answer, "entry"));
    if (entries == nullptr) {
        return set;
    }
    for (const json& entry : *entries) {
        const json* resource = MADOGUCHI_TRY(object_at(entry, "resource"));
        if (resource == nullptr) {
            continue;
        }
        set.roots_.push_back(resource);
        const std::string full_url = MADOGUCHI_TRY(text_at(entry, "fullUrl"));
        MADOGUCHI_TRY(set.add(full_url, *resource));
        const std::string id = MADOGUCHI_TRY(text_at(*resource, "id"));
        if (!id.empty()) {
            const std::string type = MADOGUCHI_TRY(text_at(*resource, "resourceType"));
            MADOGUCHI_TRY(set.add(type + "/" + id, *resource));
        }
        MADOGUCHI_TRY(set.add_contained(*resource));
    }
    return set;
}

Result<void> ResourceSet::add(std::string name, const json& resource) {
    if (may_change_the_meaning(resource)) {
        return fail(ErrorCode::AnswerUnreadable,
                    "the FHIR answer says that unknown rules change its meaning");
    }
    if (!name.empty() && (by_name_.size() >= resource_limit ||
                          !by_name_.emplace(std::move(name), &resource).second)) {
        return fail(ErrorCode::AnswerUnreadable,
                    "the FHIR answer has two resources of one name, or too many");
    }
    return {};
}

Result<void> ResourceSet::add_contained(const json& resource) {
    const json* contained = MADOGUCHI_TRY(list_at(resource, "contained"));
    if (contained == nullptr) {
        return {};
    }
    for (const json& one : *contained) {
        const std::string id = MADOGUCHI_TRY(text_at(one, "id"));
        MADOGUCHI_TRY(add("#" + id, one));
    }
    return {};
}

Result<const json*> ResourceSet::only(const char* type) const {
    const json* found = nullptr;
    for (const json* root : roots_) {
        if (MADOGUCHI_TRY(text_at(*root, "resourceType")) != type) {
            continue;
        }
        if (found != nullptr) {
            return fail(ErrorCode::AnswerUnreadable, "the FHIR answer is several answers");
        }
        found = root;
    }
    return found;
}

Result<const json*> ResourceSet::follow(const json& element, const char* key,
                                        const char* type) const {
    const json* reference = MADOGUCHI_TRY(object_at(element, key));
    if (reference == nullptr) {
        return nullptr;
    }
    const auto at = by_name_.find(MADOGUCHI_TRY(text_at(*reference, "reference")));
    if (at == by_name_.end()) {
        return nullptr;
    }
    if (MADOGUCHI_TRY(text_at(*at->second, "resourceType")) != type) {
        return fail(ErrorCode::AnswerUnreadable,
                    "a reference of the FHIR answer leads to a resource of another type");
    }
    return at->second;
}

} // namespace madoguchi::eligibility::fhir
