#!/usr/bin/env python3
"""Cards of a simulator that is not ours, put before madoguchi: they are named and sent no VERIFY.

usage, beside a private pcscd: other_simulator_test.py PRIVATE_PCSCD BIN_FOLDER
"""

import json
import re
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

PRIVATE_PCSCD, BIN = (Path(argument) for argument in sys.argv[1:3])
STARTER = Path(__file__).with_name("vicc_card.py")
COMMAND = re.compile(r"Command APDU \(\d+ bytes\):\s+0000:\s+[0-9A-F]{2} ([0-9A-F]{2}) ")
SELECT, VERIFY = "A4", "20"


class CardOfAnotherSimulator(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.log = Path(self.folder.name) / "log"

    def tearDown(self):
        self.card.terminate()
        self.card.wait(timeout=10)
        self.folder.cleanup()

    def put_on_reader(self, kind):
        with open(self.log, "w") as log:
            self.card = subprocess.Popen([PRIVATE_PCSCD, "card", STARTER, kind], stdout=log, stderr=log)
        limit = time.monotonic() + 20
        while "Power Up" not in self.log.read_text():
            self.assertIsNone(self.card.poll(), self.log.read_text())
            self.assertLess(time.monotonic(), limit, "pcscd does not see the card")
            time.sleep(0.1)

    def info(self):
        done = subprocess.run([BIN / "madoguchi", "card", "info", "--json"], capture_output=True, text=True, timeout=60)
        return json.loads(done.stdout)

    def instructions(self):
        return COMMAND.findall(self.log.read_text())

    def test_a_passport_is_named_and_sent_no_verify(self):
        self.put_on_reader("passport")
        self.assertEqual(self.info()["foreign"]["kind"], "passport")
        self.assertIn(SELECT, self.instructions())
        self.assertNotIn(VERIFY, self.instructions())

    def test_an_empty_card_is_unknown_and_sent_no_verify(self):
        self.put_on_reader("iso7816")
        self.assertEqual(self.info()["foreign"]["kind"], "unknown")
        self.assertIn(SELECT, self.instructions())
        self.assertNotIn(VERIFY, self.instructions())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
