// Questions and clocks for tests of the list of later confirmations. Invented people.
#pragma once

#include "terminal_app/store/later_list.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

namespace madoguchi::test {

class SetClock final : public Clock {
public:
    [[nodiscard]] MonotonicTime monotonic_now() const override { return monotonic; }
    [[nodiscard]] CivilTime civil_now() const override { return civil; }
    void pass(std::chrono::seconds time) {
        monotonic += time;
        civil += time;
    }

    MonotonicTime monotonic{std::chrono::hours(1)};
    CivilTime civil{std::chrono::seconds(1'790'000'000)};
};

inline terminal::LaterQuestion later_question(int patient) {
    using namespace std::chrono_literals;
    terminal::LaterQuestion question;
    question.visit_day = CivilDate(2026y / 11 / 20);
    question.reference_number = "K" + std::to_string(1000 + patient);
    question.insurance = {"06139999", "記号12", "3456789", "01"};
    question.birth_date = CivilDate(1970y / 4 / 1);
    question.person.name = "架空花子";
    question.person.kana = "カクウ ハナコ";
    question.person.birth_date = question.birth_date;
    question.person.sex = eligibility::Sex::Female;
    question.person.address = "東京都架空区一丁目2番3号";
    return question;
}

inline terminal::LaterList open_later(const std::filesystem::path& path, const Clock& clock,
                                      const std::string& boot = "boot-1") {
    auto list = terminal::LaterList::open(path, clock, {boot, 2000});
    INFO((list ? std::string_view() : list.error().text()));
    REQUIRE(list.has_value());
    return std::move(*list);
}

template <typename T>
T require(Result<T> result) {
    INFO((result ? std::string_view() : result.error().text()));
    REQUIRE(result.has_value());
    return std::move(*result);
}

} // namespace madoguchi::test
