"""The processes and files of a reception: simulators behind a private pcscd, and a terminal's settings.

For programs that run under private-pcscd run: hw-sim/bench/demo and tests/scenario.
"""

import shutil
import subprocess
import time
import tomllib
from pathlib import Path

BENCH = Path(__file__).resolve().parent
PERSONAS = BENCH.parent / "personas"
PRIVATE_PCSCD = BENCH / "private-pcscd"
READY_SECONDS = 60  # the first start makes the simulator's keys
END_SECONDS = 5
FRONT_FRAMES = 8  # shown in turn, ten a second
NOBODY = "nobody"
EMPTY_DESK = (640, 480, 128)  # width, height, grey
FIRST_PORT = 35963  # of the virtual reader's first slot; the second follows


class Bench:
    """Leaving the block ends all that was started."""

    def __init__(self, folder, programs):
        self.folder = folder
        self.programs = programs
        self.state = folder / "simulator"
        self.processes = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            ask_to_end(process)
        for process in reversed(self.processes):
            wait_for_end(process)

    def end(self, process):
        ask_to_end(process)
        wait_for_end(process)
        self.processes.remove(process)

    def program(self, name):
        return str(self.programs / name)

    def simulator(self, *arguments):
        subprocess.run([self.program("madoguchi-sim"), *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)

    def start(self, *command, in_network=False):
        prefix = [str(PRIVATE_PCSCD), "card"] if in_network else []
        process = subprocess.Popen([*prefix, *map(str, command)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.processes.append(process)
        return process

    def make_issuer(self):
        self.simulator("issuer", "--state", self.state)

    def write_patient_index(self, kind):
        self.simulator("eligibility", "--write-patient-index", self.folder / "patients.csv", "--personas", PERSONAS,
                       "--kind", kind)

    def start_eligibility(self, kind, *options):
        folder = self.folder / "eligibility"
        folder.mkdir(exist_ok=True)
        service = self.start(self.program("madoguchi-sim"), "eligibility", "--folder", folder, "--personas", PERSONAS,
                             "--kind", kind, *options)
        wait_for_line(service, "ready")
        return service

    def start_fhir_service(self, kind, *options):
        """The same service behind HTTPS. Gives what the terminal's settings say of it."""
        certificates = self.folder / "certificates"
        service = self.start(self.program("madoguchi-sim"), "fhir", "--certificates", certificates, "--personas", PERSONAS,
                             "--kind", kind, *options)
        address = service.stdout.readline().strip()
        if not address:
            raise RuntimeError("the FHIR service ended before it said its address")
        return (f'service = "{address}"\nauthority = "{certificates}/authority.pem"\n'
                f'certificate = "{certificates}/client.pem"\nkey = "{certificates}/client.key"')

    def start_card(self, persona, kind, *options, port=FIRST_PORT):
        return self.start(self.program("madoguchi-sim"), "card", "--persona", PERSONAS / persona, "--kind", kind, "--state",
                          self.state, "--vpcd-port", port, *options, in_network=True)

    def serve_front(self, persona, kind, socket):
        socket.unlink(missing_ok=True)
        server = self.start(self.program("madoguchi-sim"), "surface", "--persona", PERSONAS / persona, "--kind", kind,
                            "--socket", socket)
        wait_for_line(server, "ready")
        return server

    def draw_front(self, persona, kind, folder):
        shutil.rmtree(folder, ignore_errors=True)  # of a run before
        self.simulator("surface-frames", "--persona", PERSONAS / persona, "--kind", kind, "--out", folder, "--frames",
                       FRONT_FRAMES)

    def write_settings(self, values, name="terminal"):
        """From demo.toml, with the places between @ signs filled in."""
        text = (BENCH / "demo.toml").read_text()
        for key, value in {"eligibility": f'folder = "{self.folder}/eligibility"', "folder": self.folder, "reader": "",
                           "name": name, "deadline_seconds": 30, "liveness": "staff-notice", **values}.items():
            text = text.replace(f"@{key}@", str(value))
        path = self.folder / f"{name}.toml"
        path.write_text(text)
        (self.folder / "hand-over").mkdir(exist_ok=True)
        return path


def ask_to_end(process):
    if process.stdin:
        process.stdin.close()
    process.terminate()


def wait_for_end(process):
    try:
        process.wait(END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def pin_of(persona):
    with open(PERSONAS / persona / "persona.toml", "rb") as file:
        return tomllib.load(file)["pins"]["authentication"]


def pictures_of(holder, empty_desk):
    """Of the person before the camera: a persona, or one picture of it ("p02/live_mask"); a grey picture, left in that
    file, where there is nobody."""
    if holder != NOBODY:
        return PERSONAS / f"{holder}.jpg" if "/" in holder else PERSONAS / holder / "live_0[16].jpg"
    width, height, grey = EMPTY_DESK
    empty_desk.write_bytes(b"P5 %d %d 255\n" % (width, height) + bytes([grey]) * (width * height))
    return empty_desk


def wait_for_line(process, wanted):
    limit = time.monotonic() + READY_SECONDS
    while time.monotonic() < limit:
        line = process.stdout.readline()
        if line.strip() == wanted:
            return
        if not line:
            raise RuntimeError(f"{process.args[0]} ended before it said '{wanted}'")
    raise RuntimeError(f"no '{wanted}' within {READY_SECONDS} s")
