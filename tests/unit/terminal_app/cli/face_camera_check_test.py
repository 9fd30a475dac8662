#!/usr/bin/python3
"""madoguchi face camera-check on picture sequences. Arguments: the program, the models' folder."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib
import unittest

sys.dont_write_bytecode = True
PERSONAS = pathlib.Path(__file__).resolve().parents[4] / "hw-sim" / "personas"
PROGRAM, MODELS = sys.argv[1:3]
PERSON = f"pictures:{PERSONAS}/p02/live_*.jpg"


def check(camera, *arguments):
    command = [PROGRAM, "face", "camera-check", "--camera", camera, "--seconds", "1", "--models", MODELS]
    return subprocess.run(
        [*command, *map(str, arguments)], capture_output=True, text=True, timeout=250, check=False
    )


def picture(folder, grey):
    path = pathlib.Path(folder, f"{grey}.pgm")
    path.write_bytes(b"P5 640 480 255\n" + bytes([grey]) * (640 * 480))
    return f"pictures:{path}"


class CameraCheck(unittest.TestCase):
    def test_a_person_is_measured_drawn_and_gates_are_written(self):
        with tempfile.TemporaryDirectory() as folder:
            page, gates = pathlib.Path(folder, "page.html"), pathlib.Path(folder, "gates.toml")
            run = check(PERSON, "--json", "--report", page, "--write-gates", gates)
            self.assertIn(run.returncode, (0, 3), run.stderr)
            answer = json.loads(run.stdout)
            self.assertEqual(answer["frame"], "640x480")
            self.assertGreaterEqual(answer["frames"], 40)
            self.assertGreaterEqual(answer["frames_with_face"], 30)
            measures = {one["measure"]: one for one in answer["measures"]}
            self.assertEqual(len(measures), 12)
            self.assertEqual(measures["eye_distance"]["verdict"], "good")
            self.assertEqual(measures["brightness"]["least"], 60)
            for one in measures.values():
                self.assertLessEqual(one["low"], one["median"])
                self.assertLessEqual(one["median"], one["high"])
            written = tomllib.loads(gates.read_text())
            self.assertEqual(written["camera"]["frame"], "640x480")
            self.assertEqual(written["gates"].keys(), answer["gates"].keys())
            for name, value in answer["gates"].items():
                self.assertAlmostEqual(written["gates"][name], value, places=2)
            text = page.read_text()
            self.assertEqual(text.count("<article"), 12)
            self.assertFalse(re.search(r"<img|<image|data:|https?://|<script", text), "the page shows no picture")

    def test_nobody_before_the_camera_is_bad_and_gives_no_gates(self):
        with tempfile.TemporaryDirectory() as folder:
            gates = pathlib.Path(folder, "gates.toml")
            run = check(picture(folder, 128), "--write-gates", gates)
            self.assertEqual(run.returncode, 1)
            self.assertIn("No face was seen", run.stdout)
            self.assertIn("let one person look into the camera", run.stderr)
            self.assertFalse(gates.exists())
            self.assertEqual(check(picture(folder, 0)).returncode, 3)

    def test_a_camera_that_is_not_there_is_said(self):
        run = check("pictures:/nonexistent/*.jpg")
        self.assertEqual(run.returncode, 1)
        self.assertTrue(run.stderr.startswith("madoguchi: "))
        self.assertEqual(check("rtsp://x").returncode, 1)

    def test_wrong_usage_has_status_two(self):
        self.assertEqual(check(PERSON, "--frame", "1x1").returncode, 2)
        self.assertEqual(check(PERSON, "--seconds", "0").returncode, 2)


if __name__ == "__main__":
    if not pathlib.Path(MODELS, "face_detection_yunet_2023mar.onnx").exists():
        print("SKIPPED: models not found, run ./dev models")
        sys.exit(0)
    unittest.main(argv=sys.argv[:1])
