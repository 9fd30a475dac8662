#include "apdu/transparent_file.hpp"
#include "tests/support/answering_channel.hpp"
#include "tests/support/file_card.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

using namespace madoguchi;
using namespace madoguchi::apdu;
using namespace std::chrono_literals;

namespace {

constexpr ShortFileId file{0x02};

ApduLimits any_limits() {
    return {.extended_length = *rc::gen::arbitrary<bool>(),
            .longest_answer_data = *rc::gen::inRange<std::size_t>(8, 3000)};
}

test::FileCard::Manners any_manners() {
    return {.extended_length = *rc::gen::arbitrary<bool>(),
            .longest_answer = *rc::gen::inRange<std::size_t>(8, 3000),
            .warns_at_end = *rc::gen::arbitrary<bool>()};
}

Bytes any_object() {
    const auto size = *rc::gen::inRange<std::size_t>(0, 2000);
    const Bytes header{0xFF, 0x20, 0x82, static_cast<std::uint8_t>(size >> 8U),
                       static_cast<std::uint8_t>(size & 0xFFU)};
    return concatenate({header, Bytes(size, 0x5A)});
}

} // namespace

TEST_CASE("properties of reading files") {
    rc::prop("an object file is its object, however card and reader cut it", [] {
        const Bytes object = any_object();
        const Bytes filler(*rc::gen::inRange<std::size_t>(0, 600),
                           *rc::gen::element<std::uint8_t>(0x00, 0xFF));
        test::FileCard card(concatenate({object, filler}), any_manners());
        ApduChannel channel(card, any_limits());
        ExchangeBudget budget(1000, 100'000, Deadline::after(10s));
        RC_ASSERT((read_object_file(channel, {file, 256, object.size()}, budget) == object));
    });
    rc::prop("a whole file is all its bytes, however card and reader cut it", [] {
        const Bytes physical(*rc::gen::inRange<std::size_t>(1, 3000), 0x5A);
        test::FileCard card(physical, any_manners());
        ApduChannel channel(card, any_limits());
        ExchangeBudget budget(1000, 100'000, Deadline::after(10s));
        RC_ASSERT((read_whole_file(channel, file, 3000, budget) == physical));
    });
    rc::prop("whatever a card answers, reading ends inside its budget and its cap",
             [](std::vector<Bytes> answers) {
                 std::size_t next = 0;
                 test::AnsweringChannel card([&](ByteView) -> Result<Bytes> {
                     if (next == answers.size()) {
                         return fail(ErrorCode::CardRemoved, "no more answers");
                     }
                     const Bytes status = next % 3 == 2 ? Bytes{0x61, 0x08} : Bytes{0x90, 0x00};
                     return concatenate({answers[next++], status});
                 });
                 ApduChannel channel(card, any_limits());
                 ExchangeBudget budget(20, 10'000, Deadline::after(10s));
                 const auto content = read_object_file(channel, {file, 256, 100}, budget);
                 RC_ASSERT(card.commands().size() <= 20U);
                 if (content) {
                     RC_ASSERT(content->size() <= 100U);
                     RC_ASSERT((declared_object_length(*content) == content->size()));
                 }
             });
}
