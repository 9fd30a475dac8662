#include "tests/unit/jpki/support/scripted_card.hpp"

namespace madoguchi::jpki::test {

hal::Transaction scripted_transaction(const Script& script, hal::TransferLimits limits,
                                      Bytes answer_to_reset) {
    auto channel = std::make_unique<madoguchi::test::ScriptedChannel>();
    script(*channel);
    return hal::Transaction(std::move(channel), std::move(answer_to_reset), limits);
}

std::string token_file_hex(const std::string& label) {
    std::string text = label;
    text.resize(TokenInformation::file_size, ' ');
    return to_hex(as_bytes(text));
}

void expect_recognition(madoguchi::test::ScriptedChannel& card) {
    card.expect(select_jpki, "9000")
        .expect("00B08600A0", token_file_hex("JPKIAPICCTOKEN2") + "9000");
}

MynaCard recognised(hal::Transaction& transaction) {
    return MynaCard::require(transaction, nullptr, soon()).value();
}

SecretBytes secret(std::string_view characters) {
    return SecretBytes(as_bytes(characters));
}

apdu::Pin pin(std::string_view digits) {
    return apdu::Pin::from_digits(secret(digits), digits.size(), digits.size()).value();
}

} // namespace madoguchi::jpki::test
