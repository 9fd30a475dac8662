#include "jpki/record/token_information.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace madoguchi;
using namespace madoguchi::jpki;

namespace {

Bytes token_file(const std::string& label) {
    Bytes file(TokenInformation::file_size, ' ');
    std::copy(label.begin(), label.end(), file.begin());
    const std::string model = "E16R01NJ";
    std::copy(model.begin(), model.end(), file.begin() + 64);
    return file;
}

} // namespace

TEST_CASE("the label tells card from phone") {
    struct Case {
        std::string label;
        TokenKind kind;
    };
    const auto example = GENERATE(values<Case>({
        {"JPKIAPICCTOKEN2", TokenKind::MyNumberCard},
        {"JPKIAPICCTOKEN", TokenKind::ResidentRegistryCard},
        {"JPKIAPGPSETOKEN", TokenKind::AndroidPhone},
        {"JPKIAPIOSTOKEN", TokenKind::Iphone},
        {"JPKIAPICCTOKEN3", TokenKind::NextGenerationCard},
        {"JPKIAPICCTOKEN4", TokenKind::Unknown},
        {"jpkiapicctoken2", TokenKind::Unknown},
        {"", TokenKind::Unknown},
    }));
    const auto information = parse_token_information(token_file(example.label));
    REQUIRE(information.has_value());
    CHECK(information->kind == example.kind);
    CHECK(information->model == "E16R01NJ");
}

TEST_CASE("token information of another length or with unprintable text is refused") {
    CHECK_FALSE(parse_token_information(Bytes(159, ' ')).has_value());
    CHECK_FALSE(parse_token_information(token_file("\x01")).has_value());
}
