#include "hal/card_reader.hpp"
#include "tests/support/ended_process.hpp"

#include <catch2/catch.hpp>

#include <type_traits>

using namespace madoguchi;
using hal::CardAfterUse;
using hal::Transaction;

static_assert(!std::is_copy_constructible_v<Transaction>);
static_assert(!std::is_copy_assignable_v<Transaction>);
static_assert(std::is_nothrow_move_constructible_v<Transaction>);

namespace {

using Endings = std::vector<CardAfterUse>;

class RecordingPort final : public hal::TransactionPort {
public:
    explicit RecordingPort(Endings& endings) : endings_(endings) {}
    [[nodiscard]] Result<Bytes> transmit(ByteView /*command*/, Deadline /*deadline*/) override {
        return Bytes{0x90, 0x00};
    }
    void end(CardAfterUse after) noexcept override { endings_.push_back(after); }

private:
    Endings& endings_;
};

Transaction begin(Endings& endings, Bytes answer_to_reset = {0x3B}) {
    return {std::make_unique<RecordingPort>(endings), std::move(answer_to_reset), {}};
}

const Endings powered_down_once{CardAfterUse::PowerDown};

} // namespace

TEST_CASE("a transaction that goes out of scope powers the card down, once") {
    Endings endings;
    {
        Transaction transaction = begin(endings);
        CHECK(transaction.channel().transmit({}, Deadline::passed()));
        CHECK(endings.empty());
    }
    CHECK(endings == powered_down_once);
}

TEST_CASE("an explicit end counts, and only the first") {
    Endings endings;
    {
        Transaction transaction = begin(endings);
        transaction.end(CardAfterUse::LeavePowered);
        transaction.end();
    }
    CHECK(endings == Endings{CardAfterUse::LeavePowered});
}

TEST_CASE("a moved-from transaction is inert") {
    Endings endings;
    {
        Transaction first = begin(endings);
        Transaction second = std::move(first);
        first.end(); // NOLINT(bugprone-use-after-move)
        CHECK(endings.empty());
        CHECK(second.answer_to_reset() == Bytes{0x3B});
        CHECK(second.channel().transmit({}, Deadline::passed()));
    }
    CHECK(endings == powered_down_once);
}

TEST_CASE("assigning a transaction ends the one it replaces") {
    Endings replaced;
    Endings kept;
    Transaction transaction = begin(replaced);
    transaction = begin(kept, {0x3B, 0x80});
    CHECK(replaced == powered_down_once);
    CHECK(kept.empty());
    CHECK(transaction.answer_to_reset() == Bytes{0x3B, 0x80});

    Transaction& same = transaction;
    transaction = std::move(same);
    CHECK(kept.empty());
}

TEST_CASE("using the channel of an ended transaction is a broken contract") {
    Endings endings;
    Transaction transaction = begin(endings);
    transaction.end();
    CHECK(test::last_words_of([&] { (void)transaction.channel(); }));
    CHECK(test::last_words_of([] { const Transaction none(nullptr, {}, {}); }));
}
