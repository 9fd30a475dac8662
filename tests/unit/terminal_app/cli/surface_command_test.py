#!/usr/bin/python3
"""madoguchi surface, as somebody at a terminal sees it. Arguments: the program and the simulator, which draws the pictures."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
PERSONAS = pathlib.Path(__file__).resolve().parents[4] / "hw-sim" / "personas"
PROGRAM, SIMULATOR = sys.argv[1:3]
SECONDS = 300
FIELDS = ["birth-date", "expiry", "security-code"]


def surface(*arguments):
    command = [PROGRAM, "surface", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)


def draw(folder, *arguments):
    command = [SIMULATOR, "surface-frames", "--out", folder, *map(str, arguments)]
    subprocess.run(command, timeout=SECONDS, check=True)
    return json.loads((folder / "truth.json").read_text())


class WithFrames(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.truth = draw(cls.folder / "plain", "--persona", PERSONAS / "p02", "--frames", 2)
        cls.pictures = [cls.folder / "plain" / frame["file"] for frame in cls.truth["scenes"][0]["frames"]]


class SurfaceRead(WithFrames):
    def test_two_pictures_of_a_card_are_read_and_show_no_digit_unasked(self):
        number = self.truth["scenes"][0]["number"]
        hidden = surface("read", *self.pictures, "--json")
        self.assertEqual(hidden.returncode, 0, hidden.stderr)
        self.assertNotIn(number, hidden.stdout)
        answer = json.loads(hidden.stdout)
        self.assertEqual(sorted(answer), ["fields", "frames", "outcome"])
        self.assertEqual((answer["outcome"], answer["frames"]), ("read", 2))
        self.assertEqual(sorted(answer["fields"]), FIELDS)
        for field in answer["fields"].values():
            self.assertEqual((field["agreeing_frames"], field["sure"]), (2, True))
            self.assertTrue(0 < field["confidence"] <= 1)
        shown = surface("read", *self.pictures, "--json", "--show-personal")
        self.assertEqual(json.loads(shown.stdout)["number"], number)

    def test_a_picture_without_a_card_is_not_read_and_says_why(self):
        run = surface("read", PERSONAS / "p02" / "chip.png", "--json")
        self.assertEqual(run.returncode, 3, run.stderr)
        answer = json.loads(run.stdout)
        self.assertEqual(answer["outcome"], "not-read")
        self.assertIn(answer["reason"], ("not-found", "other-shape", "blank", "other-card", "out-of-focus"))
        self.assertIsNone(answer["field"])
        self.assertTrue(answer["because"])

    def test_plain_words_for_people(self):
        run = surface("read", *self.pictures)
        self.assertEqual(run.stdout.splitlines()[0], "read")
        self.assertIn("security-code", run.stdout)

    def test_a_file_that_cannot_be_used_is_an_error_with_its_cause(self):
        for arguments in (["/nonexistent.jpg"], [pathlib.Path(__file__)]):
            run = surface("read", *arguments)
            self.assertEqual(run.returncode, 1)
            self.assertTrue(run.stderr)

    def test_wrong_usage_has_status_two(self):
        self.assertEqual(surface("read").returncode, 2)
        self.assertEqual(surface().returncode, 2)


class SurfaceEvaluate(WithFrames):
    def test_a_folder_of_frames_is_counted(self):
        run = surface("evaluate", self.folder / "plain", "--json")
        self.assertEqual(run.returncode, 0, run.stderr)
        summary = json.loads(run.stdout)
        self.assertEqual(sorted(summary), ["counts", "frames", "refused", "scenes", "times"])
        self.assertEqual((summary["scenes"], summary["frames"]), (1, 2))
        counts = summary["counts"]
        self.assertEqual((counts["readable"], counts["readable_exact"], counts["wrong_number"]), (1, 1, 0))
        self.assertGreaterEqual(summary["times"]["number_ms_95"], summary["times"]["frame_ms_median"])

    def test_a_number_that_is_not_the_true_one_is_counted_and_the_status_says_so(self):
        other = self.folder / "other"
        other.mkdir()
        truth = json.loads(json.dumps(self.truth))
        truth["scenes"][0]["number"] = "00000000000000"
        (other / "truth.json").write_text(json.dumps(truth))
        for picture in self.pictures:
            (other / picture.name).write_bytes(picture.read_bytes())
        run = surface("evaluate", other, "--json")
        self.assertEqual(run.returncode, 3)
        self.assertEqual(json.loads(run.stdout)["counts"]["wrong_number"], 1)

    def test_folders_that_cannot_be_used_say_why(self):
        broken = self.folder / "broken"
        broken.mkdir()
        self.assertIn("truth.json", self.refusal_of(self.folder / "nonexistent"))
        self.assertIn("truth.json", self.refusal_of(broken))
        for text in ("", "[]", '{"format": "another"}', '{"format": "madoguchi-surface-frames/1"}'):
            (broken / "truth.json").write_text(text)
            self.assertIn("truth.json", self.refusal_of(broken))
        (broken / "truth.json").write_text(json.dumps(self.truth))
        self.assertTrue(self.refusal_of(broken))  # its pictures are missing

    def refusal_of(self, folder):
        run = surface("evaluate", folder)
        self.assertEqual(run.returncode, 1, run.stdout)
        return run.stderr


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
