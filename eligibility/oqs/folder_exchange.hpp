// One question and its answer through the shared folders of the linking application
// (連携アプリケーション): a request file in req, its answer in res. What is asked is the caller's.
// Source: eligibility interface notes, sections 1 to 3.
#pragma once

#include "eligibility/oqs/request_writer.hpp"
#include "hal/base/clock.hpp"
#include "hal/base/deadline.hpp"
#include "hal/base/result.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::eligibility::oqs {

struct OqsFolderSettings {
    std::filesystem::path folder; // holds req, res and, where it is used, trash
    RequestFormat format;
    std::chrono::milliseconds poll_interval{50};
    // Content that does not parse may still be growing; unchanged for this long, it is the answer.
    std::chrono::milliseconds patience_with_unreadable{1000};
};

// What a file under our request's name turns out to be.
struct Judgement {
    enum class Kind : std::uint8_t { Final, Pending, Foreign, Unreadable };
    Kind kind = Kind::Final;
    std::optional<Error> error; // of Unreadable
};

struct Exchange {
    std::string_view prefix;                      // of both names
    CivilDate date;                               // in the name
    ByteView content;                             // of the request
    std::size_t answer_limit = 0;                 // bytes
    std::function<Judgement(const Bytes&)> judge; // keeps what it read of a Final or Pending file
    bool may_be_zip = false;                      // the answer's name ends in .zip, too
};

enum class ExchangeEnd : std::uint8_t { Answered, StillPending };

// One question at a time: not for use by two threads.
class FolderExchange {
public:
    explicit FolderExchange(OqsFolderSettings settings) : settings_(std::move(settings)) {}

    [[nodiscard]] const OqsFolderSettings& settings() const noexcept { return settings_; }

    // Errors: LinkUnavailable.
    [[nodiscard]] Result<void> check() const;

    // Only a file of our own request's name counts; it is read when two reads in a row agree, and
    // moved to trash where that folder exists. A request that nobody took is withdrawn. No other
    // file is touched. Errors: LinkUnavailable, AnswerUnreadable, AnswerForeign, AnswerLate.
    [[nodiscard]] Result<ExchangeEnd> run(const Exchange& exchange, Deadline deadline);

private:
    // Gives the job under which the request stands.
    [[nodiscard]] Result<std::string> place_request(const Exchange& exchange);

    OqsFolderSettings settings_;
    CivilDate counted_day_{};
    unsigned last_counter_ = 0;
};

} // namespace madoguchi::eligibility::oqs
