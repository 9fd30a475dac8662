#include "eligibility/oqs/lexical.hpp"
#include "terminal_app/cli/card_access.hpp"
#include "terminal_app/cli/card_outcome.hpp"
#include "terminal_app/cli/commands.hpp"
#include "terminal_app/cli/document_input.hpp"
#include "terminal_app/cli/journal_report.hpp"
#include "terminal_app/documents/document_fields.hpp"
#include "terminal_app/store/audit_journal.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <memory>

namespace madoguchi::cli {

namespace {

using terminal::AuditJournal;
using terminal::AuditSearch;
using terminal::ChainVerdict;

struct Options {
    std::filesystem::path database;
    std::string from;
    std::string to;
    std::string record; // file of the record's numbers; "-": standard input; empty: any record
    bool of_card = false;
    CardOptions card;
    std::size_t most = 1000;
    bool json = false;
};

// Only a journal that is there: a typing error must not make a new one, nor a new key.
Result<AuditJournal> opened(const Options& options) {
    if (!std::filesystem::is_regular_file(options.database) ||
        !std::filesystem::is_regular_file(options.database.string() + ".key")) {
        return fail(ErrorCode::ConfigInvalid,
                    "there is no such journal with its key beside it; see [store] database in the "
                    "terminal's settings");
    }
    return AuditJournal::open(options.database);
}

// "2026-11-20": its midnight; "2026-11-20T09:30": that minute. Japanese time, as OQS files have it.
Result<CivilTime> moment_in(std::string_view text) {
    constexpr std::size_t date_size = 10;
    std::string digits;
    for (const char part : text) {
        if (part >= '0' && part <= '9') {
            digits += part;
        }
    }
    const std::string_view form = text.size() == date_size ? "dddd-dd-dd" : "dddd-dd-ddTdd:dd";
    bool fits = text.size() == form.size();
    for (std::size_t at = 0; fits && at < form.size(); ++at) {
        const bool is_digit = text[at] >= '0' && text[at] <= '9';
        fits = form[at] == 'd' ? is_digit : text[at] == form[at];
    }
    digits.resize(14, '0'); // yyyyMMddHHmmss
    const auto moment =
        fits ? eligibility::oqs::parse_time(digits) : Result<std::optional<CivilTime>>();
    if (!moment || !*moment) {
        return fail(ErrorCode::ConfigInvalid,
                    "a moment is a day, 2026-11-20, or a minute, 2026-11-20T09:30, in Japan");
    }
    return **moment;
}

// A day as the end is that whole day.
Result<CivilTime> end_in(std::string_view text) {
    const CivilTime moment = MADOGUCHI_TRY(moment_in(text));
    const bool is_day = text.find('T') == std::string_view::npos;
    return moment + (is_day ? std::chrono::hours(24) : std::chrono::hours(0));
}

Result<eligibility::InsuranceIdentity> record_in(const std::string& file) {
    const Bytes content = MADOGUCHI_TRY(document_content(file));
    const auto object = documents::parse_object(content);
    eligibility::InsuranceIdentity record;
    if (!object || !documents::take(*object, record) || record.insurer_number.empty() ||
        record.number.empty()) {
        return fail(ErrorCode::ConfigInvalid,
                    "the record is one JSON object of insurer_number, symbol, number and branch");
    }
    return record;
}

// The certificate that the journal knows cards by. Needs no number.
Result<Bytes> certificate_on(hal::CardReaderDirectory& readers, const CardOptions& options) {
    const Deadline deadline = Deadline::after(std::chrono::seconds(20));
    const auto access = MADOGUCHI_TRY(CardAccess::open(readers, options, deadline));
    if (access->foreign_card()) {
        return fail(ErrorCode::CardUnsuitable, "this is not a My Number card");
    }
    auto key_service = MADOGUCHI_TRY(access->card().select_jpki(deadline));
    const auto certificate =
        MADOGUCHI_TRY(key_service.read_user_authentication_certificate(deadline));
    return to_bytes(as_bytes(certificate.serial_number()));
}

Result<AuditSearch> search_for(const Options& options, const BenchMaker& bench) {
    AuditSearch search{MADOGUCHI_TRY(moment_in(options.from)),
                       MADOGUCHI_TRY(end_in(options.to)),
                       {},
                       {},
                       options.most};
    if (!options.record.empty()) {
        search.record = MADOGUCHI_TRY(record_in(options.record));
    }
    if (options.of_card) {
        Result<Bytes> certificate = fail(ErrorCode::NoCard, "no card was read");
        static_cast<void>(bench([&](CardBench on) {
            certificate = certificate_on(on.readers, options.card);
            return exit_yes;
        }));
        search.certificate = MADOGUCHI_TRY(std::move(certificate));
    }
    return search;
}

Result<ChainVerdict> show(const Options& options, const BenchMaker& bench) {
    const AuditJournal journal = MADOGUCHI_TRY(opened(options));
    const AuditSearch search = MADOGUCHI_TRY(search_for(options, bench));
    const ChainVerdict verdict = MADOGUCHI_TRY(journal.verify());
    JournalReport report(options.json, verdict);
    const std::size_t found = MADOGUCHI_TRY(
        journal.search(search, [&](const terminal::AuditRow& row) { report.add(row); }));
    report.end(found);
    return verdict;
}

void run(const Options& options, const BenchMaker& bench) {
    const auto verdict = show(options, bench);
    if (!verdict) {
        throw CLI::RuntimeError(report(verdict.error(), options.card));
    }
    if (verdict->first_broken) {
        fmt::print(stderr,
                   "madoguchi journal: the chain is broken at row {}; rows from there on "
                   "may have been changed\n",
                   *verdict->first_broken);
        throw CLI::RuntimeError(exit_no);
    }
}

} // namespace

void add_journal_command(CLI::App& program, const BenchMaker& bench) {
    CLI::App* command = program.add_subcommand("journal", "The audit journal of the terminal");
    command->require_subcommand(1);
    const auto options = std::make_shared<Options>();
    CLI::App* show = command->add_subcommand(
        "show", "What was asked and shown between two moments; the chain is checked first");
    show->add_option("--database", options->database,
                     "The journal, as [store] database names it in the terminal's settings")
        ->required();
    show->add_option("--from", options->from, "2026-11-20 or 2026-11-20T09:30, in Japan")
        ->required();
    show->add_option("--to", options->to,
                     "likewise; a day is that whole day, a minute is not in it")
        ->required();
    show->add_option("--record", options->record,
                     "only what was asked about this insurance record: a JSON file of its numbers, "
                     "or - for standard input");
    show->add_flag("--card", options->of_card, "only receptions of the card on the reader");
    show->add_option("--reader", options->card.reader,
                     "with --card: part of the reader's name; needed when several hold a card");
    show->add_option("--most", options->most, "rows shown at most (1000)")
        ->check(CLI::Range(1, 1'000'000));
    show->add_flag("--json", options->json, "Print one JSON object");
    show->callback([options, bench] {
        options->card.json = options->json;
        run(*options, bench);
    });
}

} // namespace madoguchi::cli
