#!/usr/bin/python3
"""madoguchi face calibrate, as an evaluator sees it. Arguments: the program, the models' folder."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
PERSONAS = pathlib.Path(__file__).resolve().parents[4] / "hw-sim" / "personas"
PROGRAM, MODELS = sys.argv[1:3]
PEOPLE = sorted(folder.name for folder in PERSONAS.iterdir() if (folder / "chip.png").exists())
FOLDER = tempfile.TemporaryDirectory()
HERE = pathlib.Path(FOLDER.name)


def everybody_with_everybody():
    lines = []
    for card in PEOPLE:
        for person in PEOPLE:
            pictures = sorted(path.name for path in (PERSONAS / person).glob("live_0*.jpg"))
            truth = "same" if card == person else "different"
            lines += [f"{card}/chip.png\t{person}/{picture}\t{truth}" for picture in pictures]
    return lines


def calibrate(lines, *arguments):
    pairs = HERE / "pairs.tsv"
    pairs.write_text("\n".join(lines) + "\n")
    return subprocess.run(
        [PROGRAM, "face", "calibrate", "--pairs", pairs, "--pictures", PERSONAS, "--models", MODELS, "--population",
         "rendered", *arguments], capture_output=True, text=True, timeout=200, check=False)


class FaceCalibrate(unittest.TestCase):
    def test_enough_pairs_give_a_calibration_with_its_provenance(self):
        out = HERE / "own.calibration"
        # The same pairs nine times: what is tested is the way, not the figures.
        run = calibrate(everybody_with_everybody() * 9, "--frames", "1", "--out", out, "--provenance", "renders of a test")
        self.assertEqual(run.returncode, 0, run.stderr)
        rows = [line.split("\t") for line in out.read_text().splitlines() if not line.startswith("#")]
        values = {row[0]: row[1:] for row in rows}
        self.assertEqual(values["provenance"], ["renders of a test"])
        self.assertEqual(values["population"], ["rendered"])
        rates = [row[1:] for row in rows if row[0] == "rate"]
        different = 9 * 6 * len(PEOPLE) * (len(PEOPLE) - 1)
        self.assertEqual([(rate[0], rate[1], rate[3], rate[4]) for rate in rates],
                         [("0.01", "1", "measured", str(different))])
        self.assertIn("FMR there", run.stdout)
        self.assertIn("FMR 0.001: not derived; it takes 10000 comparisons of different people", run.stdout)

    def test_pairs_that_are_too_few_give_none(self):
        out = HERE / "none.calibration"
        run = calibrate(everybody_with_everybody(), "--out", out, "--provenance", "x")
        self.assertEqual(run.returncode, 1)
        self.assertIn("pairs are too few for any threshold", run.stderr)
        self.assertFalse(out.exists())

    def test_five_pictures_of_a_visit_make_one_comparison(self):
        run = calibrate(everybody_with_everybody())
        number = len(PEOPLE)
        self.assertIn(f"mean of 5 live pictures; {number} comparisons of one person, {number * (number - 1)} of different "
                      f"people; {number * number} pairs not used", run.stdout)

    def test_a_file_needs_its_provenance(self):
        self.assertNotEqual(calibrate([], "--out", HERE / "x").returncode, 0)

    def test_a_provenance_that_would_break_the_file_is_refused(self):
        out = HERE / "broken.calibration"
        run = calibrate(everybody_with_everybody() * 9, "--frames", "1", "--out", out, "--provenance", "a\tb")
        self.assertEqual(run.returncode, 1)
        self.assertIn("derive the file again", run.stderr)
        self.assertFalse(out.exists())


if __name__ == "__main__":
    if not pathlib.Path(MODELS, "face_detection_yunet_2023mar.onnx").exists():
        print("SKIPPED: models not found, run ./dev models")
        sys.exit(0)
    unittest.main(argv=sys.argv[:1])
