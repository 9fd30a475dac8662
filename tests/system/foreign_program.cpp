#include "tests/system/foreign_program.hpp"

#include "tests/system/pcscd_bench.hpp"

#include <winscard.h>

#include <stdexcept>
#include <string>

namespace madoguchi::test {

namespace {

void expect_success(LONG code, const char* function) {
    if (code != SCARD_S_SUCCESS) {
        throw std::runtime_error(std::string("another program's ") + function + " failed");
    }
}

} // namespace

ForeignProgram::ForeignProgram(Share share) {
    expect_success(::SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context_),
                   "SCardEstablishContext");
    DWORD protocol = 0;
    const DWORD mode = share == Share::Exclusive ? SCARD_SHARE_EXCLUSIVE : SCARD_SHARE_SHARED;
    expect_success(::SCardConnect(context_, virtual_reader_name, mode,
                                  SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &card_, &protocol),
                   "SCardConnect");
}

ForeignProgram::~ForeignProgram() {
    ::SCardDisconnect(card_, SCARD_LEAVE_CARD);
    ::SCardReleaseContext(context_);
}

void ForeignProgram::begin_transaction() {
    expect_success(::SCardBeginTransaction(card_), "SCardBeginTransaction");
}

void ForeignProgram::end_transaction_with_reset() {
    expect_success(::SCardEndTransaction(card_, SCARD_RESET_CARD), "SCardEndTransaction");
}

} // namespace madoguchi::test
