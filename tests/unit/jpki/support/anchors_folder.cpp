#include "tests/unit/jpki/support/anchors_folder.hpp"

#include "tests/unit/jpki/support/card_data.hpp"
#include "tests/unit/jpki/support/keys.hpp"

#include <fstream>

namespace madoguchi::jpki::test {

TrustAnchors AnchorsFolder::good() {
    AnchorsFolder folder;
    folder.add_authority("authority");
    folder.add_card_data_key(issuer_id.hex(), "issuer");
    return folder.load().value();
}

TrustAnchors AnchorsFolder::without_card_data() {
    AnchorsFolder folder;
    folder.add_authority("authority");
    return folder.load().value();
}

void AnchorsFolder::add_authority(const std::string& key) {
    AuthorityForm form;
    form.key = key;
    add_authority(key, form);
}

void AnchorsFolder::add_authority(const std::string& file_stem, const AuthorityForm& form) {
    write("user-authentication/" + file_stem + ".pem", to_pem(make_authority(form)));
}

void AnchorsFolder::add_revocation_list(const std::string& file_stem,
                                        const RevocationListForm& form) {
    write("user-authentication/" + file_stem + ".crl", as_text(make_revocation_list(form)));
}

void AnchorsFolder::add_card_data_key(const std::string& file_stem, const std::string& key_name) {
    write("card-data/" + file_stem + ".pem", key_named(key_name).public_pem().value());
}

void AnchorsFolder::add_p384_card_data_key(const std::string& file_stem,
                                           const std::string& key_name) {
    write("card-data-p384/" + file_stem + ".pem",
          to_pem(public_key_info(native_key(key_name)), "PUBLIC KEY"));
}

void AnchorsFolder::write(const std::string& relative_path, const std::string& text) {
    const auto path = folder_.path() / relative_path;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
}

} // namespace madoguchi::jpki::test
