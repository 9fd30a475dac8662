#include "bench/card/task_needs.hpp"

#include "apdu/apdu_limits.hpp"
#include "apdu/ber_tlv.hpp"
#include "bench/card/card_file.hpp"
#include "jpki/card/card_layout.hpp"
#include "jpki/trust/challenge.hpp"
#include "jpki/trust/pkcs1_signature.hpp"

namespace madoguchi::bench {

namespace {

constexpr const jpki::CardLayout& layout = jpki::current_card;

class NeedList {
public:
    NeedList(const sim::CardContent& content, const sim::Persona& persona)
        : content_(content), number_b_digits_(persona.verification_number_b().size()) {}

    void application(std::string_view what, const apdu::Aid& aid) {
        needs_.push_back({what, sim::CommandKind::SelectApplication, aid.bytes().size(), 0});
    }
    // The object in the file, without the filler behind it.
    Result<void> object(std::string_view what, const apdu::Aid& aid, apdu::ShortFileId file) {
        const ByteView bytes = MADOGUCHI_TRY(file_of(content_, aid, file));
        const std::size_t size = MADOGUCHI_TRY(apdu::declared_object_length(bytes));
        needs_.push_back({what, sim::CommandKind::Read, 0, size});
        return {};
    }
    void token_label() {
        constexpr std::size_t label_size = 32; // the first field of CK_TOKEN_INFO
        needs_.push_back({"label of the token", sim::CommandKind::Read, 0, label_size});
    }
    // The counter is a status word.
    void counter(std::string_view what) {
        needs_.push_back({what, sim::CommandKind::AskRetryCounter, 0, 2});
    }
    void number_b() {
        counter("tries left of number B");
        needs_.push_back({"number B", sim::CommandKind::Verify, number_b_digits_, 0});
    }
    // The card signs what it is given: DigestInfo of a fresh challenge out, a signature in.
    void presence() {
        const std::size_t digest_info =
            jpki::sha256_digest_info(Bytes(jpki::Challenge::size)).size();
        needs_.push_back({"presence proof", sim::CommandKind::PrivateKey, digest_info,
                          sim::RsaKey::modulus_length});
    }
    [[nodiscard]] std::vector<Need> take() && { return std::move(needs_); }

private:
    const sim::CardContent& content_;
    std::size_t number_b_digits_;
    std::vector<Need> needs_;
};

Result<void> certificate(NeedList& needs) {
    const jpki::PublicKeyServiceLayout& place = layout.public_key_service;
    return needs.object("authentication certificate", place.application,
                        place.user_authentication_certificate.id);
}

void recognition(NeedList& needs) {
    needs.application("application of certificates", layout.public_key_service.application);
    needs.token_label();
}

Result<void> proved_basic_four(NeedList& needs) {
    const jpki::InputSupportLayout& place = *layout.input_support;
    needs.application("application of the basic four", place.application);
    needs.number_b();
    MADOGUCHI_TRY(needs.object("basic four", place.application, place.basic_four.id));
    MADOGUCHI_TRY(
        needs.object("signature over the basic four", place.application, place.signature.id));
    MADOGUCHI_TRY(
        needs.object("CV certificate", place.application, place.data_signing_certificate.id));
    MADOGUCHI_TRY(needs.object("presence key", place.application, place.presence_key.id));
    needs.presence();
    return {};
}

Result<void> proved_surface(NeedList& needs) {
    const jpki::SurfaceLayout& place = *layout.surface;
    needs.application("application of the card face", place.application);
    needs.number_b();
    MADOGUCHI_TRY(needs.object("surface record with photo", place.application, place.record.id));
    MADOGUCHI_TRY(
        needs.object("CV certificate", place.application, place.data_signing_certificate.id));
    needs.presence();
    return {};
}

void counters(NeedList& needs) {
    needs.application("application of certificates", layout.public_key_service.application);
    needs.counter("tries left of the authentication PIN");
    needs.application("application of the basic four", layout.input_support->application);
    needs.counter("tries left of the input-support PIN");
    needs.counter("tries left of number B");
    needs.application("application of the card face", layout.surface->application);
    needs.counter("tries left of number B");
}

Result<void> gather(CardTask task, NeedList& needs) {
    switch (task) {
    case CardTask::AuthenticationCertificate:
        needs.application("application of certificates", layout.public_key_service.application);
        return certificate(needs);
    case CardTask::PinStatus:
        counters(needs);
        return {};
    case CardTask::BasicFour:
        recognition(needs);
        return proved_basic_four(needs);
    case CardTask::FullReception:
        break;
    }
    recognition(needs);
    MADOGUCHI_TRY(certificate(needs));
    MADOGUCHI_TRY(proved_basic_four(needs));
    return proved_surface(needs);
}

} // namespace

Result<std::vector<Need>> needs_of(CardTask task, const sim::CardContent& content,
                                   const sim::Persona& persona) {
    NeedList needs(content, persona);
    MADOGUCHI_TRY(gather(task, needs));
    return std::move(needs).take();
}

std::vector<Need> in_short_answers(const std::vector<Need>& needs) {
    std::vector<Need> pieces;
    for (Need need : needs) {
        for (; need.bytes_in > apdu::ApduLimits::short_answer;
             need.bytes_in -= apdu::ApduLimits::short_answer) {
            pieces.push_back(
                {need.what, need.kind, need.bytes_out, apdu::ApduLimits::short_answer});
        }
        pieces.push_back(need);
    }
    return pieces;
}

sim::Microseconds limit_of(const std::vector<Need>& needs, const sim::LinkModel& model) {
    sim::Microseconds sum{};
    for (const Need& need : needs) {
        sum += model.time_of(need.kind, need.bytes_out, need.bytes_in);
    }
    return sum;
}

} // namespace madoguchi::bench
