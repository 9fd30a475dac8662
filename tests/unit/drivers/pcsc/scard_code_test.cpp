#include "drivers/pcsc/scard_code.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace madoguchi;
using drivers::ScardCode;

TEST_CASE("Every number that PC/SC documents has exactly one meaning") {
    std::set<std::uint32_t> seen;
    for (const auto& meaning : drivers::scard_code_meanings()) {
        CHECK(seen.insert(static_cast<std::uint32_t>(meaning.code)).second);
        CHECK_FALSE(meaning.text.view().empty());
        CHECK(group_of(meaning.before_use) == ErrorGroup::Transport);
        CHECK(group_of(meaning.in_use) == ErrorGroup::Transport);
    }
    for (std::uint32_t code = 0x80100001; code <= 0x80100031; ++code) {
        CHECK(seen.contains(code));
    }
    for (std::uint32_t code = 0x80100065; code <= 0x8010006F; ++code) {
        CHECK(seen.contains(code));
    }
}

TEST_CASE("The same code means another thing before a card is in use and while it is") {
    struct Case {
        ScardCode code;
        ErrorCode before_use;
        ErrorCode in_use;
    };
    const auto expected = GENERATE(values<Case>({
        {ScardCode::RemovedCard, ErrorCode::NoCard, ErrorCode::CardRemoved},
        {ScardCode::NoSmartcard, ErrorCode::NoCard, ErrorCode::CardRemoved},
        {ScardCode::NotTransacted, ErrorCode::TransportFailed, ErrorCode::CardRemoved},
        {ScardCode::ResetCard, ErrorCode::CardReset, ErrorCode::CardReset},
        {ScardCode::UnresponsiveCard, ErrorCode::CardMute, ErrorCode::CardRemoved},
        {ScardCode::UnpoweredCard, ErrorCode::CardMute, ErrorCode::CardReset},
        {ScardCode::NoService, ErrorCode::ServiceUnavailable, ErrorCode::ServiceUnavailable},
        {ScardCode::CommunicationError, ErrorCode::ServiceUnavailable,
         ErrorCode::ServiceUnavailable},
        {ScardCode::SharingViolation, ErrorCode::ReaderBusy, ErrorCode::ReaderBusy},
        {ScardCode::ReaderUnavailable, ErrorCode::ReaderLost, ErrorCode::ReaderLost},
        {ScardCode::UnknownReader, ErrorCode::ReaderLost, ErrorCode::ReaderLost},
        {ScardCode::SecurityViolation, ErrorCode::AccessDenied, ErrorCode::AccessDenied},
    }));
    const Error before_use = drivers::error_before_use(expected.code);
    CHECK(before_use.code() == expected.before_use);
    CHECK(before_use.system_code() == static_cast<std::int64_t>(expected.code));
    CHECK(drivers::error_in_use(expected.code).code() == expected.in_use);
}

TEST_CASE("A number that nobody documents is a failed transport") {
    const auto unheard_of = static_cast<ScardCode>(0xDEADBEEF);
    CHECK(drivers::error_before_use(unheard_of).code() == ErrorCode::TransportFailed);
    CHECK(drivers::error_in_use(unheard_of).code() == ErrorCode::TransportFailed);
    CHECK(drivers::error_in_use(unheard_of).system_code() == 0xDEADBEEF);
}
