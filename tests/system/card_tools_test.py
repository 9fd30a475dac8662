#!/usr/bin/env python3
"""madoguchi card watch, change-pin, export and check, used by a person at a terminal and by scripts.

usage, beside a private pcscd: card_tools_test.py PRIVATE_PCSCD BIN_FOLDER PERSONA_FOLDER
"""

import json
import signal
import subprocess
import sys
import unittest

from card_bench import BIN, PERSONA, PRIVATE_PCSCD, CardBench, Terminal

OLD, NEW = PERSONA["pins"]["authentication"], "5807"
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
        self.tell("insert", "inserted")
        self.wait_until_pcscd_sees_the_card()
        self.assertTrue(self.accepts(OLD))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[4:])
