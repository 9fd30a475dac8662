// GET CHALLENGE, INTERNAL AUTHENTICATE and COMPUTE DIGITAL SIGNATURE (reference,
// sections 4.5, 4.6).
#include "hw-sim/card/digest.hpp"
#include "hw-sim/card/virtual_card.hpp"

#include <openssl/rand.h>

#include <array>

namespace madoguchi::sim {

using namespace apdu::status;

namespace {

constexpr std::size_t digest_length = 32;
constexpr std::size_t longest_message = 255;
constexpr std::uint8_t longest_short_id = 0x1F;
constexpr std::uint8_t message_scheme = 0x03; // the card hashes the message and wraps the digest

// What P1 of COMPUTE DIGITAL SIGNATURE asks the card to do with its input, as measured.
struct SignatureScheme {
    std::uint8_t p1;
    std::size_t shortest_input;
    std::size_t longest_input;
    Result<Bytes> (*compute)(const RsaKey& key, ByteView input);
};

constexpr std::array<SignatureScheme, 6> signature_schemes{{
    {0x00, 1, RsaKey::longest_block,
     [](const RsaKey& key, ByteView block) { return key.sign_block(block); }},
    {0x01, 1, longest_message,
     [](const RsaKey& key, ByteView message) { return key.sign_block(sha256(message)); }},
    {0x02, digest_length, digest_length,
     [](const RsaKey& key, ByteView hash) { return key.sign_block(sha256_digest_info(hash)); }},
    {message_scheme, 1, longest_message,
     [](const RsaKey& key, ByteView message) { return key.sign_message(message); }},
    {0x04, digest_length, digest_length,
     [](const RsaKey& key, ByteView hash) { return key.sign_pss(hash); }},
    {0x05, 1, longest_message,
     [](const RsaKey& key, ByteView message) { return key.sign_pss(sha256(message)); }},
}};

apdu::ResponseApdu answer_with(const Result<Bytes>& computed) {
    if (!computed) {
        return {{}, no_precise_diagnosis};
    }
    return {*computed, success};
}

apdu::ResponseApdu sign_with(const RsaKey& key, std::uint8_t p1, ByteView input) {
    const SignatureScheme& scheme = signature_schemes[p1];
    if (input.size() < scheme.shortest_input || input.size() > scheme.longest_input) {
        return {{}, conditions_not_satisfied};
    }
    return answer_with(scheme.compute(key, input));
}

// Provisional: a message of any length that a command can carry, and no other scheme.
apdu::ResponseApdu sign_with(const P384Key& key, std::uint8_t p1, ByteView message) {
    if (p1 != message_scheme) {
        return {{}, wrong_parameters};
    }
    return answer_with(key.sign_message(message));
}

} // namespace

VirtualCard::Answer VirtualCard::get_challenge(const Command& command) {
    if (command.header.p1 != 0 || command.header.p2 != 0) {
        return {{}, wrong_parameters};
    }
    if (!command.data.empty() || !command.expected_length) {
        return {{}, wrong_length};
    }
    if (*command.expected_length > apdu::ApduLimits::short_answer) {
        return {{}, conditions_not_satisfied};
    }
    Bytes challenge(*command.expected_length);
    if (RAND_bytes(challenge.data(), static_cast<int>(challenge.size())) != 1) {
        return {{}, no_precise_diagnosis};
    }
    return {std::move(challenge), success};
}

// The key file that a command may use now, or why it may not.
VirtualCard::Found VirtualCard::find_usable_key(const Command& command, PrivateKeyFile::Use use) {
    const std::uint8_t p2 = command.header.p2;
    const bool is_bare_short_id =
        behaviour_.takes_bare_short_id && p2 > 0 && p2 <= longest_short_id;
    const Found found = find_key(is_bare_short_id ? p2 | 0x80U : p2);
    if (found.file == nullptr) {
        return found;
    }
    const auto* key = std::get_if<PrivateKeyFile>(&found.file->content);
    if (key == nullptr) {
        return {nullptr, structure_incompatible};
    }
    if (!may_use(*found.file)) {
        return {nullptr, security_status_not_satisfied};
    }
    if (key->use != use) {
        return {nullptr, conditions_not_satisfied};
    }
    if (command.data.empty() || command.expected_length.value_or(0) < longest_signature(key->key)) {
        return {nullptr, wrong_length};
    }
    return found;
}

VirtualCard::Answer VirtualCard::internal_authenticate(const Command& command) {
    if (command.header.p1 != 0 || command.header.p2 == 0) {
        return {{}, wrong_parameters};
    }
    const Found found = find_usable_key(command, PrivateKeyFile::Use::InternalAuthentication);
    if (found.file == nullptr) {
        return {{}, found.status};
    }
    observations_.used_keys.insert(place_of(*found.file));
    return answer_with(
        sign_message(std::get<PrivateKeyFile>(found.file->content).key, command.data));
}

VirtualCard::Answer VirtualCard::compute_signature(const Command& command) {
    if (command.header.p1 >= signature_schemes.size()) {
        return {{}, wrong_parameters};
    }
    const Found found = find_usable_key(command, PrivateKeyFile::Use::Signature);
    if (found.file == nullptr) {
        return {{}, found.status};
    }
    Answer answer = std::visit(
        [&command](const auto& key) { return sign_with(key, command.header.p1, command.data); },
        std::get<PrivateKeyFile>(found.file->content).key);
    if (answer.status().is_success()) {
        observations_.used_keys.insert(place_of(*found.file));
    }
    return answer;
}

} // namespace madoguchi::sim
