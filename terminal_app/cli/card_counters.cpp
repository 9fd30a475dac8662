#include "terminal_app/cli/card_counters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace madoguchi::cli {

namespace {

class CounterList {
public:
    Result<void> add(std::string_view id, std::string_view label,
                     const Result<apdu::CounterReading>& reading) {
        if (!reading && reading.error().code() != ErrorCode::FileNotFound) {
            return fail(reading.error());
        }
        counters_.push_back(
            {id, label, reading ? std::optional(reading->tries_left().tries()) : std::nullopt});
        return {};
    }

    [[nodiscard]] std::vector<NumberCounter> take() && { return std::move(counters_); }

private:
    std::vector<NumberCounter> counters_;
};

bool is_missing(const Error& error) {
    return error.code() == ErrorCode::ApplicationNotFound;
}

Result<void> add_input_support(CounterList& list, jpki::MynaCard& card, Deadline deadline) {
    auto application = card.select_input_support(deadline);
    if (!application) {
        return is_missing(application.error()) ? Result<void>() : fail(application.error());
    }
    MADOGUCHI_TRY(list.add(input_support_pin, "券面事項入力補助用暗証番号 (input-support PIN)",
                           application->pin_counter(deadline)));
    return list.add(input_support_number_b, "照合番号B, for the basic four items",
                    application->number_b_counter(deadline));
}

Result<void> add_surface(CounterList& list, jpki::MynaCard& card, Deadline deadline) {
    auto application = card.select_surface(deadline);
    if (!application) {
        return is_missing(application.error()) ? Result<void>() : fail(application.error());
    }
    return list.add(surface_number_b, "照合番号B, for the card face",
                    application->number_b_counter(deadline));
}

Result<void> add_card_data(CounterList& list, jpki::MynaCard& card, Deadline deadline) {
    auto application = card.select_card_data(deadline);
    if (!application) {
        return is_missing(application.error()) ? Result<void>() : fail(application.error());
    }
    return list.add(card_data_number, "照合番号, for card face and basic four items",
                    application->number_counter(deadline));
}

std::string tries_in_words(const NumberCounter& counter) {
    if (!counter.tries_left) {
        return "none: this card has no such number";
    }
    return *counter.tries_left == 0 ? "blocked: a municipal office can help" : std::string();
}

} // namespace

Result<std::vector<NumberCounter>> read_counters(jpki::MynaCard& card, Deadline deadline) {
    CounterList list;
    auto key_service = MADOGUCHI_TRY(card.select_jpki(deadline));
    MADOGUCHI_TRY(list.add(authentication_pin, "利用者証明用暗証番号 (authentication PIN)",
                           key_service.pin_counter(deadline)));
    if (card.profile().may_have_card_face()) {
        MADOGUCHI_TRY(add_input_support(list, card, deadline));
        MADOGUCHI_TRY(add_surface(list, card, deadline));
        MADOGUCHI_TRY(add_card_data(list, card, deadline));
    }
    return std::move(list).take();
}

nlohmann::ordered_json to_json(const std::vector<NumberCounter>& counters) {
    auto json = nlohmann::ordered_json::object();
    for (const NumberCounter& counter : counters) {
        json[std::string(counter.id)] = counter.tries_left
                                            ? nlohmann::ordered_json(*counter.tries_left)
                                            : nlohmann::ordered_json();
    }
    return json;
}

std::string to_line(const NumberCounter& counter) {
    const std::string words = tries_in_words(counter);
    const std::string tries = counter.tries_left ? std::to_string(*counter.tries_left) : "-";
    return fmt::format("{:>2}  {}{}", tries, counter.label, words.empty() ? "" : "; " + words);
}

bool is_usable(const std::vector<NumberCounter>& counters, std::string_view id) {
    return std::ranges::any_of(counters, [id](const NumberCounter& counter) {
        return counter.id == id && counter.tries_left.value_or(0) > 0;
    });
}

bool has_no_usable_pin(const std::vector<NumberCounter>& counters) {
    return !is_usable(counters, authentication_pin) && !is_usable(counters, input_support_pin);
}

} // namespace madoguchi::cli
