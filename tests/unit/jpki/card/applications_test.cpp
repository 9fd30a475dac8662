#include "jpki/trust/pkcs1_signature.hpp"
#include "tests/unit/jpki/support/card_data.hpp"
#include "tests/unit/jpki/support/scripted_card.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;
using madoguchi::test::hex;
using madoguchi::test::ScriptedChannel;

namespace {

// READ BINARY answers of a file that is `file` and then FF filler: first as much as the layout
// says, then the rest; what one answer cannot hold comes in pieces of one frame.
void expect_file(ScriptedChannel& card, const apdu::ObjectFile& layout, const Bytes& file) {
    Bytes rest = file;
    rest.resize(std::max<std::size_t>(file.size(), 256), 0xFF);
    for (std::size_t offset = 0; offset < file.size();) {
        const std::size_t left = file.size() - offset;
        const bool first = offset == 0;
        const std::size_t wanted = first ? layout.first_read : left;
        const std::size_t size = wanted <= 256 ? wanted : 251;
        const auto p1 = static_cast<std::uint8_t>(first ? 0x80U | layout.id.value() : offset >> 8U);
        card.expect({0x00, 0xB0, p1, static_cast<std::uint8_t>(first ? 0 : offset & 0xFFU),
                     static_cast<std::uint8_t>(size & 0xFFU)},
                    concatenate({ByteView(rest).subspan(offset, size), hex("9000")}));
        offset += size;
    }
}

} // namespace

TEST_CASE("challenges are signed as a SHA-256 DigestInfo through 80 2A 00") {
    Challenge challenge = Challenge::fresh().value();
    const Bytes info = sha256_digest_info(sha256(challenge.bytes()));
    const Bytes signature(256, 0x5A);
    const Bytes answer = concatenate({signature, hex("9000")});
    SECTION("with the user-authentication key by its short identifier") {
        hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
            card.expect(select_jpki, "9000")
                .expect(concatenate({hex("802A0097 33"), info, hex("00")}), answer);
        });
        CardSession session(transaction, nullptr);
        auto application =
            JpkiApplication::select(session, current_card.public_key_service, soon()).value();
        CHECK(application.sign(std::move(challenge), soon()).value().signature == signature);
    }
    SECTION("with the key file selected on a card that refuses short identifiers") {
        hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
            card.expect(select_jpki, "9000")
                .expect(concatenate({hex("802A0097 33"), info, hex("00")}), hex("6A86"))
                .expect("00A4020C 02 0017", "9000")
                .expect(concatenate({hex("802A0080 33"), info, hex("00")}), answer);
        });
        CardSession session(transaction, nullptr);
        auto application =
            JpkiApplication::select(session, current_card.public_key_service, soon()).value();
        CHECK(application.sign(std::move(challenge), soon()).value().signature == signature);
    }
    SECTION("with the card face's own default key") {
        hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
            card.expect(select_surface, "9000")
                .expect(concatenate({hex("802A0000 33"), info, hex("00")}), answer);
        });
        CardSession session(transaction, nullptr);
        auto application =
            SurfaceApplication::select(session, *current_card.surface, soon()).value();
        CHECK(application.prove_presence(std::move(challenge), soon()).value().signature ==
              signature);
    }
    SECTION("refused without the PIN") {
        hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
            card.expect(select_jpki, "9000")
                .expect(concatenate({hex("802A0097 33"), info, hex("00")}), hex("6982"));
        });
        CardSession session(transaction, nullptr);
        auto application =
            JpkiApplication::select(session, current_card.public_key_service, soon()).value();
        const auto proof = application.sign(std::move(challenge), soon());
        REQUIRE_FALSE(proof.has_value());
        CHECK(proof.error().code() == ErrorCode::SecurityStatusNotSatisfied);
    }
}

TEST_CASE("files are read by short identifier to their stated length") {
    const Bytes four = basic_four_file();
    const Bytes surface = surface_file();
    SECTION("basic four") {
        hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
            card.expect(select_input_support, "9000");
            expect_file(card, current_card.input_support->basic_four, four);
            expect_file(card, current_card.input_support->signature, signature_file(four));
            expect_file(card, current_card.input_support->data_signing_certificate,
                        cv_certificate_file());
            expect_file(card, current_card.input_support->presence_key, presence_key_file());
        });
        CardSession session(transaction, nullptr);
        auto application =
            InputSupportApplication::select(session, *current_card.input_support, soon()).value();
        CHECK(application.read_basic_four(soon()).value().attributes.sex == Sex::Female);
        CHECK(application.read_signature(soon()).has_value());
        CHECK(application.read_data_signing_certificate(soon()).value().issuer == issuer_id);
        CHECK(application.read_presence_key(soon()).has_value());
    }
    SECTION("card face") {
        hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
            card.expect(select_surface, "9000");
            expect_file(card, current_card.surface->record, surface);
            expect_file(card, current_card.surface->data_signing_certificate,
                        cv_certificate_file());
        });
        CardSession session(transaction, nullptr);
        auto application =
            SurfaceApplication::select(session, *current_card.surface, soon()).value();
        CHECK(application.read_surface_record(soon()).value().photo.is_present());
        CHECK(application.read_data_signing_certificate(soon()).has_value());
    }
    SECTION("card record") {
        hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
            card.expect(select_common_card, "9000")
                .expect(hex("00B2010C00"),
                        concatenate(
                            {hex("011C"), as_bytes("4000000127198431322120350217"), hex("9000")}));
        });
        CardSession session(transaction, nullptr);
        auto application =
            CommonCardApplication::select(session, *current_card.common_card, soon()).value();
        CHECK(application.read_card_record(soon()).value().municipality_code == "13221");
    }
}

TEST_CASE("a card that refuses to read its common record says so by its status word") {
    hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
        card.expect(select_common_card, "9000").expect("00B2010C00", "6A83");
    });
    CardSession session(transaction, nullptr);
    auto application =
        CommonCardApplication::select(session, *current_card.common_card, soon()).value();
    const auto record = application.read_card_record(soon());
    REQUIRE_FALSE(record.has_value());
    CHECK(record.error().status_word() == 0x6A83);
}

TEST_CASE("a header that states more than any real file is refused before reading on") {
    hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
        card.expect(select_surface, "9000").expect("00B0820000", "FF2083FFFFFF DF21 9000");
    });
    CardSession session(transaction, nullptr);
    auto application = SurfaceApplication::select(session, *current_card.surface, soon()).value();
    const auto record = application.read_surface_record(soon());
    REQUIRE_FALSE(record.has_value());
    CHECK(record.error().code() == ErrorCode::TooLarge);
}

TEST_CASE("照合番号B goes to the key of the application that it opens") {
    const auto number = VerificationNumberB::from_digits(secret("55021720352285")).value();
    hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
        card.expect(select_surface, "9000")
            .expect("00200092", "63CA")
            .expect("00200092 0E 3535303231373230333532323835", "9000")
            .expect(select_input_support, "9000")
            .expect("00200095", "63CA")
            .expect("00200095 0E 3535303231373230333532323835", "9000");
    });
    CardSession session(transaction, nullptr);
    auto surface = SurfaceApplication::select(session, *current_card.surface, soon()).value();
    CHECK(surface.present_number_b(number, apdu::PinPolicy(), soon()).value().accepted());
    auto text =
        InputSupportApplication::select(session, *current_card.input_support, soon()).value();
    CHECK(text.present_number_b(number, apdu::PinPolicy(), soon()).value().accepted());
}
