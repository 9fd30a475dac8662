// C19 for the files beside the card face: whatever bit of a signed file changes, its structure
// refuses it or the check that covers it fails. The card face has its sweep in surface_test.cpp.
#include "jpki/trust/trust_examiner.hpp"
#include "tests/unit/jpki/support/anchors_folder.hpp"
#include "tests/unit/jpki/support/card_data.hpp"
#include "tests/unit/jpki/support/certificates.hpp"
#include "tests/unit/jpki/support/verdicts.hpp"

#include <catch2/catch.hpp>

#include <functional>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;

namespace {

using Names = std::vector<std::string>;

const TrustAnchors& anchors() {
    static const TrustAnchors good = AnchorsFolder::good();
    return good;
}

// The verdict on the file when it is read; nothing when it has no structure any more.
using Examine = std::function<std::optional<TrustVerdict>(ByteView file)>;

template <typename Reading>
TrustVerdict verdict_on(Reading reading) {
    TrustExaminer examiner(anchors(), test_time());
    static_cast<void>(examiner.examine(std::move(reading)));
    return examiner.verdict();
}

struct InputSupportFiles {
    Bytes basic_four = basic_four_file();
    Bytes signature = signature_file(basic_four);
    Bytes certificate = cv_certificate_file();
    Bytes presence_key = presence_key_file();
};

const InputSupportFiles& good_files() {
    static const InputSupportFiles good;
    return good;
}

// All files of the application are good but one.
template <Bytes InputSupportFiles::*changed>
std::optional<TrustVerdict> examine_input_support(ByteView file) {
    InputSupportFiles files = good_files();
    files.*changed = to_bytes(file);
    auto basic_four = parse_basic_four(files.basic_four);
    auto signature = parse_input_support_signature(files.signature);
    auto certificate = parse_cv_certificate(files.certificate);
    auto presence_key = parse_presence_key(files.presence_key);
    if (!basic_four || !signature || !certificate || !presence_key) {
        return std::nullopt;
    }
    return verdict_on(InputSupportReading{std::move(*basic_four), std::move(*signature),
                                          std::move(*certificate), std::move(*presence_key),
                                          answered_challenge()});
}

std::optional<TrustVerdict> examine_certificate(ByteView file) {
    auto parsed = UserAuthenticationCertificate::parse(file);
    return parsed ? std::optional(verdict_on(std::move(*parsed))) : std::nullopt;
}

struct SignedFile {
    const char* name;
    Bytes content;
    Examine examine;
    Check covering; // a changed bit does not pass this check
    bool alone;     // and fails no other
};

struct Sweep {
    std::size_t refused = 0;
    std::size_t noticed = 0;
};

void check_bit(const SignedFile& file, std::size_t place, unsigned bit, Sweep& sweep) {
    Bytes changed = file.content;
    changed[place] = static_cast<std::uint8_t>(changed[place] ^ (1U << bit));
    const auto verdict = file.examine(changed);
    if (!verdict) {
        ++sweep.refused;
        return;
    }
    CAPTURE(file.name, place, bit, failed_checks(*verdict));
    // Not checked: the file names an authority that nobody knows. That proves nothing either.
    REQUIRE_FALSE(verdict->passed(file.covering));
    if (file.alone) {
        REQUIRE(failed_checks(*verdict) == Names{std::string(name_of(file.covering))});
    }
    ++sweep.noticed;
}

} // namespace

TEST_CASE("a changed bit in a signed file fails the check that covers it, or its structure") {
    const InputSupportFiles& good = good_files();
    const std::vector<SignedFile> files{
        {"basic four", good.basic_four, examine_input_support<&InputSupportFiles::basic_four>,
         Check::BasicFourDigest, true},
        {"their signature file", good.signature,
         examine_input_support<&InputSupportFiles::signature>, Check::BasicFourSignature,
         false}, // a changed digest fails the comparison with the items too
        {"key of the chip", good.presence_key,
         examine_input_support<&InputSupportFiles::presence_key>, Check::InputSupportPresenceKey,
         true},
        {"CV certificate", good.certificate, examine_input_support<&InputSupportFiles::certificate>,
         Check::InputSupportIssuer, false}, // a changed key fails what it has signed too
        {"user certificate", make_certificate({}), examine_certificate, Check::CertificateIssuer,
         false}, // and whatever the changed field is about
    };
    for (const SignedFile& file : files) {
        INFO(file.name);
        const auto good_verdict = file.examine(file.content);
        REQUIRE(good_verdict);
        REQUIRE(good_verdict->passed(file.covering));
        Sweep sweep;
        for (std::size_t place = 0; place < file.content.size(); ++place) {
            // Two bits of every byte, another pair for each of four neighbours.
            check_bit(file, place, place % 4, sweep);
            check_bit(file, place, 4 + place % 4, sweep);
        }
        CHECK(sweep.refused > 0);
        CHECK(sweep.noticed > file.content.size() / 2); // of two bits a byte
    }
}
