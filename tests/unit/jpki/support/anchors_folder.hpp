// A folder of trust anchors for the keys of the tests.
#pragma once

#include "jpki/trust/trust_anchors.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/jpki/support/certificates.hpp"

#include <string>

namespace madoguchi::jpki::test {

class AnchorsFolder {
public:
    // Pins the X.509 authority "authority" and the card-data key "issuer".
    [[nodiscard]] static TrustAnchors good();
    [[nodiscard]] static TrustAnchors without_card_data();

    void add_authority(const std::string& key);
    // user-authentication/<file stem>.pem
    void add_authority(const std::string& file_stem, const AuthorityForm& form);
    // user-authentication/<file stem>.crl, in DER
    void add_revocation_list(const std::string& file_stem, const RevocationListForm& form);
    void add_card_data_key(const std::string& file_stem, const std::string& key_name);
    // card-data-p384/<file stem>.pem: the next generation's
    void add_p384_card_data_key(const std::string& file_stem, const std::string& key_name);
    void write(const std::string& relative_path, const std::string& text);
    [[nodiscard]] Result<TrustAnchors> load() const { return TrustAnchors::load(folder_.path()); }

private:
    madoguchi::test::TemporaryFolder folder_;
};

} // namespace madoguchi::jpki::test
