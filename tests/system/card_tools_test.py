#!/usr/bin/env python3
"""madoguchi card watch, change-pin, export and check, used by a person at a terminal and by scripts.

usage, beside a private pcscd: card_tools_test.py PRIVATE_PCSCD BIN_FOLDER PERSONA_FOLDER
"""

import hashlib
import json
import signal
import stat
import subprocess
import sys
import unittest

from card_bench import BIN, PERSONA, PRIVATE_PCSCD, CardBench, Terminal, number_b

OLD, NEW = PERSONA["pins"]["authentication"], "5807"
PERSONAL = (PERSONA["name"]["kanji"], PERSONA["address"], PERSONA["birth_date"], PERSONA["card"]["expiry"], number_b())
UNTOUCHED = {"authentication_pin": 3, "input_support_pin": 3, "input_support_number_b": 10, "surface_number_b": 10}


class Watch(CardBench):
    def start_watch(self, *arguments):
        return subprocess.Popen([BIN / "madoguchi", "card", "watch", *arguments], stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)

    def next_event(self, watch, wanted):
        while line := watch.stdout.readline():
            if (event := json.loads(line))["event"] == wanted:
                return event
        self.fail(f"the watch ended before {wanted}: {watch.stderr.read()}")

    def test_cards_and_the_service_come_and_go(self):
        watch = self.start_watch("--json")
        recognised = self.next_event(watch, "card-recognised")
        self.assertEqual(recognised["token"]["kind"], "my-number-card")
        self.tell("remove", "removed")
        self.next_event(watch, "card-taken")
        subprocess.run([PRIVATE_PCSCD, "kill"], check=True)
        self.next_event(watch, "service-lost")
        subprocess.run([PRIVATE_PCSCD, "start"], check=True)
        self.next_event(watch, "service-back")
        self.next_event(watch, "reader-attached")
        watch.send_signal(signal.SIGINT)
        self.assertEqual((watch.communicate(timeout=10)[1], watch.returncode), ("", 0))

    def test_a_script_says_how_long_and_no_number_is_presented(self):
        lines = self.run_card("watch", "--for", "2").splitlines()
        self.assertTrue(any("card recognised" in line for line in lines), lines)
        self.assertTrue(all("attached" in line for line in self.run_card("watch", "--for", "1", "--reader", "00 01").splitlines()))
        self.assertEqual(self.tries_left(), UNTOUCHED)


class ChangePin(CardBench):
    def change(self, *arguments):
        return Terminal(self, "change-pin", "--which", "authentication", *arguments)

    def accepts(self, number):
        done = subprocess.run([BIN / "madoguchi", "card", "verify", "--with", "pin", *self.anchors],
                              input=number + "\n", capture_output=True, text=True, timeout=60)
        return done.returncode == 0

    def test_a_person_changes_the_pin_unseen_and_the_counter_is_whole(self):
        terminal = self.change()
        shown = terminal.answer(("利用者証明用暗証番号: 4 digits; 3 tries left: ", OLD),
                                ("New number: 4 digits: ", NEW), ("New number again: ", NEW)) + terminal.finish()
        self.assertIn("was changed", shown)
        self.assertNotIn(OLD, shown)
        self.assertNotIn(NEW, shown)
        self.assertEqual(self.tries_left(), UNTOUCHED)
        self.assertTrue(self.accepts(NEW))
        self.assertFalse(self.accepts(OLD))

    def test_what_cannot_be_right_is_refused_before_anything_is_sent(self):
        for typed, why in ((("12",), "too few or too many digits"),
                           ((OLD, "58O7"), "something other than the digits"),
                           ((OLD, NEW, "5870"), "typed differently the second time"),
                           ((OLD, OLD, OLD), "the new number is the old one"),
                           ((OLD, "4444", "4444", ""), "too few or too many digits"),
                           ((OLD, "6789", "6789", NEW), "was not insisted upon")):
            with self.subTest(typed=typed):
                said = self.run_card("change-pin", "--which", "authentication", number="\n".join(typed), status=1)
                self.assertIn("the PIN was not changed", said + self.last.stderr)
                self.assertIn(why, self.last.stderr)
                self.assertEqual(self.tries_left(), UNTOUCHED)
        self.assertTrue(self.accepts(OLD))

    def test_a_number_that_is_easy_to_guess_is_taken_when_insisted_upon(self):
        self.run_card("change-pin", "--which", "input-support",
                      number="\n".join((PERSONA["pins"]["input_support"], "1234", "1234", "1234")))
        self.assertEqual(self.tries_left(), UNTOUCHED)

    def test_a_wrong_old_number_costs_one_try_and_the_last_one_needs_words(self):
        three = f"0000\n{NEW}\n{NEW}"
        for left in (2, 1):
            refused = self.run_json("change-pin", "--which", "authentication", number=three, status=1)
            self.assertEqual(refused, {"outcome": "number-rejected", "tries_left": left})
        kept = self.run_json("change-pin", "--which", "authentication", number=three, status=1)
        self.assertEqual(kept["error"], "RetryCounterTooLow")
        unconfirmed = self.change("--spend-last-try")
        unconfirmed.answer(('Type "last try" to go on: ', "yes"))
        self.assertIn("the last try was not confirmed and is kept", unconfirmed.finish(status=1))
        self.assertEqual(self.tries_left()["authentication_pin"], 1)
        spent = self.change("--spend-last-try")
        spent.answer(("to go on: ", "last try"), ("1 tries left: ", OLD), ("4 digits: ", NEW), ("again: ", NEW))
        spent.finish()
        self.assertEqual(self.tries_left(), UNTOUCHED)

    def test_a_blocked_pin_is_not_asked_for(self):
        for _ in range(3):
            self.run_card("verify", "--with", "pin", "--spend-last-try", *self.anchors, number="0000", status=1)
        blocked = self.change("--spend-last-try")
        self.assertNotIn("digits", blocked.finish(status=1))

    def test_a_card_that_leaves_before_the_numbers_are_sent_keeps_its_pin(self):
        terminal = self.change()
        terminal.answer(("3 tries left: ", OLD), ("4 digits: ", NEW))
        self.tell("remove", "removed")
        terminal.answer(("again: ", NEW))
        self.assertIn("the PIN was not changed", terminal.finish(status=1))
        self.insert_again()
        self.assertTrue(self.accepts(OLD))


