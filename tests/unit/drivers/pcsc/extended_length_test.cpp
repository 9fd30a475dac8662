// What the driver learns of a reader's limits while it is used.
#include "tests/unit/drivers/pcsc/fixture.hpp"

using namespace madoguchi;
using namespace madoguchi::test;
using drivers::ScardCode;

namespace {

const Bytes short_command = hex("00B08600A0");
const Bytes extended_command = hex("00B086000000A0");

struct LearningReader : OneReader {
    // Begins anew, as the next card would.
    [[nodiscard]] hal::Transaction begin() {
        return directory.open(reader_name).value()->begin(soon()).value();
    }
    [[nodiscard]] bool is_asked_for_long_answers() { return begin().limits().extended_length; }

    drivers::PcscReaderDirectory directory{{}, pcsc.table()};
};

ErrorCode failure_of(hal::Transaction& transaction, const Bytes& command) {
    const auto answer = transaction.channel().transmit(command, soon());
    REQUIRE_FALSE(answer);
    return answer.error().code();
}

// One conversation whose first command, a long one, is lost while the card stays.
void lose_a_long_command(LearningReader& bench, ScardCode code = ScardCode::NotTransacted) {
    bench.pcsc.fail(code, ScardFunction::Transmit, 1);
    hal::Transaction transaction = bench.begin();
    REQUIRE(transaction.limits().extended_length);
    CHECK(failure_of(transaction, extended_command) == ErrorCode::TransportFailed);
}

} // namespace

TEST_CASE_METHOD(LearningReader, "A reader that loses two long commands in a row gets short ones") {
    const auto code = GENERATE(ScardCode::NotTransacted, ScardCode::InsufficientBuffer,
                               ScardCode::InvalidParameter);
    lose_a_long_command(*this, code);
    CHECK_FALSE(is_asked_for_long_answers()); // the same card, presented anew
    lose_a_long_command(*this, code);
    for (int later = 0; later < 3; ++later) {
        CHECK_FALSE(is_asked_for_long_answers());
    }
}

TEST_CASE_METHOD(LearningReader,
                 "A card that was pulled at the first long command says nothing about the reader") {
    lose_a_long_command(*this); // PC/SC has not noticed yet that it left
    CHECK_FALSE(is_asked_for_long_answers());
    CHECK(begin().channel().transmit(extended_command, soon())); // the next card's
    pcsc.fail(ScardCode::NotTransacted, ScardFunction::Transmit, 1);
    {
        hal::Transaction transaction = begin();
        CHECK(failure_of(transaction, extended_command) == ErrorCode::CardRemoved);
    }
    CHECK(is_asked_for_long_answers());
}

TEST_CASE_METHOD(LearningReader, "Only that reader: another one is still asked for long answers") {
    pcsc.add_reader("Reader B");
    pcsc.insert("Reader B", card_that_answers(hex("9000")));
    lose_a_long_command(*this);
    CHECK(directory.open("Reader B").value()->begin(soon()).value().limits().extended_length);
}

TEST_CASE_METHOD(LearningReader, "A short command that fails says nothing about long ones") {
    pcsc.fail(ScardCode::NotTransacted, ScardFunction::Transmit, 1);
    {
        hal::Transaction transaction = begin();
        CHECK(failure_of(transaction, short_command) == ErrorCode::CardRemoved);
    }
    CHECK(is_asked_for_long_answers());
}

TEST_CASE_METHOD(LearningReader, "A card that left is a card that left, also at a long command") {
    {
        hal::Transaction transaction = begin();
        pcsc.before(ScardFunction::Transmit, [this] { pcsc.remove(reader_name); });
        CHECK(failure_of(transaction, extended_command) == ErrorCode::CardRemoved);
    }
    pcsc.before(ScardFunction::Transmit, [] {});
    pcsc.insert(reader_name, card_that_answers({})); // the tear of the virtual reader: no bytes
    {
        hal::Transaction transaction = begin();
        CHECK(failure_of(transaction, extended_command) == ErrorCode::CardRemoved);
    }
    pcsc.insert(reader_name, card_that_answers(hex("9000")));
    CHECK(is_asked_for_long_answers());
}

TEST_CASE_METHOD(LearningReader,
                 "After one long command that worked, a failure has another cause") {
    {
        hal::Transaction transaction = begin();
        REQUIRE(transaction.channel().transmit(extended_command, soon()));
        pcsc.fail(ScardCode::NotTransacted, ScardFunction::Transmit, 1);
        CHECK(failure_of(transaction, extended_command) == ErrorCode::CardRemoved);
    }
    CHECK(is_asked_for_long_answers());
}

TEST_CASE_METHOD(LearningReader, "A cut that was found is not run into again") {
    begin().channel().note_longest_answer(1692);
    CHECK(begin().limits().longest_answer == 1692);
    CHECK(is_asked_for_long_answers());
    begin().channel().note_longest_answer(258);
    CHECK_FALSE(is_asked_for_long_answers());
    begin().channel().note_longest_answer(257);
    CHECK(begin().limits().longest_answer == 257);
}
