// What a recorded conversation with a card holds, and that it fails again when it is replayed.
#include "apdu/ber_tlv.hpp"
#include "apdu/trace/replay_reader.hpp"
#include "jpki/card/card_in_traces.hpp"
#include "jpki/reception/authenticate_with_pin.hpp"
#include "jpki/reception/read_with_number_b.hpp"
#include "tests/unit/jpki/support/scripted_card.hpp"
#include "tests/unit/jpki/support/simulated_card.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <sstream>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;

namespace {

using Conversation = std::function<Result<void>(MynaCard&)>;

Result<void> talk(hal::Transaction& transaction, apdu::TraceSink* trace, const Conversation& say) {
    MynaCard card = MADOGUCHI_TRY(MynaCard::require(transaction, trace, soon()));
    return say(card);
}

struct Recorded {
    std::string trace;
    Result<void> result;
};

Recorded record(hal::Transaction transaction, const Conversation& say) {
    std::ostringstream out;
    const auto shown_files = files_shown_in_traces();
    apdu::TraceRecorder recorder(out, shown_files);
    recorder.begin({"test", "reader", transaction.answer_to_reset(), transaction.limits()});
    const Result<void> result = talk(transaction, &recorder, say);
    return {out.str(), result};
}

Result<void> everything_a_desk_reads(MynaCard& card, const SimulatedCard& simulated) {
    MADOGUCHI_TRY(read_with_number_b(card, simulated.number_b(), SimulatedCard::anchors(),
                                     SimulatedCard::clock(), soon()));
    MADOGUCHI_TRY(authenticate_with_pin(card, pin(simulated.persona().pins.authentication),
                                        apdu::PinPolicy(), SimulatedCard::anchors(),
                                        SimulatedCard::clock(), soon()));
    auto keys = MADOGUCHI_TRY(card.select_jpki(soon()));
    MADOGUCHI_TRY(keys.read_issuer_certificate(soon()));
    auto common = MADOGUCHI_TRY(card.select_common_card(soon()));
    MADOGUCHI_TRY(common.read_card_record(soon()));
    return {};
}

// Every value of five bytes and more in a file of objects, photo, names and certificates among
// them, in windows of at most eight bytes.
void collect_values(ByteView objects, std::vector<Bytes>& values) {
    constexpr std::size_t shortest = 5;
    constexpr std::size_t window = 8;
    apdu::BerTlvReader reader(objects);
    while (!reader.at_end()) {
        const auto object = reader.next();
        if (!object) {
            return;
        }
        if (object->is_constructed()) {
            collect_values(object->value, values);
            continue;
        }
        for (ByteView rest = object->value; rest.size() >= shortest;
             rest = rest.subspan(std::min(window, rest.size()))) {
            const ByteView piece = rest.first(std::min(window, rest.size()));
            const bool is_one_byte_repeated =
                std::all_of(piece.begin(), piece.end(),
                            [&piece](std::uint8_t byte) { return byte == piece.front(); });
            if (!is_one_byte_repeated) {
                values.push_back(to_bytes(piece));
            }
        }
    }
}

// Text of fixed form, of which a trace shows the beginning; no object.
bool is_token_information(ByteView file) {
    return as_text(file).starts_with("JPKIAP");
}

std::vector<Bytes> values_on(const sim::CardContent& content) {
    std::vector<Bytes> values;
    for (const sim::CardApplication& application : content.applications) {
        for (const sim::CardFile& file : application.files) {
            const auto* transparent = std::get_if<sim::TransparentFile>(&file.content);
            if (transparent != nullptr && !is_token_information(transparent->content)) {
                collect_values(transparent->content, values);
            }
        }
    }
    return values;
}

// A number or date as a person would look for it: as its digits, which is also how its BCD form is
// written here, and as the bytes of its digits.
std::vector<std::string> forms_of(const std::string& text) {
    return {text, to_hex(as_bytes(text))};
}

} // namespace

