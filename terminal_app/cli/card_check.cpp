#include "face/image/picture_decoder.hpp"
#include "face/sandbox/sandboxed_decoder.hpp"
#include "jpki/trust/check_groups.hpp"
#include "terminal_app/cli/card_actions.hpp"
#include "terminal_app/cli/card_outcome.hpp"
#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/cli/private_file.hpp"
#include "terminal_app/cli/prompt.hpp"
#include "terminal_app/cli/proved_reading.hpp"
#include "terminal_app/cli/terminal_kind.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

namespace madoguchi::cli {

namespace {

// Past the buffers of the standard library, which nobody wipes.
void show(std::string_view text) {
    static_cast<void>(write_all(STDOUT_FILENO, as_bytes(text)));
}

// `value` is shown from where it is kept.
void show_row(std::string_view label, std::string_view value) {
    const std::string label_and_line_feed = row(label, "");
    show(std::string_view(label_and_line_feed).substr(0, label_and_line_feed.size() - 1));
    show(value);
    show("\n");
}

void show_row_and_wipe(std::string_view label, std::string value) {
    show_row(label, value);
    wipe(value);
}

void show_items(const jpki::ReceptionReading& reading) {
    show_row("氏名 name", reading.basic_four->name.reveal());
    show_row("住所 address", reading.basic_four->address.reveal());
    show_row_and_wipe("生年月日 born", with_era(reading.basic_four->birth_date));
    show_row("性別 sex", jpki::name_of(reading.basic_four->sex));
    show_row_and_wipe("有効期限 expiry",
                      expiry_in_words(reading.surface->card_expiry.shown_but_not_proved(),
                                      date_in_japan(SystemClock().civil_now())));
}

// What the rest of the screen leaves: verdict, remarks, hint, five items of which two may take two
// lines, two empty lines, the last line.
CellSize room_for_photo(bool private_screen, std::string_view remarks) {
    constexpr int lines_without_remarks = 12;
    constexpr CellSize printed{72, 45};
    if (!private_screen) {
        return printed;
    }
    const CellSize screen = output_size();
    const auto other_lines =
        lines_without_remarks + static_cast<int>(std::count(remarks.begin(), remarks.end(), '\n'));
    return {screen.columns, std::max(1, screen.rows - other_lines)};
}

void draw_photo(const jpki::FacePhoto& photo, CellSize room, bool private_screen) {
    face::SandboxedDecoder decoder(face::portrait_sandbox());
    const auto picture = face::decode_jpeg2000(decoder, photo.jpeg2000.reveal());
    if (!picture) {
        show(fmt::format("The photo cannot be shown: {}. --photo FILE writes it as it is stored.\n",
                         picture.error().text()));
        return;
    }
    const face::ImageView view = picture->view();
    const auto style = private_screen ? picture_style(terminal_kind()) : PictureStyle::Ascii;
    std::string drawn = draw(view, fit(view, room), style);
    show(drawn);
    wipe(drawn);
}

void show_photo(const jpki::FacePhoto& photo, const CheckOptions& options, CellSize room,
                bool private_screen) {
    if (!photo.is_present()) {
        show("The card holds no photo: ask for another proof of identity that shows one.\n");
    } else if (!options.photo.empty()) {
        show(fmt::format("The photo is in the file {}; remove it when you are done.\n",
                         options.photo));
    } else {
        draw_photo(photo, room, private_screen);
    }
}

void show_all(const jpki::ReceptionReading& reading, const CheckOptions& options,
              bool private_screen) {
    const std::string remarks = notable_to_text(reading.verdict, jpki::number_b_checks);
    show(fmt::format("The card is {}.{}\n{}Compare the photo with the person before you.\n\n",
                     in_words(Genuineness::Genuine),
                     reading.verdict.passed(jpki::Check::CertificateRevocation)
                         ? ""
                         : " Revocation was not checked.",
                     remarks));
    show_items(reading);
    show("\n");
    show_photo(reading.surface->photo, options, room_for_photo(private_screen, remarks),
               private_screen);
}

bool has_private_screen() {
    return input_is_terminal() && output_is_terminal() && can_be_cleared(terminal_kind());
}

struct Checker {
    const CheckOptions& options;

    int operator()(const jpki::ReceptionReading& reading) const {
        const jpki::FacePhoto& photo = reading.surface->photo;
        if (!options.photo.empty() && photo.is_present()) {
            const auto written = write_private_file(options.photo, photo.jpeg2000.reveal());
            if (!written) {
                return report(written.error(), options);
            }
        }
        if (has_private_screen()) {
            const StopRequest stop;
            const PrivateScreen screen;
            show_all(reading, options, true);
            wait_for_key("\nAny key ends this and clears the screen.", stop);
        } else {
            show_all(reading, options, false);
        }
        return exit_yes;
    }
    int operator()(const jpki::NumberRejected& rejected) const {
        return report_rejected(rejected.tries_left, options);
    }
    int operator()(const jpki::NumberBlocked& /*blocked*/) const { return report_blocked(options); }
    int operator()(jpki::ForeignCard foreign) const { return report(foreign, options); }
    int operator()(const jpki::CardNotTrusted& refused) const {
        return report_not_trusted(refused.verdict, options);
    }
};

} // namespace

int card_check(hal::CardReaderDirectory& readers, const CheckOptions& options) {
    if (!has_private_screen() && !options.show_personal) {
        return report_wrong_usage(
            "what the card says of the person is shown on a terminal that can be cleared again, "
            "and standard input or output is none; --show-personal prints it all the same");
    }
    if (!options.photo.empty()) {
        if (const auto free = expect_free_name(options.photo); !free) {
            return report(free.error(), options);
        }
    }
    const auto reading = read_proved(readers, options);
    return reading ? std::visit(Checker{options}, *reading) : report(reading.error(), options);
}

} // namespace madoguchi::cli
