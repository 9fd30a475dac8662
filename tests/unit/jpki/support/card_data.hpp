// An invented person's card data, signed by keys made at run time. Each part can be replaced before
// it is signed, so that tests name only what they change.
#pragma once

#include "hw-sim/card/rsa_key.hpp"
#include "jpki/record/cv_certificate.hpp"
#include "jpki/trust/readings.hpp"
#include "tests/unit/jpki/support/tlv.hpp"

#include <string>

namespace madoguchi::jpki::test {

// The key of this name, the same for the whole test program.
[[nodiscard]] const sim::RsaKey& key_named(const std::string& name);

// The digest around which every signature of this card is made, signed as PKCS #1 v1.5 demands.
[[nodiscard]] Bytes sign_message(const sim::RsaKey& key, ByteView message);
[[nodiscard]] Bytes sign_digest_info(const sim::RsaKey& key, ByteView digest_info);
[[nodiscard]] Bytes card_form(const sim::RsaKey& key); // 90 03 … 91 82 0100 …

inline constexpr KeyId issuer_id{{'6', '0', '0', '0', '0', '2', '3', 8, 5, '0', '0', '1'}};
inline constexpr KeyId signer_id{{'1', '3', '2', '2', '1', '2', '1', 8, 5, '0', '0', '0'}};

// EF 0004: certificate of the key named "signer", by the key named "issuer".
[[nodiscard]] Bytes cv_certificate_file();

struct BasicFourContent {
    std::string name = "架空　花子";
    std::string address = "架空県仮想市想像町１－２－３";
    std::string birth_date = "19800217";
    std::string sex = "2";
};
[[nodiscard]] Bytes basic_four_file(const BasicFourContent& content = {});
// EF 0003 over that file, and EF 0007 with the key named "card".
[[nodiscard]] Bytes signature_file(ByteView basic_four_file);
[[nodiscard]] Bytes presence_key_file();

struct SurfaceContent {
    std::string birth_date = "19800217";
    std::string sex = "2";
    Bytes photo = Bytes(200, 0x51);
    std::string card_expiry = "20350217";
};
// EF 0002 of the card face, with the card key named "card".
[[nodiscard]] Bytes surface_file(const SurfaceContent& content = {});

// What the card would answer now, with the key named "card".
[[nodiscard]] SignedChallenge answered_challenge();

// Parsed readings; contract: the files are well formed.
[[nodiscard]] InputSupportReading input_support_reading(const Bytes& basic_four,
                                                        const Bytes& signature);
[[nodiscard]] SurfaceReading surface_reading(const Bytes& surface);

} // namespace madoguchi::jpki::test
