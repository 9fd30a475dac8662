#include "terminal_app/service/refused_numbers.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using std::chrono_literals::operator""s;

namespace {

constexpr MonotonicTime start{};

jpki::FrontNumber number(std::string_view digits) {
    return jpki::front_number_from(digits.size() == 14 ? jpki::FrontNumberKind::NumberB
                                                       : jpki::FrontNumberKind::VerificationNumber,
                                   SecretBytes(as_bytes(digits)))
        .value();
}

Digest name(const RefusedNumbers& numbers, std::string_view certificate, std::string_view digits) {
    return numbers.name_of(numbers.name_of(as_bytes(certificate)), number(digits));
}

} // namespace

TEST_CASE("a refused number is known for its card alone, and no other number of that card") {
    RefusedNumbers numbers;
    numbers.remember(name(numbers, "card", "41030520312285"), start);
    const auto [certificate, digits, is_known] = GENERATE(table<const char*, const char*, bool>({
        {"card", "41030520312285", true},
        {"card", "41030520312286", false},
        {"card", "410305", false},
        {"another card", "41030520312285", false},
    }));
    CHECK(numbers.know(name(numbers, certificate, digits), start) == is_known);
}

TEST_CASE("a refusal is forgotten in time, and where there are many") {
    RefusedNumbers numbers;
    const Digest first = name(numbers, "card", "41030520312285");
    numbers.remember(first, start);
    SECTION("in time") {
        CHECK(numbers.know(first, start + RefusedNumbers::longest_memory));
        CHECK_FALSE(numbers.know(first, start + RefusedNumbers::longest_memory + 1s));
        numbers.forget_old(start + RefusedNumbers::longest_memory + 1s);
        CHECK_FALSE(numbers.know(first, start));
    }
    SECTION("where there are many") {
        for (std::size_t other = 1; other < RefusedNumbers::most; ++other) {
            numbers.remember(name(numbers, std::to_string(other), "410305"), start);
        }
        CHECK(numbers.know(first, start));
        numbers.remember(name(numbers, "one more", "410305"), start);
        CHECK_FALSE(numbers.know(first, start));
    }
}

TEST_CASE("what stands for a number is another with every start of the program") {
    CHECK(name(RefusedNumbers(), "card", "410305") != name(RefusedNumbers(), "card", "410305"));
}
