#include "terminal_app/cli/add_card_action.hpp"
#include "terminal_app/cli/card_actions.hpp"

#include <map>

namespace madoguchi::cli {

namespace {

void add_check(const CardCommand& card) {
    const auto options = std::make_shared<CheckOptions>();
    CLI::App* check =
        add_action(card, "check", "In-person check (対面確認): verdict, four items and photo",
                   card_check, options);
    check->remove_option(check->get_option("--json")); // for the eye alone
    add_anchors(check, *options);
    check->add_option("--photo", options->photo, "the photo as a new JP2 file, not on the screen")
        ->type_name("FILE");
    check->add_flag("--show-personal", options->show_personal,
                    "print also where it cannot be cleared again");
    check->footer(fmt::format(
        "What is shown is cleared at the first key. A larger window shows a larger photo. {}",
        about_numbers));
}

void add_export(const CardCommand& card) {
    const auto options = std::make_shared<ExportOptions>();
    CLI::App* command = add_action(
        card, "export", "The verified record as a JSON file, once confirmed", card_export, options);
    add_anchors(command, *options);
    command->add_option("--out", options->out, "new file for the record, or - for standard output")
        ->type_name("FILE")
        ->required();
    command->add_option("--photo", options->photo, "new file for the photo, JP2 as it is stored")
        ->type_name("FILE");
    command->add_flag("--yes", options->yes, "no question before writing; for scripts");
    command->footer(fmt::format("Only what passed every check is written; files are readable by "
                                "their owner alone and never overwritten. {}",
                                about_numbers));
}

void add_change_pin(const CardCommand& card) {
    const auto options = std::make_shared<ChangePinOptions>();
    CLI::App* change = add_action(card, "change-pin", "A new 4-digit PIN in place of the old one",
                                  card_change_pin, options);
    const std::map<std::string, jpki::ChangeablePin> pins{
        {"authentication", jpki::ChangeablePin::Authentication},
        {"input-support", jpki::ChangeablePin::InputSupport}};
    change
        ->add_option("--which", options->which,
                     "authentication: 利用者証明用暗証番号, or input-support: "
                     "券面事項入力補助用暗証番号")
        ->transform(CLI::CheckedTransformer(pins).description(""))
        ->type_name("PIN")
        ->required();
    change->add_flag("--spend-last-try", options->spend_last_try,
                     "go on when one try is left, after asking once more");
    change->footer(fmt::format(
        "The tries left are shown first; the old number is asked once, the new one "
        "twice. {}\nThe password of the signature key (署名用パスワード) is not offered: "
        "this program never touches that key. A municipal office or the official "
        "software changes it.",
        about_numbers));
}

} // namespace

void add_card_person_commands(const CardCommand& card) {
    add_check(card);
    add_export(card);
    add_change_pin(card);
}

} // namespace madoguchi::cli
