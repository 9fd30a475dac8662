#include "eligibility/oqs/zip_archive.hpp"
#include "tests/unit/eligibility/support/zip_writer.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;

namespace {

constexpr std::size_t limit = 4096;

bool is_refused(const Bytes& archive) {
    const auto content = oqs::unpack_single_file(archive, limit);
    return !content && content.error().code() == ErrorCode::AnswerUnreadable;
}

} // namespace

TEST_CASE("the one file in an archive is unpacked, packed or not") {
    const std::string text(2000, 'x');
    for (const auto method : {test::ZipMethod::Stored, test::ZipMethod::Deflated}) {
        const Bytes archive = test::zip_of({text}, method);
        REQUIRE(oqs::looks_like_zip(archive));
        REQUIRE(as_text(*oqs::unpack_single_file(archive, limit)) == text);
    }
    REQUIRE_FALSE(oqs::looks_like_zip(as_bytes("<?xml")));
}

TEST_CASE("an archive of none or several files is refused") {
    REQUIRE(is_refused(test::zip_of({}, test::ZipMethod::Stored)));
    REQUIRE(is_refused(test::zip_of({"a", "b"}, test::ZipMethod::Stored)));
}

TEST_CASE("a bomb is refused by what it says, and one that lies by what it is") {
    const Bytes honest = test::zip_of({std::string(1'000'000, 'x')}, test::ZipMethod::Deflated);
    REQUIRE(honest.size() < limit);
    REQUIRE(is_refused(honest));
    REQUIRE(is_refused(test::zip_claiming(std::string(1'000'000, 'x'), 100)));
}

TEST_CASE("an archive that is cut or has any byte flipped gives its content or a refusal") {
    const std::string text = "<XmlMsg>123</XmlMsg>";
    const Bytes archive = test::zip_of({text}, test::ZipMethod::Deflated);
    for (std::size_t length = 0; length < archive.size(); ++length) {
        REQUIRE(is_refused(Bytes(archive.begin(), archive.begin() + std::ptrdiff_t(length))));
    }
    for (std::size_t at = 0; at < archive.size(); ++at) {
        Bytes flipped = archive;
        flipped[at] ^= 0x5A;
        const auto content = oqs::unpack_single_file(flipped, limit);
        REQUIRE((!content || as_text(*content) == text));
    }
}
