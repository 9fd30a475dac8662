#include "apdu/response_apdu.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::apdu;
using test::hex;

TEST_CASE("a response without a whole status word is a tear, not an answer") {
    for (const Bytes& received : {Bytes{}, Bytes{0x90}}) {
        const auto response = ResponseApdu::parse(received);
        REQUIRE_FALSE(response);
        CHECK(response.error().code() == ErrorCode::Truncated);
    }
}

TEST_CASE("the last two bytes are the status word, whatever stands before") {
    const auto bare = ResponseApdu::parse(hex("6A82"));
    REQUIRE(bare);
    CHECK(bare->data().empty());
    CHECK(bare->status() == status::file_or_application_not_found);

    const auto longest = ResponseApdu::parse(concatenate({Bytes(65536, 0x90), hex("9000")}));
    REQUIRE(longest);
    CHECK(longest->data() == Bytes(65536, 0x90));
    CHECK(longest->status().is_success());
    CHECK(longest->encode().size() == 65538);
}

TEST_CASE("an unexpected status word becomes an error that keeps it") {
    struct Case {
        std::uint16_t status;
        ErrorCode code;
    };
    for (const Case each :
         {Case{0x6982, ErrorCode::SecurityStatusNotSatisfied},
          Case{0x6A82, ErrorCode::FileNotFound}, Case{0x6983, ErrorCode::KeyBlocked},
          Case{0x6984, ErrorCode::KeyBlocked}, Case{0x6985, ErrorCode::UnexpectedStatusWord},
          Case{0x9000, ErrorCode::UnexpectedStatusWord},
          Case{0x0000, ErrorCode::UnexpectedStatusWord}}) {
        const Error error = unexpected_status(StatusWord(each.status), "no");
        CHECK(error.code() == each.code);
        CHECK(error.status_word() == each.status);
        CHECK_THAT(error.where().file_name(), Catch::EndsWith("response_apdu_test.cpp"));
    }
}
