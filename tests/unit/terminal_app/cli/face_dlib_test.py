#!/usr/bin/python3
"""The face commands with dlib, as an operator sees them who has its files; stand-ins take their place. Arguments: the
program, the models' folder, the program that writes stand-ins."""

import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
PERSONAS = pathlib.Path(__file__).resolve().parents[4] / "hw-sim" / "personas"
PROGRAM, MODELS, STAND_INS = sys.argv[1:4]
PEOPLE = ("p02", "p05")
PICTURES = ("live_01", "live_06")
PHOTO = PERSONAS / "p02" / "chip.png"
SAME = PERSONAS / "p02" / "live_01.jpg"
FOLDER = tempfile.TemporaryDirectory()
HERE = pathlib.Path(FOLDER.name)
CALIBRATION = HERE / "own.calibration"


def sha256_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def dlib_options():
    options = ["--engine", "dlib"]
    for part in ("shape", "network"):
        path = HERE / f"{part}.dat"
        options += [f"--dlib-{part}", path, f"--dlib-{part}-sha256", sha256_of(path)]
    return options


def face(command, *arguments):
    return subprocess.run([PROGRAM, "face", command, *map(str, arguments), "--models", MODELS, "--population", "rendered"],
                          capture_output=True, text=True, timeout=300, check=False)


def write_pairs():
    """Few pictures, often: what is tested is the way, not the figures."""
    lines = [f"{card}/chip.png\t{person}/{picture}.jpg\t{'same' if card == person else 'different'}"
             for card in PEOPLE for person in PEOPLE for picture in PICTURES]
    pairs = HERE / "pairs.tsv"
    pairs.write_text("\n".join(lines * 250) + "\n")
    return ["--pairs", pairs, "--pictures", PERSONAS]


class FaceDlib(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        subprocess.run([STAND_INS, HERE], check=True, timeout=120)
        cls.calibrated = face("calibrate", *write_pairs(), "--frames", "1", "--out", CALIBRATION, "--provenance", "renders",
                              *dlib_options())

    def test_a_calibration_names_its_engine_and_its_files(self):
        self.assertEqual(self.calibrated.returncode, 0, self.calibrated.stderr + self.calibrated.stdout)
        rows = dict(line.split("\t", 1) for line in CALIBRATION.read_text().splitlines() if not line.startswith("#"))
        self.assertEqual(rows["engine"], "dlib")
        self.assertEqual(rows["embedder"], sha256_of(HERE / "network.dat"))
        self.assertEqual(rows["shape"], sha256_of(HERE / "shape.dat"))
        self.assertNotIn("mean", rows)

    def test_faces_are_compared_with_the_calibration_and_only_with_it(self):
        # The calibration above has a row for one in a hundred only.
        text = CALIBRATION.read_text()
        strict = HERE / "strict.calibration"
        strict.write_text(text + "rate\t0.001\t1\t0.9999\tmeasured\t10000\t10\n")
        run = face("compare", SAME, SAME, "--json", "--calibration", strict, *dlib_options())
        self.assertEqual(run.returncode, 0, run.stderr)
        answer = json.loads(run.stdout)
        self.assertEqual((answer["decision"], answer["score"], answer["accept_from"]), ("match", 1, 0.9999))
        lacking = face("compare", PHOTO, SAME, "--calibration", CALIBRATION, *dlib_options())
        self.assertEqual(lacking.returncode, 1)
        self.assertIn("no threshold", lacking.stderr)
        for command in (("compare", PHOTO, SAME), ("transactions", *write_pairs())):
            run = face(*command, *dlib_options())
            self.assertEqual(run.returncode, 1)
            self.assertIn("the dlib engine has no thresholds of its own", run.stderr)

    def test_a_calibration_of_one_engine_is_refused_for_the_other(self):
        run = face("compare", PHOTO, SAME, "--calibration", CALIBRATION)
        self.assertEqual(run.returncode, 1)
        self.assertIn("the other engine", run.stderr)

    def test_evaluating_comes_before_calibrating(self):
        run = face("evaluate", *write_pairs(), "--json", *dlib_options())
        self.assertEqual(run.returncode, 0, run.stderr)
        whole = json.loads(run.stdout)["groups"][0]
        self.assertEqual(whole["at_preset"], [])
        self.assertIsNotNone(whole["equal_error_rate"])

    def test_files_that_are_missing_changed_or_not_pinned_are_refused_by_name(self):
        options = dlib_options()
        pairs = write_pairs()
        changed = [option if option != sha256_of(HERE / "shape.dat") else "0" * 64 for option in options]
        absent = [option if option != HERE / "network.dat" else HERE / "none.dat" for option in options]
        for arguments, word in ((changed, "shape file is not the pinned one"), (absent, "network file cannot be opened"),
                                (["--engine", "dlib"], "shape file has no SHA-256")):
            run = face("evaluate", *pairs, *arguments)
            self.assertEqual(run.returncode, 1, run.stdout)
            self.assertIn(word, run.stderr)
        unpinned = face("evaluate", *pairs, *options[:4])
        self.assertNotEqual(unpinned.returncode, 0)
        self.assertIn("--dlib-shape-sha256", unpinned.stderr)


if __name__ == "__main__":
    if not pathlib.Path(MODELS, "face_detection_yunet_2023mar.onnx").exists():
        print("SKIPPED: models not found, run ./dev models")
        sys.exit(0)
    unittest.main(argv=sys.argv[:1])
