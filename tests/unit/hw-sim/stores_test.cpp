#include "hw-sim/card/key_store.hpp"
#include "hw-sim/card/name_substitution.hpp"
#include "hw-sim/card/number_store.hpp"
#include "hw-sim/card/utf8.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace madoguchi;
using namespace madoguchi::sim;

TEST_CASE("a key is made once and is the same from then on, also for another program") {
    const test::TemporaryFolder folder;
    FolderKeyStore first(folder.path() / "keys");
    FolderKeyStore second(folder.path() / "keys");
    const Bytes modulus = first.key("card").value().modulus().value();
    CHECK(second.key("card").value().modulus().value() == modulus);
    CHECK((std::filesystem::status(folder.path() / "keys" / "card.pem").permissions() &
           (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
          std::filesystem::perms::none);
}

TEST_CASE("a key of the one algorithm is not taken for one of the other") {
    const test::TemporaryFolder folder;
    FolderKeyStore keys(folder.path());
    REQUIRE(keys.p384_key("card"));
    CHECK(keys.key("card").error().code() == ErrorCode::KeyInvalid);
    CHECK(keys.p384_key("card")->subject_public_key_info()->size() == 120);
    REQUIRE(keys.key_pair("other", KeyAlgorithm::Rsa2048));
    REQUIRE(keys.key_pair("other", KeyAlgorithm::EcdsaP384));
    CHECK(keys.p384_key("other").error().code() == ErrorCode::KeyInvalid);
}

TEST_CASE("what was made once is kept, also for another program; a failure is not") {
    const test::TemporaryFolder folder;
    FolderKeyStore first(folder.path() / "keys");
    FolderKeyStore second(folder.path() / "keys");
    MemoryKeyStore memory;
    const auto give = [](std::uint8_t byte) {
        return [byte] { return Result<Bytes>(Bytes{byte, 0x00}); };
    };
    const auto refuse = [] { return Result<Bytes>(fail(ErrorCode::KeyInvalid, "refused")); };
    CHECK(first.kept("certificate", refuse).error().code() == ErrorCode::KeyInvalid);
    CHECK(memory.kept("certificate", refuse).error().code() == ErrorCode::KeyInvalid);
    CHECK(first.kept("certificate", give(1)) == Bytes{1, 0});
    CHECK(second.kept("certificate", give(2)) == Bytes{1, 0});
    CHECK(memory.kept("certificate", give(1)) == Bytes{1, 0});
    CHECK(memory.kept("certificate", give(2)) == Bytes{1, 0});
}

TEST_CASE("a damaged key file is refused, not replaced") {
    const test::TemporaryFolder folder;
    std::ofstream(folder.path() / "card.pem") << "no key";
    FolderKeyStore keys(folder.path());
    CHECK(keys.key("card").error().code() == ErrorCode::KeyInvalid);
}

TEST_CASE("counters and changed numbers are found again in their file") {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "cards" / "p02.json";
    {
        FileNumberStore store = FileNumberStore::open(file).value();
        CHECK_FALSE(store.find("pin").has_value());
        REQUIRE(store.keep("pin", {2, std::nullopt}));
        REQUIRE(store.keep("password", {5, "NEW001"}));
    }
    const FileNumberStore store = FileNumberStore::open(file).value();
    CHECK(store.find("pin") == NumberState{2, std::nullopt});
    CHECK(store.find("password") == NumberState{5, "NEW001"});
}

TEST_CASE("a damaged counter file is an error, never a card with full counters") {
    const auto* const content = GENERATE("", "{", "[1]", R"({"pin": {}})", R"({"pin": 3})");
    const test::TemporaryFolder folder;
    std::ofstream(folder.path() / "card.json") << content;
    CHECK(FileNumberStore::open(folder.path() / "card.json").error().code() ==
          ErrorCode::SyntaxInvalid);
}

TEST_CASE("a counter that cannot be written keeps its old state") {
    FileNumberStore store = FileNumberStore::open("/dev/null/no/such/folder.json").value();
    CHECK(store.keep("pin", {1, std::nullopt}).error().code() == ErrorCode::StorageFailed);
    CHECK_FALSE(store.find("pin").has_value());
}

TEST_CASE("characters outside JIS X 0208 are replaced and flagged") {
    const SubstitutedText text = substitute_for_certificate("𠮷川　髙子");
    CHECK(text.text == "吉川　高子");
    CHECK(text.flags == "10010");
}

TEST_CASE("only well-formed UTF-8 is text") {
    CHECK(decode_utf8("a髙𠮷").value() == std::u32string{U'a', U'髙', U'𠮷'});
    const auto* const malformed = GENERATE("\x80", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80",
                                           "\xF4\x90\x80\x80", "\xE9\xAB", "\xFF");
    CHECK(decode_utf8(malformed).error().code() == ErrorCode::TextInvalid);
}