TEST_CASE("nothing of the person is in a trace, in any form") {
    const auto id = GENERATE(as<std::string>(), "p02", "p03", "p05", "p09", "p16");
    CAPTURE(id);
    SimulatedCard simulated(id);
    const Recorded recorded = record(simulated.begin(), [&simulated](MynaCard& card) {
        return everything_a_desk_reads(card, simulated);
    });
    REQUIRE(recorded.result);

    const sim::Persona& persona = simulated.persona();
    std::string birth_date = to_iso(persona.birth_date);
    std::erase(birth_date, '-');
    for (const std::string& text :
         {persona.name.kanji, persona.name.kana, persona.address, birth_date, persona.card.serial,
          persona.verification_number_b(), persona.individual_number}) {
        for (const std::string& form : forms_of(text)) {
            CHECK_THAT(recorded.trace, !Catch::Contains(form));
        }
    }
    const std::vector<Bytes> values = values_on(simulated.content());
    REQUIRE(values.size() > 500);
    for (const Bytes& value : values) {
        CHECK(recorded.trace.find(to_hex(value)) == std::string::npos);
        CHECK(recorded.trace.find(as_text(value)) == std::string::npos);
    }
}

TEST_CASE("a trace shows what the token calls itself, and files as structure") {
    SimulatedCard simulated;
    const Recorded recorded = record(simulated.begin(), [&simulated](MynaCard& card) {
        return everything_a_desk_reads(card, simulated);
    });
    CHECK_THAT(recorded.trace, Catch::Contains("-> " + to_hex(as_bytes("JPKIAPICCTOKEN2"))));
    CHECK_THAT(recorded.trace, Catch::Contains("[80]9000"));
    CHECK_THAT(recorded.trace, Catch::Contains("-> FF20"));
    CHECK_THAT(recorded.trace, Catch::Contains("-> 3082"));
    CHECK_THAT(recorded.trace, Catch::Contains(" secret -> 9000"));
}

TEST_CASE("a failure that was recorded happens again when it is replayed") {
    SimulatedCard simulated;
    const Conversation ask_for_pin = [](MynaCard& card) -> Result<void> {
        const auto counter = MADOGUCHI_TRY(authentication_pin_counter(card, soon()));
        return counter.is_blocked() ? Result<void>(fail(ErrorCode::KeyBlocked, "blocked"))
                                    : Result<void>();
    };
    ErrorCode expected{};
    SECTION("a blocked PIN") {
        expected = ErrorCode::KeyBlocked;
        for (int i = 0; i < 3; ++i) {
            hal::Transaction transaction = simulated.begin();
            CHECK(talk(transaction, nullptr, [](MynaCard& card) -> Result<void> {
                MADOGUCHI_TRY(authenticate_with_pin(
                    card, pin("0000"), apdu::PinPolicy(apdu::LastTryConfirmation::by_person()),
                    SimulatedCard::anchors(), SimulatedCard::clock(), soon()));
                return {};
            }));
        }
    }
    SECTION("a card taken away") {
        expected = ErrorCode::CardRemoved;
        simulated.reader().remove_after(2);
    }
    SECTION("a foreign card") {
        expected = ErrorCode::CardUnsuitable;
        simulated.content().applications.clear();
        simulated.insert();
    }
    const Recorded recorded = record(simulated.begin(), ask_for_pin);
    REQUIRE_FALSE(recorded.result);
    CHECK(recorded.result.error().code() == expected);

    apdu::TraceReplay replay(apdu::parse_trace(recorded.trace).value());
    apdu::ReplayReader readers(replay);
    const auto reader = readers.open("reader").value();
    hal::Transaction transaction = reader->begin(soon()).value();
    const Result<void> replayed = talk(transaction, nullptr, ask_for_pin);
    REQUIRE_FALSE(replayed);
    CHECK(replayed.error().code() == recorded.result.error().code());
    CHECK(replayed.error().status_word() == recorded.result.error().status_word());
    CHECK_FALSE(replay.divergence());
    CHECK(replay.exchanges_left() == 0);
}
