// Revocation lists (RFC 5280 section 5) that the operator puts into the anchors folder.
#pragma once

#include "jpki/trust/revocation_source.hpp"

#include <map>
#include <span>
#include <vector>

namespace madoguchi::jpki {

class RevocationList {
public:
    static constexpr std::size_t largest_file = 16U << 20U;
    static constexpr std::size_t most_entries = 400'000;

    // A complete list of version 2 in DER, signed by one of these authorities, which its authority
    // key identifier names. Errors: TooLarge, ConfigInvalid (no such list, or not signed by any of
    // them, or partial, or with critical extensions).
    [[nodiscard]] static Result<RevocationList> parse(ByteView der,
                                                      std::span<const IssuerCertificate> pinned);

    // Whether the authority of this list is the one that the certificate names.
    [[nodiscard]] bool covers(const UserAuthenticationCertificate& certificate) const;

    // Contract: covers(certificate). An entry holds for ever; the lack of one only within the
    // list's own period, outside which nothing is said.
    [[nodiscard]] RevocationStatus status_of(const UserAuthenticationCertificate& certificate,
                                             CivilTime now) const;

private:
    RevocationList() = default;

    Bytes authority_key_id_;
    CivilTime this_update_;
    CivilTime next_update_;
    std::map<std::string, CivilTime> revoked_; // by serial number
};

// All lists of a folder: revoked when any says so.
class RevocationLists final : public RevocationSource {
public:
    void add(RevocationList list) { lists_.push_back(std::move(list)); }
    [[nodiscard]] std::size_t size() const noexcept { return lists_.size(); }

    [[nodiscard]] RevocationStatus status_of(const UserAuthenticationCertificate& certificate,
                                             CivilTime now) const override;

private:
    std::vector<RevocationList> lists_;
};

} // namespace madoguchi::jpki
