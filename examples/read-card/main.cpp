// Says what lies on the first reader that has a card, and lists the exchanges it took. Presents no
// number.
#include <apdu/trace.hpp>
#include <drivers/pcsc/pcsc_reader_directory.hpp>
#include <jpki/card/myna_card.hpp>

#include <algorithm>
#include <iostream>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

Result<std::unique_ptr<hal::CardReader>> first_reader_with_card(hal::CardReaderDirectory& readers) {
    const auto states = MADOGUCHI_TRY(readers.list());
    const auto found =
        std::find_if(states.begin(), states.end(),
                     [](const hal::ReaderState& state) { return state.card_present; });
    if (found == states.end()) {
        return fail(ErrorCode::NoCard, "put a card on a reader and start this again");
    }
    return readers.open(found->name);
}

Result<void> describe_card() {
    drivers::PcscReaderDirectory readers;
    const auto reader = MADOGUCHI_TRY(first_reader_with_card(readers));
    auto transaction = MADOGUCHI_TRY(reader->begin(Deadline::after(5s)));
    apdu::TraceLog trace;
    auto recognised =
        MADOGUCHI_TRY(jpki::MynaCard::recognise(transaction, &trace, Deadline::after(5s)));
    if (const auto* foreign = std::get_if<jpki::ForeignCard>(&recognised)) {
        std::cout << "not a My Number card: " << jpki::name_of(foreign->kind) << '\n';
        return {};
    }
    auto& card = std::get<jpki::MynaCard>(recognised);
    std::cout << jpki::name_of(card.profile().token.kind) << '\n';
    if (card.profile().may_have_card_face()) {
        auto common = MADOGUCHI_TRY(card.select_common_card(Deadline::after(5s)));
        const auto record = MADOGUCHI_TRY(common.read_card_record(Deadline::after(5s)));
        std::cout << "valid until " << static_cast<int>(record.card_expiry.year()) << '\n';
    }
    for (const auto& exchange : trace.records()) {
        std::cout << "  " << apdu::to_line(exchange) << '\n';
    }
    return {};
}

} // namespace

int main() {
    if (const auto described = describe_card(); !described) {
        std::cerr << "read-card: " << described.error().text() << '\n';
        return 1;
    }
    return 0;
}
