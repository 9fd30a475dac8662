// What is remembered of a visit to notice a mis-link at a later one: which card a record and a
// chart were used with, and what the answer for a chart said. Marks only, no personal data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace madoguchi::eligibility::identity {

// What a memory makes of a text: the same for the same text, and nothing of the text.
using Mark = std::uint64_t;

enum class TieKind : std::uint8_t {
    RecordToCard,  // insurance record; the card's certificate and its person
    ChartToCard,   // chart; likewise
    ChartToAnswer, // chart; insurer and name in the answer
};

struct Tie {
    TieKind kind{};
    Mark of = 0;
    Mark first = 0;
    Mark second = 0;

    friend bool operator==(const Tie&, const Tie&) = default;
};

// Used by one thread at a time.
class TieMemory {
public:
    TieMemory() = default;
    virtual ~TieMemory() = default;
    TieMemory(const TieMemory&) = delete;
    TieMemory& operator=(const TieMemory&) = delete;
    TieMemory(TieMemory&&) = delete;
    TieMemory& operator=(TieMemory&&) = delete;

    [[nodiscard]] virtual Mark mark_of(std::string_view text) const = 0;
    [[nodiscard]] virtual std::optional<Tie> find(TieKind kind, Mark of) = 0;
    // All of one visit. Each takes the place of the one of its kind and first mark.
    virtual void keep(const std::vector<Tie>& ties) = 0;
};

// Ends with the program.
class TiesInMemory final : public TieMemory {
public:
    static constexpr std::size_t usual_limit = 600'000;

    // limit: beyond it new ones are not remembered.
    explicit TiesInMemory(std::size_t limit = usual_limit) : limit_(limit) {}

    [[nodiscard]] Mark mark_of(std::string_view text) const override;
    [[nodiscard]] std::optional<Tie> find(TieKind kind, Mark of) override;
    void keep(const std::vector<Tie>& ties) override;

private:
    std::size_t limit_;
    std::map<std::pair<TieKind, Mark>, Tie> ties_;
};

} // namespace madoguchi::eligibility::identity