class Export(CardBench):
    @property
    def record(self):
        return self.state / "record.json"

    @property
    def photo(self):
        return self.state / "photo.jp2"

    def export(self, *arguments):
        return Terminal(self, "export", *arguments, *self.anchors)

    def expect_nothing_written(self):
        self.assertFalse(self.record.exists() or self.photo.exists())

    def test_the_record_is_written_once_confirmed_each_item_with_its_proof(self):
        terminal = self.export("--out", str(self.record), "--photo", str(self.photo))
        said = terminal.answer(("10 tries left: ", number_b()), ('Type "yes" to write it: ', "yes")) + terminal.finish()
        self.assertIn(f"To the new file {self.record}, readable by you alone, would be written", said)
        document = json.loads(self.record.read_text())
        self.assertEqual(document["format"], "madoguchi-card-record/1")
        values = {name: item["value"] for name, item in document["items"].items()}
        self.assertEqual([values[name] for name in ("name", "address", "birth_date", "sex", "expiry")],
                         [*PERSONAL[:3], PERSONA["sex"], PERSONAL[3]])
        self.assertEqual({name for name, item in document["items"].items() if not item["verified"]}, {"expiry"})
        passed = {check["check"] for check in document["checks"] if check["result"] == "passed"}
        for item in document["items"].values():
            self.assertLessEqual(set(item.get("proved_by", [])), passed)
        picture = self.photo.read_bytes()
        self.assertEqual((values["photo"]["bytes"], values["photo"]["sha256"]),
                         (len(picture), hashlib.sha256(picture).hexdigest()))
        for file in (self.record, self.photo):
            self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)
        for personal in PERSONAL:
            self.assertNotIn(personal, said)

    def test_without_the_word_nothing_is_written(self):
        for word in ("", "no", "YES"):
            terminal = self.export("--out", str(self.record), "--photo", str(self.photo))
            said = terminal.answer(("tries left: ", number_b()), ("to write it: ", word)) + terminal.finish(status=3)
            self.assertIn("nothing was written", said)
            self.assertNotIn(PERSONAL[0], said)
        self.expect_nothing_written()

    def test_standard_output_gets_the_record_after_the_word(self):
        terminal = self.export("--out", "-")
        asked = terminal.answer(("tries left: ", number_b()), ("to write it: ", "yes"))
        self.assertNotIn(PERSONAL[0], asked)
        self.assertIn(PERSONAL[0], terminal.finish())

    def test_a_script_names_a_file_and_says_yes(self):
        exported = self.run_json("export", "--out", str(self.record), "--yes", *self.anchors, number=number_b())
        self.assertEqual(exported, {"outcome": "exported"})
        self.assertIsNone(json.loads(self.record.read_text())["items"]["photo"])
        for arguments in (("--out", "-", "--yes"), ("--out", str(self.photo))):
            self.assertEqual(self.run_card("export", *arguments, *self.anchors, number=number_b(), status=2), "")
        self.assertEqual(self.tries_left(), UNTOUCHED)

    def test_files_that_are_there_stay_as_they_are_and_the_card_is_not_asked(self):
        self.record.write_text("mine")
        self.photo.symlink_to(self.state / "elsewhere")
        for taken, free in (("--out", "--photo"), ("--photo", "--out")):
            files = {taken: self.record, free: self.state / "free"}
            refused = self.run_json("export", "--yes", *(str(word) for pair in files.items() for word in pair),
                                    *self.anchors, number="00000000000000", status=1)
            self.assertEqual(refused["error"], "StorageFailed")
        self.run_card("export", "--yes", "--out", str(self.photo), *self.anchors, number=number_b(), status=1)
        self.assertEqual(self.record.read_text(), "mine")
        self.assertFalse((self.state / "elsewhere").exists() or (self.state / "free").exists())
        self.assertEqual(self.tries_left(), UNTOUCHED)

    def test_a_card_that_is_not_proved_leaves_no_file(self):
        empty = self.state / "empty"
        empty.mkdir()
        refused = self.run_json("export", "--yes", "--out", str(self.record), "--photo", str(self.photo),
                                "--anchors", str(empty), number=number_b(), status=3)
        self.assertEqual(refused["outcome"], "unproved")
        self.assertIn("nothing was written", self.last.stderr)
        self.assertIn("no authority certificate is in the anchors folder", self.last.stderr)
        self.expect_nothing_written()

    def test_a_check_that_fails_leaves_no_file_and_is_named(self):
        for kind, outcome, check, why in (("certificate-dead", "expired", "certificate-validity", "today"),
                                          ("revoked", "revoked", "certificate-revocation", "revoked")):
            with self.subTest(kind=kind):
                self.swap_card(kind)
                refused = self.run_json("export", "--yes", "--out", str(self.record), *self.anchors,
                                        number=number_b(), status=3)
                self.assertEqual(refused["outcome"], outcome)
                self.assertIn(check, [each["check"] for each in refused["trust"] if each["result"] == "failed"])
                self.assertIn(why, self.last.stderr)
                self.expect_nothing_written()


