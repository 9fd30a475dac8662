#include "terminal_app/cli/guessable_pin.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;

TEST_CASE("digits that are equal, count up or count down are easy to guess, others are not") {
    const auto [digits, guessable] = GENERATE(table<std::string, bool>({{"0000", true},
                                                                        {"7777", true},
                                                                        {"1234", true},
                                                                        {"6789", true},
                                                                        {"8901", true},
                                                                        {"4321", true},
                                                                        {"1098", true},
                                                                        {"5807", false},
                                                                        {"1235", false},
                                                                        {"1233", false},
                                                                        {"1243", false},
                                                                        {"0001", false}}));
    CAPTURE(digits);
    CHECK(cli::why_guessable(as_bytes(digits)).has_value() == guessable);
}
