#include "jpki/record/certificate_presence.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using madoguchi::test::hex;

TEST_CASE("the flags say which certificates the card was issued with") {
    struct Case {
        const char* file;
        CertificateState signature;
        CertificateState user_authentication;
    };
    const auto example =
        GENERATE(Case{"8F8F00", CertificateState::Present, CertificateState::Present},
                 Case{"008F00", CertificateState::Absent, CertificateState::Present},
                 Case{"0F8F00", CertificateState::NotKnown, CertificateState::Present},
                 Case{"FFFFFF", CertificateState::NotKnown, CertificateState::NotKnown});
    CAPTURE(example.file);
    const auto presence = parse_certificate_presence(hex(example.file));
    REQUIRE(presence.has_value());
    CHECK(presence->signature == example.signature);
    CHECK(presence->user_authentication == example.user_authentication);
}

TEST_CASE("flags of another length are not interpreted") {
    const auto* const file = GENERATE("8F8F", "8F8F0000", "");
    const auto presence = parse_certificate_presence(hex(file));
    REQUIRE_FALSE(presence.has_value());
    CHECK(presence.error().code() == ErrorCode::LengthInvalid);
}
