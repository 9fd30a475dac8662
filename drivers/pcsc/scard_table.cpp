// The one file that includes winscard.h.
#include "drivers/pcsc/scard_table.hpp"

#include <winscard.h>

#include <algorithm>
#include <vector>

namespace madoguchi::drivers {

namespace {

using Milliseconds = std::chrono::milliseconds;

constexpr ScardCode code_of(LONG code) {
    return static_cast<ScardCode>(static_cast<std::uint32_t>(code));
}

static_assert(ScardCode::NoService == code_of(SCARD_E_NO_SERVICE));
static_assert(ScardCode::CommunicationError == code_of(SCARD_F_COMM_ERROR));
static_assert(ScardCode::NoReadersAvailable == code_of(SCARD_E_NO_READERS_AVAILABLE));
static_assert(ScardCode::ServerTooBusy == code_of(SCARD_E_SERVER_TOO_BUSY));
static_assert(ScardCode::UnsupportedCard == code_of(SCARD_W_UNSUPPORTED_CARD));
static_assert(ScardCode::RemovedCard == code_of(SCARD_W_REMOVED_CARD));
static_assert(ScardCode::CardNotAuthenticated == code_of(SCARD_W_CARD_NOT_AUTHENTICATED));
static_assert(static_cast<DWORD>(ScardProtocol::T1) == SCARD_PROTOCOL_T1);
static_assert(static_cast<DWORD>(ScardDisposition::Unpower) == SCARD_UNPOWER_CARD);
static_assert(scard_state::present == SCARD_STATE_PRESENT);
static_assert(scard_state::changed == SCARD_STATE_CHANGED);

ScardEstablished establish_context() {
    SCARDCONTEXT context = 0;
    const LONG code = SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context);
    return {code_of(code), ScardContext{context}};
}

ScardCode release_context(ScardContext context) {
    return code_of(SCardReleaseContext(static_cast<SCARDCONTEXT>(context)));
}

ScardCode cancel(ScardContext context) {
    return code_of(SCardCancel(static_cast<SCARDCONTEXT>(context)));
}

ScardLength list_readers(ScardContext context, std::span<char> names) {
    DWORD length = names.size();
    const LONG code = SCardListReaders(static_cast<SCARDCONTEXT>(context), nullptr,
                                       names.empty() ? nullptr : names.data(), &length);
    return {code_of(code), length};
}

ScardCode get_status_change(ScardContext context, Milliseconds timeout,
                            std::span<ScardReaderStatus> readers) {
    std::vector<SCARD_READERSTATE> states(readers.size());
    for (std::size_t i = 0; i < readers.size(); ++i) {
        states[i].szReader = readers[i].reader.c_str();
        states[i].dwCurrentState = readers[i].known;
    }
    const LONG code =
        SCardGetStatusChange(static_cast<SCARDCONTEXT>(context),
                             static_cast<DWORD>(timeout.count()), states.data(), states.size());
    for (std::size_t i = 0; i < readers.size(); ++i) {
        readers[i].now = static_cast<std::uint32_t>(states[i].dwEventState);
    }
    return code_of(code);
}

ScardConnected connect(ScardContext context, const std::string& reader) {
    SCARDHANDLE card = 0;
    DWORD protocol = 0;
    const LONG code =
        SCardConnect(static_cast<SCARDCONTEXT>(context), reader.c_str(), SCARD_SHARE_SHARED,
                     SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &card, &protocol);
    return {code_of(code), ScardCard{card},
            protocol == SCARD_PROTOCOL_T0 ? ScardProtocol::T0 : ScardProtocol::T1};
}

ScardCode disconnect(ScardCard card, ScardDisposition disposition) {
    return code_of(
        SCardDisconnect(static_cast<SCARDHANDLE>(card), static_cast<DWORD>(disposition)));
}

ScardCode begin_transaction(ScardCard card) {
    return code_of(SCardBeginTransaction(static_cast<SCARDHANDLE>(card)));
}

ScardCode end_transaction(ScardCard card, ScardDisposition disposition) {
    return code_of(
        SCardEndTransaction(static_cast<SCARDHANDLE>(card), static_cast<DWORD>(disposition)));
}

ScardLength transmit(ScardCard card, ScardProtocol protocol, ByteView command,
                     std::span<std::uint8_t> answer) {
    const SCARD_IO_REQUEST* const header =
        protocol == ScardProtocol::T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
    DWORD length = answer.size();
    const LONG code = SCardTransmit(static_cast<SCARDHANDLE>(card), header, command.data(),
                                    command.size(), nullptr, answer.data(), &length);
    return {code_of(code), length};
}

ScardLength status(ScardCard card, std::span<std::uint8_t> answer_to_reset) {
    DWORD length = answer_to_reset.size();
    const LONG code = SCardStatus(static_cast<SCARDHANDLE>(card), nullptr, nullptr, nullptr,
                                  nullptr, answer_to_reset.data(), &length);
    return {code_of(code), length};
}

} // namespace

std::shared_ptr<const ScardTable> system_scard_table() {
    return std::make_shared<const ScardTable>(
        ScardTable{establish_context, release_context, cancel, list_readers, get_status_change,
                   connect, disconnect, begin_transaction, end_transaction, transmit, status});
}

} // namespace madoguchi::drivers
