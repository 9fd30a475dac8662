#!/usr/bin/env python3
"""madoguchi card over the real pcscd and the simulated card of a persona.

usage, beside a private pcscd: card_command_test.py PRIVATE_PCSCD BIN_FOLDER PERSONA_FOLDER
"""

import sys
import time
import unittest

from card_bench import PERSONA, CardBench, number_6, number_b


class CardCommand(CardBench):
    def test_read_equals_the_persona_item_by_item(self):
        read = self.run_json("read", "--show-personal", *self.anchors, number=number_b())
        self.assertEqual(read["basic_four"], {
            "name": PERSONA["name"]["kanji"], "address": PERSONA["address"],
            "birth_date": PERSONA["birth_date"], "sex": PERSONA["sex"]})
        self.assertEqual(read["surface"]["birth_date"], PERSONA["birth_date"])
        self.assertEqual(read["surface"]["sex"], PERSONA["sex"])
        self.assertEqual(read["surface"]["unsigned"]["expiry"], PERSONA["card"]["expiry"])
        self.assertEqual(read["outcome"], "genuine")
        unmade = {check["check"] for check in read["trust"] if check["result"] != "passed"}
        self.assertEqual(unmade, {"authentication-key-proof"})

    def test_the_pin_proves_the_key(self):
        verified = self.run_json("verify", "--with", "pin", *self.anchors,
                                 number=PERSONA["pins"]["authentication"])
        results = {check["check"]: check["result"] for check in verified["trust"]}
        self.assertEqual(results["authentication-key-proof"], "passed")
        text = self.run_json("read", "--with", "pin", "--show-personal", *self.anchors,
                             number=PERSONA["pins"]["input_support"])
        self.assertEqual(text["basic_four"]["name"], PERSONA["name"]["kanji"])
        self.assertIsNone(text["surface"])

    def test_nothing_of_the_person_is_printed_unasked(self):
        said = ""
        for arguments in (("info",), ("read", *self.anchors), ("verify", *self.anchors)):
            for form in ((), ("--json",)):
                said += self.run_card(*arguments, *form, number=number_b()) + self.last.stderr
        for secret in (PERSONA["name"]["kanji"], PERSONA["address"], PERSONA["birth_date"], number_b(),
                       PERSONA["card"]["serial"], PERSONA["card"]["expiry"], PERSONA["individual_number"]):
            self.assertNotIn(secret, said)

    def test_without_anchors_nothing_is_called_genuine(self):
        empty = self.state / "empty"
        empty.mkdir()
        read = self.run_json("read", "--anchors", str(empty), number=number_b(), status=3)
        self.assertEqual(read["outcome"], "unproved")
        self.assertEqual(read["basic_four"], "hidden")

    def test_wrong_numbers_cost_one_try_each_and_the_last_is_kept(self):
        for left in (2, 1):
            refused = self.run_json("verify", "--with", "pin", *self.anchors, number="0000", status=1)
            self.assertEqual(refused, {"outcome": "number-rejected", "tries_left": left})
        kept = self.run_json("verify", "--with", "pin", *self.anchors, number="0000", status=1)
        self.assertEqual(kept["error"], "RetryCounterTooLow")
        self.assertEqual(self.run_json("pin-status")["tries_left"]["authentication_pin"], 1)
        blocked = self.run_json("verify", "--with", "pin", "--spend-last-try", *self.anchors, number="0000", status=1)
        self.assertEqual(blocked["outcome"], "number-blocked")
        self.assertEqual(self.run_json("pin-status")["tries_left"]["authentication_pin"], 0)

    def test_a_next_generation_card_is_read_proved_and_named_provisional(self):
        provisional = "next generation (provisional, no public APDU specification)"
        self.swap_card("next-generation")
        info = self.run_json("info")
        self.assertEqual((info["token"]["kind"], info["token"]["remark"]), ("next-generation-card", provisional))
        self.assertEqual((info["applications"]["card_data"], info["applications"]["surface"]), (True, False))
        self.assertIn(provisional, self.run_card("info"))
        self.assertEqual(self.run_json("pin-status")["tries_left"], {"authentication_pin": 3, "card_data_number": 10})
        read = self.run_json("read", "--show-personal", *self.anchors, number=number_6())
        self.assertEqual((read["outcome"], read["basic_four"]["name"]), ("genuine", PERSONA["name"]["kanji"]))
        self.assertIn(provisional, self.last.stderr)
        for number, way in ((number_6(), ()), (PERSONA["pins"]["authentication"], ("--with", "pin"))):
            self.assertIn(provisional, self.run_card("verify", *way, *self.anchors, number=number))
            verified = self.run_json("verify", *way, *self.anchors, number=number)
            self.assertEqual((verified["outcome"], verified["token"]["remark"]), ("genuine", provisional))

    def test_a_number_of_another_generation_is_no_entry_and_costs_no_try(self):
        self.assertEqual(self.run_json("verify", number=number_6(), status=1)["error"], "EntryInvalid")
        self.swap_card("next-generation")
        self.assertEqual(self.run_json("verify", number=number_b(), status=1)["error"], "EntryInvalid")
        refused = self.run_json("read", "--with", "pin", number="1234", status=1)
        self.assertEqual(refused["error"], "ApplicationNotFound")
        self.assertEqual(self.run_json("pin-status")["tries_left"], {"authentication_pin": 3, "card_data_number": 10})

    def test_misfits_are_told_before_anything_is_sent(self):
        self.assertEqual(self.run_json("read", number="12", status=1)["error"], "EntryInvalid")
        self.assertEqual(self.run_json("info", "--reader", "nonesuch", status=1)["error"], "NoReader")
        self.assertEqual(self.run_json("pin-status")["tries_left"]["surface_number_b"], 10)
        self.tell("remove", "removed")
        limit = time.monotonic() + 10  # pcscd notices a removal at its next look, every 0.4 s
        while (error := self.run_json("info", status=1)["error"]) != "NoCard" and time.monotonic() < limit:
            self.assertIn(error, ("CardMute", "CardRemoved"))
        self.assertEqual(error, "NoCard")
        self.assertIn("put the card on the reader", self.last.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[4:])
