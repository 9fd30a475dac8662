#!/usr/bin/python3
"""madoguchi face transactions: whole receptions of invented people. Arguments: the program, the models' folder, and the
folder of all personas, which may be absent: those of hw-sim are always played."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
SOURCES = pathlib.Path(__file__).resolve().parents[4]
PROGRAM, MODELS, EVERYBODY = sys.argv[1:4]
FOLDER = tempfile.TemporaryDirectory()
LEAST_ACCEPTED = 0.98


def listed(personas):
    run = subprocess.run([SOURCES / "tools/faces/transaction-list", personas], capture_output=True, text=True, check=True)
    return run.stdout.splitlines()


def receptions(personas, lines):
    pairs = pathlib.Path(FOLDER.name) / "pairs.tsv"
    pairs.write_text("\n".join(lines) + "\n")
    run = subprocess.run(
        [PROGRAM, "face", "transactions", "--pairs", pairs, "--pictures", personas, "--models", MODELS, "--population",
         "rendered", "--json"], capture_output=True, text=True, timeout=1500, check=False)
    assert run.returncode == 0, run.stderr
    return {group["group"]: group for group in json.loads(run.stdout)["groups"]}


class FaceTransactions(unittest.TestCase):
    def check_goals(self, groups):
        genuine = [groups[name]["genuine"] for name in groups if name.count("/") and not name.endswith("/mask")]
        accepted, compared = (sum(counts[key] for counts in genuine) for key in ("accepted", "compared"))
        self.assertGreater(compared, 0)
        self.assertGreaterEqual(accepted / compared, LEAST_ACCEPTED)
        for name, group in groups.items():
            self.assertEqual(group["impostor"]["accepted"], 0, name)
            self.assertEqual(group["genuine"]["photo_unusable"], 0, name)

    def test_the_own_card_is_accepted_and_nobody_elses(self):
        personas = SOURCES / "hw-sim" / "personas"
        lines = [line for line in listed(personas)
                 if "\tsame\t" in line or line.endswith(("/office", "/smile", "/mask"))]
        groups = receptions(personas, lines)
        self.check_goals(groups)
        self.assertGreater(groups["adults/office"]["impostor"]["transactions"], 0)
        self.assertEqual(groups["adults/mask"]["genuine"]["compared"], 0)

    @unittest.skipUnless(pathlib.Path(EVERYBODY, "personas.json").exists(), "SKIPPED: not all personas are here")
    def test_the_same_with_all_personas_children_apart(self):
        lines = [line for line in listed(EVERYBODY) if "\tsame\t" in line or "/a visit" in line]
        groups = receptions(EVERYBODY, lines)
        self.check_goals(groups)
        self.assertGreater(groups["children"]["genuine"]["compared"], 0)
        self.assertGreater(groups["children"]["impostor"]["transactions"], 0)

    def test_a_line_that_is_none_is_named(self):
        pairs = pathlib.Path(FOLDER.name) / "bad.tsv"
        pairs.write_text("only one field\n")
        run = subprocess.run([PROGRAM, "face", "transactions", "--pairs", pairs, "--models", MODELS],
                             capture_output=True, text=True, timeout=120, check=False)
        self.assertEqual(run.returncode, 1)
        self.assertIn("line 1 of the pair list", run.stderr)


if __name__ == "__main__":
    if not pathlib.Path(MODELS, "face_detection_yunet_2023mar.onnx").exists():
        print("SKIPPED: models not found, run ./dev models")
        sys.exit(0)
    if not pathlib.Path(EVERYBODY, "personas.json").exists():
        print(f"only the personas of hw-sim are played: all of them are not in {EVERYBODY}", file=sys.stderr)
    unittest.main(argv=sys.argv[:1])
