// What a desk knows of a visit, as JSON: strict, because a misspelt key would be a field that
// nobody fills in. Every text is UTF-8, every date YYYY-MM-DD, every key may be absent. Shapes:
// docs/command-line.md, madoguchi fallback.
#pragma once

#include "eligibility/fallback/certificate_entry.hpp"
#include "eligibility/fallback/claim_hint.hpp"
#include "eligibility/fallback/declaration.hpp"
#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

namespace madoguchi::documents {

inline constexpr std::size_t longest_document = 64 * 1024; // bytes

// Which key of the document cannot be used; empty for the document as a whole. Never what stood
// there.
struct DocumentFault {
    Error error;
    std::string_view key;
};

template <typename Value>
using FromDocument = tl::expected<Value, DocumentFault>;

// Faults: TooLarge, SyntaxInvalid (no JSON object, a key twice), TagUnexpected (a key that is not
// known), ValueInvalid (of another kind, no date, no known word).
[[nodiscard]] FromDocument<eligibility::CertificateEntry> read_certificate(ByteView json);
[[nodiscard]] FromDocument<eligibility::Declaration> read_declaration(ByteView json);
[[nodiscard]] FromDocument<eligibility::ClaimKnowledge> read_claim(ByteView json);

} // namespace madoguchi::documents
