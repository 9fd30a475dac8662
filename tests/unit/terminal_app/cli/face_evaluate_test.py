#!/usr/bin/python3
"""madoguchi face evaluate, as an evaluator sees it. Arguments: the program, the models' folder."""

import json
import pathlib
import struct
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree
import zlib

sys.dont_write_bytecode = True
PERSONAS = pathlib.Path(__file__).resolve().parents[4] / "hw-sim" / "personas"
PROGRAM, MODELS = sys.argv[1:3]
PEOPLE = sorted(folder.name for folder in PERSONAS.iterdir() if (folder / "chip.png").exists())
FOLDER = tempfile.TemporaryDirectory()
HERE = pathlib.Path(FOLDER.name)


def a_list(name, *lines):
    path = HERE / name
    path.write_text("\n".join(lines) + "\n")
    return path


def everybody_with_everybody(live):
    return [f"{a}/chip.png\t{b}/{live}.jpg\t{'same' if a == b else 'different'}\t{live}" for a in PEOPLE for b in PEOPLE]


def grey_png(side):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * side) * side)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def evaluate(pairs, *arguments, models=MODELS, pictures=PERSONAS):
    return subprocess.run(
        [PROGRAM, "face", "evaluate", "--pairs", pairs, "--pictures", pictures, "--models", models, "--population",
         "rendered", *arguments], capture_output=True, text=True, timeout=120, check=False)


class FaceEvaluate(unittest.TestCase):
    def test_people_told_apart_have_no_errors_and_every_condition_its_group(self):
        pairs = a_list("all.tsv", *everybody_with_everybody("live_01"), *everybody_with_everybody("live_06"))
        plot = HERE / "plot.svg"
        run = evaluate(pairs, "--json", "--plot", plot)
        self.assertEqual(run.returncode, 0, run.stderr)
        answer = json.loads(run.stdout)
        everyone, *conditions = answer["groups"]
        number = len(PEOPLE)
        self.assertEqual((everyone["same"], everyone["different"]), (2 * number, 2 * number * (number - 1)))
        self.assertEqual([group["condition"] for group in conditions], ["live_01", "live_06"])
        self.assertEqual((everyone["equal_error_rate"], everyone["failed_to_compare"]), (0, 0))
        measured = [at["measured"] is not None for at in everyone["at_fmr"]]
        self.assertEqual(measured, [len(PEOPLE) > 7, False, False])
        presets = {at["preset_fmr"]: at for at in everyone["at_preset"]}
        self.assertEqual({rate: at["threshold"] for rate, at in presets.items()}, {0.01: 0.32, 0.001: 0.43})
        self.assertEqual(presets[0.001]["fmr"]["count"], 0)
        root = xml.etree.ElementTree.parse(plot).getroot()
        self.assertEqual(len(root.findall("{*}polyline")), 3)

    def test_swapped_truths_are_all_errors(self):
        lines = (line.replace("same", "x").replace("different", "same").replace("x", "different")
                 for line in everybody_with_everybody("live_01"))
        answer = json.loads(evaluate(a_list("swapped.tsv", *lines), "--json").stdout)
        self.assertEqual(answer["groups"][0]["equal_error_rate"], 1)

    def test_a_card_photo_changes_the_scores_and_little_else(self):
        pairs = a_list("chip.tsv", *everybody_with_everybody("live_01"))
        plain, chip = (json.loads(evaluate(pairs, "--json", *options).stdout) for options in ((), ("--as-chip", "3000")))
        self.assertEqual((plain["as_chip_bytes"], chip["as_chip_bytes"]), (None, 3000))
        self.assertEqual(chip["groups"][0]["equal_error_rate"], 0)
        self.assertNotEqual(plain["groups"][0]["equal_error"], chip["groups"][0]["equal_error"])

    def test_lfws_own_list_gives_an_accuracy_over_its_folds(self):
        album = HERE / "lfw"
        for person in PEOPLE[:4]:
            (album / person).mkdir(parents=True)
            for number, name in enumerate(("live_01", "live_06"), 1):
                (album / person / f"{person}_{number:04}.jpg").symlink_to(PERSONAS / person / f"{name}.jpg")
        first, second, third, fourth = PEOPLE[:4]
        pairs = a_list("pairs.txt", "2\t1", f"{first}\t1\t2", f"{first}\t1\t{second}\t2", f"{third}\t1\t2",
                       f"{third}\t1\t{fourth}\t2")
        answer = json.loads(evaluate(pairs, "--json", pictures=album).stdout)
        self.assertEqual(answer["accuracy_over_folds"], {"mean": 1, "standard_error": 0, "folds": 2})

    def test_a_picture_without_a_face_counts_as_refused(self):
        blank = HERE / "blank.png"
        blank.write_bytes(grey_png(64))
        pairs = a_list("blank.tsv", f"{PEOPLE[0]}/chip.png,{blank},same", f"{PEOPLE[0]}/chip.png,{blank},different")
        group = json.loads(evaluate(pairs, "--json").stdout)["groups"][0]
        self.assertEqual(group["failed_to_compare"], 2)
        self.assertEqual(group["equal_error"]["fnmr"]["count"], 1)

    def test_for_people_there_are_tables_and_a_caution(self):
        run = evaluate(a_list("words.tsv", *everybody_with_everybody("live_01")))
        self.assertIn(f"all: {len(PEOPLE)} comparisons of one person", run.stdout)
        self.assertIn("too few comparisons of different people to say", run.stdout)
        self.assertIn("with few people they are too narrow", run.stdout)

    def test_what_cannot_be_used_is_named_with_its_line(self):
        good = f"{PEOPLE[0]}/chip.png,{PEOPLE[0]}/live_01.jpg,same"
        run = evaluate(a_list("bad.csv", good, f"{PEOPLE[0]}/chip.png,{PEOPLE[0]}/live_01.jpg,perhaps"))
        self.assertEqual(run.returncode, 1)
        self.assertIn("line 2 of the pair list: the third field of a pair is same or different", run.stderr)
        run = evaluate(a_list("gone.csv", good, f"{PEOPLE[0]}/chip.png,gone.jpg,same"))
        self.assertEqual(run.returncode, 1)
        self.assertIn("line 2 of the pair list: picture file cannot be read", run.stderr)
        run = evaluate(a_list("one.csv", good), "--plot", "/nonexistent/plot.svg")
        self.assertEqual((run.returncode, run.stdout), (1, ""))
        self.assertIn("cannot be written into its file", run.stderr)
        self.assertEqual(evaluate(HERE / "absent.csv").returncode, 2)
        self.assertEqual(evaluate(HERE / "one.csv", "--as-chip", "7").returncode, 2)
        run = evaluate(HERE / "one.csv", models="/nonexistent")
        self.assertEqual(run.returncode, 1)
        self.assertIn("./dev models", run.stderr)


if __name__ == "__main__":
    if not pathlib.Path(MODELS, "face_detection_yunet_2023mar.onnx").exists():
        print("SKIPPED: models not found, run ./dev models")
        sys.exit(0)
    unittest.main(argv=sys.argv[:1])
