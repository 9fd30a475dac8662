#!/usr/bin/python3
"""The person before the virtual camera does what the patient screen asks. The terminal is played by a server that sends
one screen after the other, each when the test has seen what came of the last one."""

import http.server
import json
import pathlib
import queue
import subprocess
import sys
import tempfile
import threading
import time
import unittest

sys.dont_write_bytecode = True
BENCH = pathlib.Path(__file__).resolve().parents[4] / "hw-sim" / "bench"
PERSON = BENCH / "person-before-camera"
PERSONA = BENCH.parent / "personas" / "p02"
WITHOUT_TURN = BENCH.parent / "personas" / "p03"
SECONDS = 60  # a loaded machine

STRAIGHT = {"turn_01", "turn_06", "turn_07"}
LEFT = {"turn_07", "turn_08", "turn_09", "turn_10"}
RIGHT = {"turn_02", "turn_03", "turn_04", "turn_05"}


class Terminal:
    """Only GET /api/patient/events; None ends the stream."""

    def __init__(self):
        self.lines = queue.Queue()
        self.asked = queue.Queue()
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked.put(self.path)
                self.send_response(200)
                self.end_headers()
                while (line := outer.lines.get()) is not None:
                    self.wfile.write(line)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}"

    def show(self, **screen):
        self.lines.put(b"event: screen\ndata: " + json.dumps(screen).encode() + b"\n\n")

    def end(self):
        self.lines.put(None)
        self.server.shutdown()
        self.server.server_close()


def shown(frames):
    return {path.resolve().stem for path in frames.glob("frame_*.jpg")}


class PersonBeforeCamera(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.frames = pathlib.Path(folder.name, "person")

    def start(self, address):
        person = subprocess.Popen([PERSON, address, PERSONA, self.frames])
        self.addCleanup(person.wait)
        self.addCleanup(person.terminate)

    def wait_until_shown(self, wanted):
        limit = time.monotonic() + SECONDS
        while shown(self.frames) != wanted:
            self.assertLess(time.monotonic(), limit, f"{shown(self.frames)} instead of {wanted}")
            time.sleep(0.01)

    def test_looks_straight_and_turns_to_the_side_that_is_asked_for(self):
        terminal = Terminal()
        self.addCleanup(terminal.end)
        self.start(terminal.address)
        self.assertEqual(terminal.asked.get(timeout=SECONDS), "/api/patient/events")
        self.wait_until_shown(STRAIGHT)
        for guidance, pictures in (
            ("face.challenge.left", LEFT),
            ("face.guidance.look_straight", STRAIGHT),
            ("face.challenge.right", RIGHT),
        ):
            terminal.show(screen="face", guidance=guidance, progress=1)
            self.wait_until_shown(pictures)
        terminal.show(screen="consents", items=[])
        self.wait_until_shown(STRAIGHT)

    def test_a_terminal_that_ends_the_stream_is_asked_again(self):
        terminal = Terminal()
        self.addCleanup(terminal.end)
        self.start(terminal.address)
        terminal.asked.get(timeout=SECONDS)
        terminal.lines.put(None)
        terminal.asked.get(timeout=SECONDS)
        terminal.show(screen="face", guidance="face.challenge.right", progress=1)
        self.wait_until_shown(RIGHT)

    def test_can_be_asked_to_look_straight_only(self):
        subprocess.run([PERSON, "--look-straight", PERSONA, self.frames], check=True, timeout=SECONDS)
        self.assertEqual(shown(self.frames), STRAIGHT)
        self.assertTrue(all(path.is_file() for path in self.frames.glob("*.jpg")))

    def test_somebody_of_whom_no_turn_was_pictured_is_refused_by_name(self):
        run = subprocess.run([PERSON, "--look-straight", WITHOUT_TURN, self.frames], capture_output=True, text=True,
                             timeout=SECONDS, check=False)
        self.assertEqual(run.returncode, 1)
        self.assertIn("p03 has no pictures of a turning head", run.stderr)


if __name__ == "__main__":
    unittest.main()
