#!/usr/bin/env python3
"""Whole receptions as ./dev demo --headless --json gives them, over a real pcscd.

usage: reception_test.py PROGRAMS MODELS WEB [unittest options]
Without models the cases by face are skipped, loudly; exit status 77 where no private pcscd can be had.
"""
import json
import subprocess
import sys
import tempfile
import unittest
from datetime import date, timedelta
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
DEMO = REPOSITORY / "hw-sim/bench/demo"
PRIVATE_PCSCD = REPOSITORY / "hw-sim/bench/private-pcscd"
SKIPPED = 77
SECONDS = 240

programs, models, web = (Path(argument).resolve() for argument in sys.argv[1:4])
have_models = (models / "face_detection_yunet_2023mar.onnx").is_file()

# The certificates of that kind ended 30 days ago, and the grace is three months.
GRACE_MONTHS = 3
ENDED = date.today() - timedelta(days=30)
YEAR_OF_GRACE = ENDED.year + (ENDED.month + GRACE_MONTHS > 12)

RESULT_KEYS = {
    "outcome", "way", "remarks", "front_differs", "liveness", "steps", "strands", "longest_strand_ms", "tap_to_match_ms",
    "match_to_longest_strand", "apdus", "bytes_in", "bytes_out", "tap_to_answer_ms",
}

# name, options, exit status, what the result must say
BY_PIN = [
    ("the card's own person, by PIN", ["--way", "pin"], 0, {"outcome": "eligible", "way": "pin"}),
    ("another reader of card fronts gives the number over a socket", ["--way", "pin", "--surface", "socket"], 0,
     {"outcome": "eligible"}),
    ("a person with a rare kanji, by PIN", ["--way", "pin", "--persona", "p09"], 0, {"outcome": "eligible"}),
    (
        "a certificate that has just ended",
        ["--way", "pin", "--kind", "certificate-in-grace"],
        0,
        {"outcome": "eligible", "remarks": [{"remark": "certificate-in-grace", "year": YEAR_OF_GRACE}]},
    ),
    ("insurance is invalid", ["--way", "pin", "--scenario", "invalid"], 3, {"outcome": "invalid"}),
    ("the record is another person's", ["--way", "pin", "--scenario", "mislinked"], 3, {"outcome": "not_confirmed"}),
    ("a next-generation card, by PIN", ["--way", "pin", "--kind", "next-generation"], 0, {"outcome": "eligible"}),
    ("its 照合番号 is blocked", ["--way", "pin", "--kind", "next-generation-number-blocked"], 1,
     {"outcome": "failed", "reason": "F-NUMBER-BLOCKED"}),
    ("a FHIR service answers", ["--way", "pin", "--service", "fhir"], 0, {"outcome": "eligible", "way": "pin"}),
    ("a FHIR service says that the insurance has ended", ["--way", "pin", "--service", "fhir", "--scenario", "invalid"], 3,
     {"outcome": "invalid"}),
    ("a FHIR service answers for another person", ["--way", "pin", "--service", "fhir", "--scenario", "mislinked"], 3,
     {"outcome": "not_confirmed"}),
    ("the answer is garbage", ["--way", "pin", "--scenario", "garbage"], 1, {}),
]
BY_EYE = [
    ("staff see the same person", ["--way", "visual"], 0, {"outcome": "eligible", "way": "visual"}),
    ("staff see the holder of a next-generation card", ["--way", "visual", "--kind", "next-generation"], 0,
     {"outcome": "eligible"}),
    ("staff see another person", ["--way", "visual", "--holder", "p05"], 3, {"outcome": "not_confirmed"}),
]
BY_FACE = [
    ("the card's own person, by face", [], 0, {"outcome": "eligible", "way": "face"}),
    ("the holder of a next-generation card, by face", ["--kind", "next-generation"], 0, {"outcome": "eligible"}),
    ("another person holds the card", ["--holder", "p03"], 3, {"outcome": "not_confirmed", "way": "face"}),
]

# That a turn as asked passes is tested without a clock (liveness_reception_test, person_before_camera_test): the turn has
# its time, and a loaded machine would miss it.
WITH_LIVENESS = [
    ("a print held up", ["--liveness", "required", "--hold-up", "print"], 3, {"reason": "F-FACE-LIVENESS"}, "doubted"),
    ("a screen held up", ["--liveness", "required", "--hold-up", "screen"], 3, {"reason": "F-FACE-LIVENESS"}, "doubted"),
    ("a film on a tablet", ["--liveness", "required", "--hold-up", "film"], 3, {"reason": "F-FACE-LIVENESS"}, "doubted"),
    ("a print held up where staff look", ["--hold-up", "print"], 0, {"outcome": "eligible"}, "doubted"),
]


def receive(options):
    command = [DEMO, "--programs", programs, "--models", models, "--web", web, "--headless", "--json", *options]
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=SECONDS, check=False)


class Reception(unittest.TestCase):
    def check(self, cases):
        for name, options, status, expected in cases:
            with self.subTest(name):
                run = receive(options)
                self.assertEqual(run.returncode, status, run.stdout + run.stderr)
                result = json.loads(run.stdout)
                self.assertEqual({key: result.get(key) for key in expected}, expected)
                if status == 0:
                    self.check_timeline(result)

    def check_timeline(self, result):
        self.assertEqual(set(result), RESULT_KEYS)
        self.assertFalse(result["front_differs"])
        self.check_strands(result)
        self.assertGreater(result["apdus"], 10)
        self.assertGreater(result["bytes_in"], 3000)
        self.assertGreater(result["bytes_out"], 100)
        self.assertTrue(all(set(step) == {"name", "ms"} and step["ms"] >= 0 for step in result["steps"]))
        self.assertGreaterEqual(result["tap_to_answer_ms"], max(step["ms"] for step in result["steps"]))

    def check_strands(self, result):
        strands = {strand.pop("name"): strand for strand in result["strands"]}
        self.assertLessEqual({"card", "surface"}, set(strands))
        for name, strand in strands.items():
            with self.subTest(name):
                self.assertLessEqual(0, strand["start_ms"])
                self.assertLessEqual(strand["busy_ms"], strand["end_ms"] - strand["start_ms"] + 1)  # rounded
        self.assertEqual(result["longest_strand_ms"], max(strand["busy_ms"] for strand in strands.values()))
        self.assertEqual(result["tap_to_match_ms"] is not None, result["way"] == "face")

    def test_by_pin(self):
        self.check(BY_PIN)

    def test_by_eye(self):
        self.check(BY_EYE)

    @unittest.skipUnless(have_models, "SKIPPED: models not found, run ./dev models")
    def test_by_face(self):
        self.check(BY_FACE)

    @unittest.skipUnless(have_models, "SKIPPED: models not found, run ./dev models")
    def test_with_liveness(self):
        for name, options, status, expected, grade in WITH_LIVENESS:
            with self.subTest(name):
                run = receive(options)
                self.assertEqual(run.returncode, status, run.stdout + run.stderr)
                result = json.loads(run.stdout)
                self.assertEqual({key: result.get(key) for key in expected}, expected)
                self.assertEqual(result["liveness"]["grade"], grade)

    def test_run_folder_may_have_spaces(self):
        with tempfile.TemporaryDirectory(prefix="ma doguchi ") as folder:
            run = receive(["--way", "pin", "--run-folder", folder])
            self.assertEqual(run.returncode, 0, run.stderr)


if __name__ == "__main__":
    probe = subprocess.run([PRIVATE_PCSCD, "run", "true"], check=False)
    if probe.returncode == SKIPPED:
        sys.exit(SKIPPED)
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]], verbosity=2)
