#!/usr/bin/python3
"""madoguchi face compare, as somebody at a terminal sees it. Arguments: the program, the models' folder."""

import json
import pathlib
import subprocess
import sys
import unittest

sys.dont_write_bytecode = True
PERSONAS = pathlib.Path(__file__).resolve().parents[4] / "hw-sim" / "personas"
PROGRAM, MODELS = sys.argv[1:3]
PHOTO = PERSONAS / "p02" / "chip.png"
SAME = PERSONAS / "p02" / "live_01.jpg"
OTHER = PERSONAS / "p09" / "live_01.jpg"


def compare(*arguments, models=MODELS):
    command = [PROGRAM, "face", "compare", *map(str, arguments), "--models", models]
    return subprocess.run(
        command + ["--population", "rendered"], capture_output=True, text=True, timeout=60, check=False
    )


class FaceCompare(unittest.TestCase):
    def test_one_person_is_a_match(self):
        run = compare(PHOTO, SAME, "--json")
        self.assertEqual(run.returncode, 0)
        answer = json.loads(run.stdout)
        self.assertEqual(answer["decision"], "match")
        self.assertGreaterEqual(answer["score"], answer["accept_from"])
        self.assertEqual(
            sorted(answer),
            ["accept_from", "decision", "hopeless_below", "reason", "score", "unusable_picture"],
        )

    def test_two_people_are_none_and_the_status_says_so(self):
        run = compare(PHOTO, OTHER, "--json")
        self.assertEqual(run.returncode, 3)
        self.assertIn(json.loads(run.stdout)["decision"], ("no_match", "unsure"))

    def test_plain_words_for_people(self):
        run = compare(PHOTO, SAME)
        self.assertIn("decision: match", run.stdout)
        self.assertIn("because: the faces are alike enough", run.stdout)

    def test_a_file_that_is_no_picture_is_named(self):
        text = pathlib.Path(__file__)
        run = compare(PHOTO, text, "--json")
        self.assertEqual(run.returncode, 1)
        answer = json.loads(run.stdout)
        self.assertEqual(answer["decision"], "unusable_photo")
        self.assertEqual(answer["unusable_picture"], str(text))
        self.assertIsNone(answer["score"])

    def test_what_cannot_be_done_says_what_to_do(self):
        missing = compare(PHOTO, SAME, models="/nonexistent")
        self.assertEqual(missing.returncode, 1)
        self.assertIn("./dev models", missing.stderr)
        unreadable = compare(PHOTO, "/nonexistent.jpg")
        self.assertEqual(unreadable.returncode, 1)
        self.assertIn("cannot be read", unreadable.stderr)

    def test_wrong_usage_has_status_two(self):
        self.assertEqual(compare(PHOTO).returncode, 2)


if __name__ == "__main__":
    if not pathlib.Path(MODELS, "face_detection_yunet_2023mar.onnx").exists():
        print("SKIPPED: models not found, run ./dev models")
        sys.exit(0)
    unittest.main(argv=sys.argv[:1])
