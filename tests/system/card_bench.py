"""A persona's simulated card behind the real pcscd, for tests of the madoguchi program.

Arguments of every test that imports this, run beside a private pcscd: PRIVATE_PCSCD BIN_FOLDER PERSONA_FOLDER
"""

import json
import os
import pty
import select
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
import unittest
from pathlib import Path

PRIVATE_PCSCD, BIN, PERSONA_FOLDER = (Path(argument) for argument in sys.argv[1:4])
PERSONA = tomllib.loads((PERSONA_FOLDER / "persona.toml").read_text())
PRESENCE_ASKED_SECONDS = 0.4  # how often pcscd asks vpcd whether a card is there
ERAS = ((20190501, 2018), (19890108, 1988), (19261225, 1925), (19120730, 1911))


def number_6():
    """照合番号 of the provisional next-generation card."""
    return PERSONA["card"]["verification_number"]


def number_b():
    year, month, day = PERSONA["birth_date"].split("-")
    first_year = next(base for start, base in ERAS if int(year + month + day) >= start)
    return f"{int(year) - first_year:02}{month}{day}{PERSONA['card']['expiry'][:4]}{PERSONA['card']['security_code']}"


class CardBench(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.made_once = tempfile.TemporaryDirectory()  # the simulator's keys take seconds to make
        cls.start(Path(cls.made_once.name)).communicate("quit\n", timeout=90)

    @classmethod
    def tearDownClass(cls):
        cls.made_once.cleanup()

    @staticmethod
    def start(state):
        subprocess.run([BIN / "madoguchi-sim", "issuer", "--state", state], check=True, stdout=subprocess.DEVNULL)
        return subprocess.Popen(
            [PRIVATE_PCSCD, "card", BIN / "madoguchi-sim", "card", "--persona", PERSONA_FOLDER,
             "--state", state, "--inserted", "--vpcd-port", "35963"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.state = Path(self.folder.name) / "state"
        shutil.copytree(self.made_once.name, self.state)
        self.card = self.start(self.state)
        self.wait_for("inserted")
        self.wait_until_pcscd_sees_the_card()

    def tearDown(self):
        self.card.communicate("quit\n", timeout=20)
        self.folder.cleanup()

    def wait_for(self, line):
        while (seen := self.card.stdout.readline()).strip() != line:
            self.assertNotEqual(seen, "", "the simulated card ended")

    def wait_until_pcscd_sees_the_card(self):
        deadline = time.monotonic() + 10
        while (asked := subprocess.run([BIN / "madoguchi", "card", "info"], capture_output=True)).returncode != 0:
            self.assertLess(time.monotonic(), deadline, f"pcscd does not see the card: {asked.stderr.decode()}")
            time.sleep(0.1)

    def tell(self, line, answer):
        self.card.stdin.write(line + "\n")
        self.card.stdin.flush()
        self.wait_for(answer)

    def swap_card(self, kind):
        """Takes the card away and puts one of another kind on the reader (madoguchi-sim kinds)."""
        self.tell(f"kind {kind}", f"kind {kind}")
        self.insert_again()

    def insert_again(self):
        """Only once pcscd has noticed the removal: a card that is back sooner may not be seen (docs/pcsc.md).

        A connection says "NoCard" from the failed power-down on, before pcscd has asked the slot again: hence the wait.
        """
        deadline = time.monotonic() + 10
        while b"(NoCard" not in subprocess.run([BIN / "madoguchi", "card", "info"], capture_output=True).stderr:
            self.assertLess(time.monotonic(), deadline, "pcscd still sees the card")
        time.sleep(3 * PRESENCE_ASKED_SECONDS)
        self.tell("insert", "inserted")
        self.wait_until_pcscd_sees_the_card()

    def run_card(self, *arguments, number="", status=0):
        done = subprocess.run([BIN / "madoguchi", "card", *arguments], input=number + "\n",
                              capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, status, done.stderr)
        self.last = done
        return done.stdout

    def run_json(self, *arguments, **others):
        return json.loads(self.run_card(*arguments, "--json", **others))

    def tries_left(self):
        return self.run_json("pin-status")["tries_left"]

    @property
    def anchors(self):
        return "--anchors", str(self.state / "anchors")


class Terminal:
    """A program on a terminal of its own: what it shows is seen, and what a person types is typed."""

    def __init__(self, test, *arguments, kind="xterm-256color", **environment):
        self.test, self.unread = test, b""
        self.deadline = time.monotonic() + 60
        self.process, self.line = pty.fork()
        if self.process == 0:
            os.environ.update(TERM=kind, LC_ALL="C.UTF-8", **environment)
            os.execv(BIN / "madoguchi", ["madoguchi", "card", *arguments])

    def _unread(self):
        """What is left, also where it ends within a character."""
        return self.unread.decode(errors="backslashreplace")

    def _take(self):
        """More of what is shown; nothing once the program has ended."""
        if not select.select([self.line], [], [], max(0, self.deadline - time.monotonic()))[0]:
            self.test.fail(f"nothing more within the time after {self._unread()!r}")
        try:
            return os.read(self.line, 65536)
        except OSError:  # the other side is closed
            return b""

    def wait_for(self, text):
        """Returns what is shown up to and with the text."""
        while text.encode() not in self.unread:
            more = self._take()
            self.test.assertTrue(more, f"ended before {text!r}, after {self._unread()!r}")
            self.unread += more
        shown, self.unread = self.unread.split(text.encode(), 1)
        return shown.decode() + text

    def type(self, line):
        os.write(self.line, line.encode() + b"\n")

    def press(self, key):
        os.write(self.line, key.encode())

    def send_signal(self, number):
        os.kill(self.process, number)

    def answer(self, *prompts_and_answers):
        """Types each answer once its prompt is there; returns all that is shown."""
        shown = ""
        for prompt, answer in prompts_and_answers:
            shown += self.wait_for(prompt)
            self.type(answer)
        return shown

    def finish(self, status=0):
        """Returns all that is still shown; checks the exit status."""
        while more := self._take():
            self.unread += more
        ended = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        os.close(self.line)
        self.test.assertEqual(ended, status, self._unread())
        return self._unread()
