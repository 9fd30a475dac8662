#!/usr/bin/env python3
"""madoguchi card over the real pcscd and the simulated card of a persona.

usage, beside a private pcscd: card_command_test.py PRIVATE_PCSCD BIN_FOLDER PERSONA_FOLDER
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
import unittest
from pathlib import Path

PRIVATE_PCSCD, BIN, PERSONA_FOLDER = (Path(argument) for argument in sys.argv[1:4])
PERSONA = tomllib.loads((PERSONA_FOLDER / "persona.toml").read_text())
ERAS = ((20190501, 2018), (19890108, 1988), (19261225, 1925), (19120730, 1911))


def number_b():
    year, month, day = PERSONA["birth_date"].split("-")
    first_year = next(base for start, base in ERAS if int(year + month + day) >= start)
    return f"{int(year) - first_year:02}{month}{day}{PERSONA['card']['expiry'][:4]}{PERSONA['card']['security_code']}"


class CardCommand(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.made_once = tempfile.TemporaryDirectory()  # the simulator's keys take seconds to make
        cls.start(Path(cls.made_once.name)).communicate("quit\n", timeout=90)

    @classmethod
    def tearDownClass(cls):
        cls.made_once.cleanup()

    @staticmethod
    def start(state):
        subprocess.run([BIN / "madoguchi-sim", "issuer", "--state", state], check=True, stdout=subprocess.DEVNULL)
        return subprocess.Popen(
            [PRIVATE_PCSCD, "card", BIN / "madoguchi-sim", "card", "--persona", PERSONA_FOLDER,
             "--state", state, "--inserted", "--vpcd-port", "35963"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.state = Path(self.folder.name) / "state"
        shutil.copytree(self.made_once.name, self.state)
        self.card = self.start(self.state)
        self.wait_for("inserted")
        self.wait_until_pcscd_sees_the_card()

    def tearDown(self):
        self.card.communicate("quit\n", timeout=20)
        self.folder.cleanup()

    def wait_for(self, line):
        while (seen := self.card.stdout.readline()).strip() != line:
            self.assertNotEqual(seen, "", "the simulated card ended")

    def wait_until_pcscd_sees_the_card(self):
        deadline = time.monotonic() + 10
        while subprocess.run([BIN / "madoguchi", "card", "info"], capture_output=True).returncode != 0:
            self.assertLess(time.monotonic(), deadline, "pcscd does not see the card")
            time.sleep(0.1)

    def tell(self, line, answer):
        self.card.stdin.write(line + "\n")
        self.card.stdin.flush()
        self.wait_for(answer)

    def run_card(self, *arguments, number="", status=0):
        done = subprocess.run([BIN / "madoguchi", "card", *arguments], input=number + "\n",
                              capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, status, done.stderr)
        self.last = done
        return done.stdout

    def run_json(self, *arguments, **others):
        return json.loads(self.run_card(*arguments, "--json", **others))

    @property
    def anchors(self):
        return "--anchors", str(self.state / "anchors")

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
        self.assertEqual(unmade, {"certificate-revocation", "authentication-key-proof"})

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
    unittest.main(argv=sys.argv[:1])
