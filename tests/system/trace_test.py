#!/usr/bin/env python3
"""A blocked PIN recorded over the real pcscd, shown, exported and played back in process and as a card on the reader.

usage, beside a private pcscd: trace_test.py PRIVATE_PCSCD BIN_FOLDER PERSONA_FOLDER
"""

import json
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

PRIVATE_PCSCD, BIN, PERSONA_FOLDER = (Path(argument) for argument in sys.argv[1:4])


class CardOnReader:
    """madoguchi-sim with a card inside, until the end of the block."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen(
            [PRIVATE_PCSCD, "card", BIN / "madoguchi-sim", *arguments, "--inserted", "--vpcd-port", "35963"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self):
        while (line := self.process.stdout.readline()) != "inserted\n":
            assert line, "the simulated card ended"
        return self

    def __exit__(self, *_):
        self.said = self.process.communicate("quit\n", timeout=20)[0]


def run(*arguments, number=""):
    return subprocess.run([BIN / "madoguchi", *arguments], input=number + "\n", capture_output=True, text=True,
                          timeout=60)


def pin_status(*before):
    """Asks again while pcscd has not yet seen the card."""
    deadline = time.monotonic() + 10
    while (done := run(*before, "card", "pin-status", "--json")).returncode != 0:
        assert time.monotonic() < deadline, done.stderr
        time.sleep(0.1)
    return json.loads(done.stdout)


class Trace(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        folder = Path(cls.folder.name)
        cls.trace = folder / "blocked.trace"
        cls.capture = folder / "blocked.pcapng"
        subprocess.run([BIN / "madoguchi-sim", "issuer", "--state", folder], check=True, stdout=subprocess.DEVNULL)
        with CardOnReader("card", "--persona", PERSONA_FOLDER, "--state", folder):
            pin_status()
            for _ in range(3):
                run("card", "verify", "--with", "pin", "--spend-last-try", number="0000")
            cls.certificate = folder / "certificate.trace"
            cls.verified = run("trace", "record", "--out", cls.certificate, "card", "verify", "--with", "nothing",
                               "--anchors", folder / "anchors")
            cls.recorded = run("trace", "record", "--out", cls.trace, "card", "pin-status", "--json")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_the_recorded_command_works_as_without_recording(self):
        self.assertEqual(self.recorded.returncode, 0, self.recorded.stderr)
        self.assertEqual(json.loads(self.recorded.stdout)["tries_left"]["authentication_pin"], 0)
        self.assertIn(str(self.trace), self.recorded.stderr)
        self.assertEqual(self.trace.stat().st_mode & 0o777, 0o600)

    def test_a_trace_is_never_written_over(self):
        again = run("trace", "record", "--out", self.trace, "card", "pin-status")
        self.assertEqual(again.returncode, 1)
        self.assertIn("name a file that does not exist", again.stderr)

    def test_it_is_shown_in_words_with_sums(self):
        shown = run("trace", "show", self.trace)
        self.assertEqual(shown.returncode, 0, shown.stderr)
        self.assertIn("SELECT application 公的個人認証AP → 9000 success", shown.stdout)
        self.assertIn("VERIFY without number: tries left? → 63C0 0 tries left", shown.stdout)
        exchanges = len(self.trace.read_text().splitlines()) - 5
        self.assertIn(f"\n{exchanges} exchanges, ", shown.stdout)

    def test_what_is_no_trace_is_refused_with_its_line(self):
        broken = self.trace.with_name("broken")
        broken.write_text(self.trace.read_text() + "1.000 2.0")
        shown = run("trace", "show", broken)
        self.assertEqual(shown.returncode, 1)
        self.assertRegex(shown.stderr, r"broken, line \d+: ")

    def test_the_replay_gives_the_same_diagnosis(self):
        replayed = run("trace", "replay", self.trace, "card", "pin-status", "--json")
        self.assertEqual(replayed.returncode, 0, replayed.stderr)
        self.assertEqual(replayed.stdout, self.recorded.stdout)
        self.assertNotIn("left the recording", replayed.stderr)

    def test_a_card_that_answers_as_recorded_gives_it_too_and_tells_where_another_command_diverges(self):
        with CardOnReader("replay", self.trace) as card:
            self.assertEqual(pin_status(), json.loads(self.recorded.stdout))
            other = run("card", "info", "--json")
        self.assertEqual(other.returncode, 1)
        self.assertIn("diverged at exchange ", card.said)
        self.assertEqual(card.said.count("diverged"), 1)

    def test_a_replay_that_zeros_make_fail_blames_the_recording_and_not_card_clock_or_anchors(self):
        self.assertEqual(self.verified.returncode, 0, self.verified.stderr)
        replayed = run("trace", "replay", self.certificate, "card", "verify", "--with", "nothing")
        self.assertEqual(replayed.returncode, 1)
        self.assertIn("this is a replay", replayed.stderr)
        self.assertNotIn("trust anchors", replayed.stderr)

    def test_without_a_card_there_is_no_recording(self):
        missed = run("trace", "record", "--out", self.trace.with_name("none"), "card", "info", "--reader", "nonesuch")
        self.assertEqual(missed.returncode, 1)
        self.assertIn("nothing is recorded", missed.stderr)
        self.assertFalse(self.trace.with_name("none").exists())

    def test_wireshark_decodes_every_exchange_in_order(self):
        exported = run("trace", "export", "--pcapng", self.capture, self.trace)
        self.assertEqual(exported.returncode, 0)
        self.assertIn(f"exchanges are in {self.capture}", exported.stderr)
        fields = ("frame.time_epoch", "iso14443.event", "iso14443.inf", "iso7816.apdu.ins", "frame.comment")
        decoded = subprocess.run(
            ["tshark", "-r", self.capture, "-d", "iso14443.subdissector,iso7816", "-T", "fields",
             *(word for field in fields for word in ("-e", field))],
            check=True, capture_output=True, text=True)
        packets = [line.split("\t") for line in decoded.stdout.splitlines()]
        exchanges = [line.split(" ") for line in self.trace.read_text().splitlines()[5:]]
        self.assertEqual(len(packets), 2 * len(exchanges))
        for (start, took, command, _, answer), sent, got in zip(exchanges, packets[::2], packets[1::2]):
            self.assertEqual((sent[1], got[1]), ("0xfa", "0xfb"))
            self.assertEqual(sent[2].upper(), command)
            self.assertEqual(sent[3].removeprefix("0x").upper(), command[2:4])
            self.assertEqual(got[2].upper()[-4:], answer[-4:])
            self.assertTrue(got[4].startswith(answer[-4:]))
            self.assertAlmostEqual(1000 * float(sent[0]), float(start), places=3)
            self.assertAlmostEqual(1000 * float(got[0]), float(start) + float(took), places=3)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
