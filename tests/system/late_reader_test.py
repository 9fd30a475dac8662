#!/usr/bin/env python3
"""R02: no reader at boot. Programs say so or wait, and go on when one is there.

The reader comes with a new start of the service: Debian's pcscd takes up readers without USB at no other time.

usage, beside a private pcscd: late_reader_test.py PRIVATE_PCSCD BIN_FOLDER PERSONA_FOLDER
"""

import json
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PRIVATE_PCSCD, BIN, PERSONA_FOLDER = (Path(argument) for argument in sys.argv[1:4])


def pcscd(verb):
    subprocess.run([PRIVATE_PCSCD, verb], check=True, timeout=30)


class LateReader(unittest.TestCase):
    def setUp(self):
        pcscd("kill")
        pcscd("start-without-reader")

    def next_event(self, watch, wanted):
        while line := watch.stdout.readline():
            if (event := json.loads(line))["event"] == wanted:
                return event
        self.fail(f"the watch ended before {wanted}: {watch.stderr.read()}")

    def test_watch_waits_for_the_first_reader_and_names_the_first_card(self):
        info = subprocess.run([BIN / "madoguchi", "card", "info", "--json"], capture_output=True, text=True, timeout=60)
        self.assertEqual(info.returncode, 1)
        self.assertEqual(json.loads(info.stdout)["error"], "NoReader")
        watch = subprocess.Popen([BIN / "madoguchi", "card", "watch", "--json"], stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, text=True)
        with tempfile.TemporaryDirectory() as state:
            subprocess.run([BIN / "madoguchi-sim", "issuer", "--state", state], check=True, stdout=subprocess.DEVNULL)
            self.assertIsNone(watch.poll(), "it waits, it does not give up")
            pcscd("kill")
            self.next_event(watch, "service-lost")
            pcscd("start")
            self.next_event(watch, "reader-attached")
            card = subprocess.Popen(
                [PRIVATE_PCSCD, "card", BIN / "madoguchi-sim", "card", "--persona", PERSONA_FOLDER, "--state", state,
                 "--inserted", "--vpcd-port", "35963"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            recognised = self.next_event(watch, "card-recognised")
            self.assertEqual(recognised["token"]["kind"], "my-number-card")
            card.communicate("quit\n", timeout=20)
        watch.send_signal(signal.SIGINT)
        self.assertEqual((watch.communicate(timeout=10)[1], watch.returncode), ("", 0))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
