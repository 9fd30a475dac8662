#include "terminal_app/cli/card_actions.hpp"
#include "terminal_app/cli/card_outcome.hpp"
#include "terminal_app/cli/card_record_document.hpp"
#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/cli/private_file.hpp"
#include "terminal_app/cli/prompt.hpp"
#include "terminal_app/cli/proved_reading.hpp"

#include <fmt/format.h>
#include <unistd.h>

namespace madoguchi::cli {

namespace {

constexpr std::string_view standard_output = "-";

bool to_standard_output(const ExportOptions& options) {
    return options.out == standard_output;
}

Result<void> expect_free_names(const ExportOptions& options) {
    if (!to_standard_output(options)) {
        MADOGUCHI_TRY(expect_free_name(options.out));
    }
    if (!options.photo.empty()) {
        MADOGUCHI_TRY(expect_free_name(options.photo));
    }
    return {};
}

// Says in words what is about to be written and where. Errors: as ask_word.
Result<bool> is_wanted(const jpki::ReceptionReading& reading, const ExportOptions& options) {
    if (options.yes) {
        return true;
    }
    fmt::print(stderr,
               "The card is genuine. To {} would be written:\n"
               "  name, address, birth date and sex of the holder, and the validity of the "
               "certificate,\n"
               "    each with the checks that prove it\n"
               "  the expiry of the card, marked as not verified\n",
               to_standard_output(options)
                   ? "standard output"
                   : fmt::format("the new file {}, readable by you alone,", options.out));
    if (!options.photo.empty() && reading.surface->photo.is_present()) {
        fmt::print(stderr, "and to the new file {}, readable by you alone, the photo\n",
                   options.photo);
    }
    return MADOGUCHI_TRY(ask_word("Type \"yes\" to write it")) == "yes";
}

Result<void> write_record(const jpki::ReceptionReading& reading, const ExportOptions& options) {
    std::string text =
        card_record_document(reading, SystemClock().civil_now(), options.photo).dump(2) + "\n";
    auto written = to_standard_output(options) ? write_all(STDOUT_FILENO, as_bytes(text))
                                               : write_private_file(options.out, as_bytes(text));
    wipe(text);
    return written;
}

// Both files or none.
Result<void> write(const jpki::ReceptionReading& reading, const ExportOptions& options) {
    const bool photo_too = !options.photo.empty() && reading.surface->photo.is_present();
    if (photo_too) {
        MADOGUCHI_TRY(write_private_file(options.photo, reading.surface->photo.jpeg2000.reveal()));
    }
    auto written = write_record(reading, options);
    if (!written && photo_too) {
        std::error_code ignored;
        std::filesystem::remove(options.photo, ignored);
    }
    return written;
}

struct Exporter {
    const ExportOptions& options;

    int operator()(const jpki::ReceptionReading& reading) const {
        const auto wanted = is_wanted(reading, options);
        if (!wanted) {
            return report(wanted.error(), options);
        }
        if (!*wanted) {
            fmt::print(stderr, "madoguchi: not confirmed; nothing was written\n");
            return end("not-confirmed", exit_no);
        }
        if (const auto written = write(reading, options); !written) {
            return report(written.error(), options);
        }
        if (!options.photo.empty() && !reading.surface->photo.is_present()) {
            fmt::print(stderr, "madoguchi: the card holds no photo; {} was not made\n",
                       options.photo);
        }
        say_where_it_is(reading);
        return end("exported", exit_yes);
    }
    int operator()(const jpki::NumberRejected& rejected) const {
        return report_rejected(rejected.tries_left, options);
    }
    int operator()(const jpki::NumberBlocked& /*blocked*/) const { return report_blocked(options); }
    int operator()(jpki::ForeignCard foreign) const { return report(foreign, options); }
    int operator()(const jpki::CardNotTrusted& refused) const {
        fmt::print(stderr, "madoguchi: nothing was written\n");
        return report_not_trusted(refused.verdict, options);
    }

private:
    void say_where_it_is(const jpki::ReceptionReading& reading) const {
        if (!to_standard_output(options)) {
            fmt::print(stderr, "madoguchi: the record is in {}, readable by you alone\n",
                       options.out);
        }
        if (!options.photo.empty() && reading.surface->photo.is_present()) {
            fmt::print(stderr, "madoguchi: the photo is in {}, readable by you alone\n",
                       options.photo);
        }
    }
    // On standard output the record is the one JSON object.
    int end(std::string_view outcome, int status) const {
        const bool is_there_already = to_standard_output(options) && status == exit_yes;
        if (options.json && !is_there_already) {
            print_json({{"outcome", outcome}});
        }
        return status;
    }
};

} // namespace

int card_export(hal::CardReaderDirectory& readers, const ExportOptions& options) {
    if (options.yes && to_standard_output(options)) {
        return report_wrong_usage("--yes needs --out with the name of a file");
    }
    if (!options.yes && !input_is_terminal()) {
        return report_wrong_usage("what is to be written is confirmed on a terminal, and standard "
                                  "input is none; scripts use --yes with --out FILE");
    }
    if (const auto free = expect_free_names(options); !free) {
        return report(free.error(), options);
    }
    const auto reading = read_proved(readers, options);
    return reading ? std::visit(Exporter{options}, *reading) : report(reading.error(), options);
}

} // namespace madoguchi::cli
