// What checking and parsing cost after the bytes have come from the card. A reception does each of
// them once, so a few milliseconds together are nothing to the person who waits.
#include "bench/card/card_file.hpp"
#include "hw-sim/card/certificate_profile.hpp"
#include "hw-sim/card/personalisation.hpp"
#include "jpki/card/card_layout.hpp"
#include "jpki/record/surface_record.hpp"
#include "jpki/trust/pkcs1_signature.hpp"
#include "jpki/trust/trust_examiner.hpp"
#include "tests/support/temporary_folder.hpp"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <iostream>

namespace {

using namespace madoguchi;

template <typename T>
T value_of(Result<T> result) {
    if (!result) {
        std::cerr << "bench_jpki: " << result.error().text() << "\n";
        std::exit(EXIT_FAILURE); // a benchmark of refusals would measure nothing
    }
    return *std::move(result);
}

// A persona's card and its issuer's anchors; making their keys takes seconds, once.
class IssuedCard {
public:
    static const IssuedCard& the() {
        static const IssuedCard card;
        return card;
    }

    [[nodiscard]] ByteView certificate() const {
        const auto& place = jpki::current_card.public_key_service;
        return value_of(
            bench::file_of(content_, place.application, place.user_authentication_certificate.id));
    }
    [[nodiscard]] ByteView surface() const {
        const auto& place = *jpki::current_card.surface;
        return value_of(bench::file_of(content_, place.application, place.record.id));
    }
    [[nodiscard]] const jpki::TrustAnchors& anchors() const { return anchors_; }
    // A day on which the certificate is valid.
    [[nodiscard]] CivilTime day() const {
        return CivilTime(std::chrono::sys_days(sim::certificate_issue_date(persona_)) +
                         std::chrono::days(1));
    }

private:
    [[nodiscard]] jpki::TrustAnchors export_anchors() const {
        const test::TemporaryFolder folder;
        if (!issuer_.export_trust_anchors(folder.path())) {
            std::exit(EXIT_FAILURE);
        }
        return value_of(jpki::TrustAnchors::load(folder.path()));
    }

    sim::MemoryKeyStore keys_;
    sim::SimulatedIssuer issuer_{keys_};
    sim::Persona persona_ = value_of(sim::Persona::load(MADOGUCHI_PERSONAS "/p02"));
    sim::CardContent content_ = value_of(sim::personalise(persona_, issuer_));
    jpki::TrustAnchors anchors_ = export_anchors();
};

void parse_certificate(benchmark::State& state) {
    const ByteView file = IssuedCard::the().certificate();
    for (auto _ : state) {
        benchmark::DoNotOptimize(value_of(jpki::UserAuthenticationCertificate::parse(file)));
    }
}

// Parsing included: the examiner takes the certificate over.
void check_certificate(benchmark::State& state) {
    using jpki::UserAuthenticationCertificate;
    const IssuedCard& card = IssuedCard::the();
    for (auto _ : state) {
        jpki::TrustExaminer examiner(card.anchors(), card.day());
        const auto examined =
            examiner.examine(value_of(UserAuthenticationCertificate::parse(card.certificate())));
        if (!std::holds_alternative<jpki::Verified<UserAuthenticationCertificate>>(examined)) {
            state.SkipWithError("the certificate does not pass its checks");
        }
    }
}

void check_pkcs1_signature(benchmark::State& state) {
    const auto key = value_of(sim::RsaKey::generate());
    const jpki::RsaPublicKey public_key{value_of(key.modulus()), {0x01, 0x00, 0x01}};
    const Bytes message(jpki::Sha256Digest().size(), 0x5A);
    const Bytes signature = value_of(key.sign_message(message));
    for (auto _ : state) {
        if (!jpki::is_signature_over(public_key, message, signature)) {
            state.SkipWithError("the signature does not hold");
        }
    }
}

void parse_surface(benchmark::State& state) {
    const ByteView file = IssuedCard::the().surface();
    for (auto _ : state) {
        benchmark::DoNotOptimize(value_of(jpki::parse_surface_record(file)));
    }
}

BENCHMARK(parse_certificate)->Unit(benchmark::kMicrosecond);
BENCHMARK(check_certificate)->Unit(benchmark::kMicrosecond);
BENCHMARK(check_pkcs1_signature)->Unit(benchmark::kMicrosecond);
BENCHMARK(parse_surface)->Unit(benchmark::kMicrosecond);

} // namespace
