// Another program on the same machine that uses the reader, as PC/SC lets it.
#pragma once

namespace madoguchi::test {

// Connected as long as it lives. Throws when PC/SC refuses what it wants.
class ForeignProgram {
public:
    enum class Share { Shared, Exclusive };

    explicit ForeignProgram(Share share);
    ~ForeignProgram(); // leaves the card as it is
    ForeignProgram(const ForeignProgram&) = delete;
    ForeignProgram& operator=(const ForeignProgram&) = delete;

    void begin_transaction();
    void end_transaction_with_reset();

private:
    long context_ = 0;
    long card_ = 0;
};

} // namespace madoguchi::test
