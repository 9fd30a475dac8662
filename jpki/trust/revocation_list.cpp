#include "jpki/trust/revocation_list.hpp"

#include "jpki/trust/asn1_values.hpp"
#include "jpki/trust/signed_object.hpp"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace madoguchi::jpki {

namespace {

struct ListDeleter {
    void operator()(X509_CRL* list) const noexcept { X509_CRL_free(list); }
    void operator()(AUTHORITY_KEYID* id) const noexcept { AUTHORITY_KEYID_free(id); }
};
using ListHandle = std::unique_ptr<X509_CRL, ListDeleter>;

ListHandle decode(ByteView der) {
    const std::uint8_t* cursor = der.data();
    ListHandle list(d2i_X509_CRL(nullptr, &cursor, static_cast<long>(der.size())));
    ERR_clear_error();
    constexpr long version_2 = 1;
    const bool whole = list != nullptr && cursor == der.data() + der.size();
    return whole && X509_CRL_get_version(list.get()) == version_2 ? std::move(list) : nullptr;
}

Bytes authority_key_id_of(const X509_CRL& list) {
    const std::unique_ptr<AUTHORITY_KEYID, ListDeleter> id(static_cast<AUTHORITY_KEYID*>(
        X509_CRL_get_ext_d2i(&list, NID_authority_key_identifier, nullptr, nullptr)));
    ERR_clear_error();
    return id == nullptr ? Bytes{} : to_bytes(octets_in(id->keyid));
}

bool is_signed_by_one_of(ByteView der, const X509_CRL& list, ByteView key_id,
                         std::span<const IssuerCertificate> pinned) {
    return std::any_of(pinned.begin(), pinned.end(), [&](const IssuerCertificate& authority) {
        X509& certificate = authority.x509();
        if (!same_bytes(octets_in(X509_get0_subject_key_id(&certificate)), key_id) ||
            (X509_get_key_usage(&certificate) & KU_CRL_SIGN) == 0 ||
            X509_NAME_cmp(X509_CRL_get_issuer(&list), X509_get_subject_name(&certificate)) != 0) {
            return false;
        }
        const auto key = public_key_of(certificate);
        return key && is_object_signed_by(der, *key);
    });
}

// Partial lists, lists of other authorities' certificates and the like announce themselves so.
bool has_critical_extensions(const X509_CRL& list) {
    return X509_CRL_get_ext_by_critical(&list, 1, -1) >= 0;
}

Result<std::map<std::string, CivilTime>> entries_of(X509_CRL& list) {
    std::map<std::string, CivilTime> entries;
    const STACK_OF(X509_REVOKED)* revoked = X509_CRL_get_REVOKED(&list);
    const int count = sk_X509_REVOKED_num(revoked); // -1 when there are none
    if (count > static_cast<int>(RevocationList::most_entries)) {
        return fail(ErrorCode::TooLarge, "a revocation list has too many entries");
    }
    for (int i = 0; i < count; ++i) {
        const X509_REVOKED* entry = sk_X509_REVOKED_value(revoked, i);
        if (X509_REVOKED_get_ext_by_critical(entry, 1, -1) >= 0) {
            return fail(ErrorCode::ConfigInvalid,
                        "an entry of a revocation list demands what nobody here knows");
        }
        const CivilTime since = MADOGUCHI_TRY(time_in(X509_REVOKED_get0_revocationDate(entry)));
        entries.emplace(to_hex(octets_in(X509_REVOKED_get0_serialNumber(entry))), since);
    }
    return entries;
}

} // namespace

Result<RevocationList> RevocationList::parse(ByteView der,
                                             std::span<const IssuerCertificate> pinned) {
    if (der.size() > largest_file) {
        return fail(ErrorCode::TooLarge, "a revocation list is larger than 16 MiB");
    }
    const ListHandle handle = decode(der);
    if (handle == nullptr) {
        return fail(ErrorCode::ConfigInvalid, "a .crl file is no revocation list of version 2");
    }
    RevocationList list;
    list.authority_key_id_ = authority_key_id_of(*handle);
    if (list.authority_key_id_.empty() ||
        !is_signed_by_one_of(der, *handle, list.authority_key_id_, pinned)) {
        return fail(ErrorCode::ConfigInvalid,
                    "a revocation list was not signed by the pinned authority that it names");
    }
    if (has_critical_extensions(*handle)) {
        return fail(ErrorCode::ConfigInvalid,
                    "a revocation list is partial or has critical extensions; a complete one is "
                    "needed");
    }
    list.this_update_ = MADOGUCHI_TRY(time_in(X509_CRL_get0_lastUpdate(handle.get())));
    list.next_update_ = MADOGUCHI_TRY(time_in(X509_CRL_get0_nextUpdate(handle.get())));
    list.revoked_ = MADOGUCHI_TRY(entries_of(*handle));
    return list;
}

bool RevocationList::covers(const UserAuthenticationCertificate& certificate) const {
    return same_bytes(authority_key_id_,
                      octets_in(X509_get0_authority_key_id(&certificate.x509())));
}

RevocationStatus RevocationList::status_of(const UserAuthenticationCertificate& certificate,
                                           CivilTime now) const {
    const auto found = revoked_.find(certificate.serial_number());
    if (found != revoked_.end()) { // for good: a later list only confirms it
        return Revoked{found->second};
    }
    if (now < this_update_) {
        return RevocationNotChecked{"the revocation list was made after the time of this "
                                    "machine's clock"};
    }
    if (now > next_update_) {
        return RevocationNotChecked{"the revocation list is out of date; put the newer one into "
                                    "the anchors folder"};
    }
    return NotRevoked{this_update_};
}

RevocationStatus RevocationLists::status_of(const UserAuthenticationCertificate& certificate,
                                            CivilTime now) const {
    RevocationStatus best = RevocationNotChecked{
        "only accredited verifiers can ask, and the anchors folder holds no revocation list of "
        "this authority"};
    for (const RevocationList& list : lists_) {
        if (!list.covers(certificate)) {
            continue;
        }
        const RevocationStatus status = list.status_of(certificate, now);
        // Revoked outweighs not revoked, which outweighs not checked.
        if (status.index() > best.index() || std::holds_alternative<RevocationNotChecked>(best)) {
            best = status;
        }
    }
    return best;
}

} // namespace madoguchi::jpki