class Check(CardBench):
    CLEARED = "\x1b[2J\x1b[H\x1b[?1049l"

    def check(self, *arguments, **terminal):
        return Terminal(self, "check", *arguments, *self.anchors, **terminal)

    def test_staff_see_verdict_items_and_photo_until_a_key_is_pressed(self):
        for terminal_options, picture in (({"COLORTERM": "truecolor"}, "\x1b[38;2;"), ({"COLORTERM": ""}, "\x1b[38;5;"),
                                          ({"kind": "vt100", "COLORTERM": ""}, "%%%%")):
            with self.subTest(picture=picture):
                terminal = self.check(**terminal_options)
                before = terminal.answer(("tries left: ", number_b()))
                before += terminal.wait_for("\x1b[?1049h")
                shown = terminal.wait_for("clears the screen.")
                self.assertLess(shown.index("The card is genuine"), shown.index(PERSONAL[0]))
                self.assertIn(PERSONAL[1], shown)
                self.assertIn(PERSONAL[2], shown)
                self.assertIn(picture, shown)
                terminal.press("\x03")  # Ctrl-C is a key like any other
                self.assertEqual(terminal.finish(), self.CLEARED)
                for personal in PERSONAL:
                    self.assertNotIn(personal, before)

    def test_a_signal_clears_the_screen_too(self):
        terminal = self.check()
        terminal.answer(("tries left: ", number_b()))
        terminal.wait_for("clears the screen.")
        terminal.send_signal(signal.SIGTERM)
        self.assertEqual(terminal.finish(), self.CLEARED)

    def test_the_photo_goes_to_a_file_of_its_owners_choice_instead(self):
        photo = self.state / "photo.jp2"
        terminal = self.check("--photo", str(photo))
        terminal.answer(("tries left: ", number_b()))
        self.assertNotIn("▀", terminal.wait_for("clears the screen."))
        terminal.press(" ")
        terminal.finish()
        self.assertEqual(stat.S_IMODE(photo.stat().st_mode), 0o600)
        self.assertIn("jP", photo.read_bytes()[:8].decode(errors="replace"))
        self.assertIn("already", self.check("--photo", str(photo)).finish(status=1))

    def test_where_it_cannot_be_cleared_nothing_is_shown_unless_wanted(self):
        self.assertEqual(self.run_card("check", *self.anchors, number=number_b(), status=2), "")
        self.assertIn("--show-personal", self.last.stderr)
        self.assertIn("--show-personal", self.check(kind="dumb").finish(status=2))
        self.assertEqual(self.tries_left(), UNTOUCHED)
        printed = self.run_card("check", "--show-personal", *self.anchors, number=number_b())
        self.assertTrue(printed.startswith("The card is genuine"))
        self.assertIn(PERSONAL[0], printed)
        self.assertNotIn("\x1b", printed)

    def test_a_card_that_is_not_proved_shows_nothing_of_a_person(self):
        empty = self.state / "empty"
        empty.mkdir()
        terminal = Terminal(self, "check", "--anchors", str(empty))
        said = terminal.answer(("tries left: ", number_b())) + terminal.finish(status=3)
        self.assertIn("the card is not proved", said)
        for personal in PERSONAL:
            self.assertNotIn(personal, said)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[4:])
