#include "jpki/trust/check.hpp"

namespace madoguchi::jpki {

namespace {

struct CheckText {
    std::string_view name;
    std::string_view description;
};

// Indexed by Check.
constexpr std::array<CheckText, check_count> texts{{
    {"certificate-form", "the authentication certificate is well-formed"},
    {"certificate-issuer", "a pinned authority signed the authentication certificate"},
    {"certificate-issuer-validity", "that authority's own certificate is valid"},
    {"certificate-validity", "the certificate is valid today"},
    {"certificate-names", "the names in the certificate are whole"},
    {"certificate-key-usage", "the certificate is of the authentication kind"},
    {"certificate-policy", "the certificate follows the policy of user authentication"},
    {"certificate-basic-constraints", "the certificate is not that of an authority"},
    {"certificate-key", "the certificate's key is strong enough"},
    {"certificate-extensions", "the certificate demands nothing unknown"},
    {"certificate-revocation", "the certificate is not revoked"},
    {"authentication-key-proof", "the card signed our challenge with the certificate's key"},
    {"input-support-issuer", "a pinned authority signed the signing key of the basic four items"},
    {"basic-four-signature", "the basic four items carry a good signature"},
    {"basic-four-digest", "the basic four items are those that were signed"},
    {"input-support-presence-key", "the card's key for the basic four items is signed"},
    {"input-support-presence", "the chip that holds the basic four items is the original"},
    {"surface-issuer", "a pinned authority signed the signing key of the card face"},
    {"surface-signature", "the card face carries a good signature"},
    {"surface-holder-segment", "birth date, sex and card key of the face are those signed"},
    {"surface-image-segment", "name and address pictures of the face are those signed"},
    {"surface-photo-segment", "the photo of the face is the one signed"},
    {"surface-presence", "the chip that holds the card face is the original"},
    {"same-person", "card face and basic four items are of one person"},
}};

} // namespace

std::array<Check, check_count> all_checks() noexcept {
    std::array<Check, check_count> checks{};
    for (std::size_t i = 0; i < check_count; ++i) {
        checks[i] = static_cast<Check>(i);
    }
    return checks;
}

std::string_view name_of(Check check) noexcept {
    return texts[static_cast<std::size_t>(check)].name;
}

std::string_view description_of(Check check) noexcept {
    return texts[static_cast<std::size_t>(check)].description;
}

} // namespace madoguchi::jpki
