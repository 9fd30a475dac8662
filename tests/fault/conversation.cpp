#include "tests/fault/conversation.hpp"

namespace madoguchi::test {

const sim::Persona& patient() {
    static const sim::Persona loaded = persona("p02");
    return loaded;
}

Result<Reading> converse(hal::CardReaderDirectory& readers, const std::string& reader_name,
                         const Scenario& scenario, Deadline deadline) {
    const auto reader = MADOGUCHI_TRY(readers.open(reader_name));
    hal::Transaction transaction = MADOGUCHI_TRY(reader->begin(deadline));
    auto card = MADOGUCHI_TRY(jpki::MynaCard::require(transaction, nullptr, deadline));
    return scenario.run(card, deadline);
}

std::string word_of(const Result<Reading>& outcome) {
    return outcome ? outcome->word : std::string(name_of(outcome.error().code()));
}

} // namespace madoguchi::test
