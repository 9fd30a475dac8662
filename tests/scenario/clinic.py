"""A clinic on one machine: the terminal as it is installed, and everything around it simulated."""

import json
import shutil
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from page import Page

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "hw-sim/bench"))

from reception_bench import FIRST_PORT, Bench, pictures_of, pin_of, wait_for_line  # noqa: E402

PRESENCE_ASKED_SECONDS = 0.4  # how often pcscd asks vpcd whether a card is there
ENDS = ("outcome", "failure")
PROGRESS = {"reading", "face", "checking", "idle"}


@dataclass
class Visit:
    """Who comes with which card, and what everyone does."""

    persona: str = "p02"
    kind: str = "current"
    way: str = "pin"
    scenario: str = "eligible"
    holder: str | None = None  # whose face the camera sees; the card's person
    consents: tuple = ()  # items agreed to
    pins: tuple = ()  # typed one after the other; the right one


@dataclass
class Course:
    """How a visit went, as patient, staff and receipt computer saw it."""

    patient: dict = field(default_factory=dict)
    staff: dict = field(default_factory=dict)
    ways: list = field(default_factory=list)  # offered at first
    items: list = field(default_factory=list)  # for which consent was asked
    screens: list = field(default_factory=list)
    handed_over: list = field(default_factory=list)  # texts of the files

    @property
    def result(self):
        outcome = self.patient.get("outcome")
        return outcome if self.patient["screen"] == "outcome" else self.patient["reason"]


class Desk:
    """One terminal with its reader, card and cameras."""

    def __init__(self, bench, folders, name="terminal", slot=0):
        self.bench, self.folders, self.name = bench, folders, name
        self.reader, self.port = f"Virtual PCD 00 0{slot}", FIRST_PORT + slot
        self.socket = bench.folder / f"{name}-front.socket"
        self.eyes = bench.folder / f"{name}-camera"
        self.eyes.mkdir()
        self.card = self.front = self.terminal = None
        self.on_reader = None
        self.holder = None

    def open(self, **settings):
        self.see("p02")
        self.settings = self.bench.write_settings({
            **self.folders, "holder": f"{self.eyes}/*", "surface_camera": "", "surface_socket": self.socket,
            "reader": self.reader, **settings}, self.name)
        self.lay("p02", "current")
        self.start()

    def start(self):
        self.terminal = self.bench.start(self.bench.program("madoguchi-terminal"), "--config", self.settings)
        port = int(json.loads(self.terminal.stdout.readline())["listening"].rsplit(":", 1)[1])
        self.patient, self.staff = Page(port, "patient"), Page(port, "staff")
        self.wait_until_idle()

    def kill(self):
        """As when the power is lost."""
        self.terminal.kill()
        self.terminal.wait()
        self.bench.processes.remove(self.terminal)

    def reset(self):
        self.bench.end(self.card)
        self.card = self.on_reader = None
        self.bench.end(self.terminal)
        self.start()

    def close(self):
        for process in (self.terminal, self.card, self.front):
            self.bench.end(process)

    def see(self, holder):
        """Who is before the camera from now on."""
        if holder == self.holder:
            return
        shutil.rmtree(self.eyes)
        self.eyes.mkdir()
        found = pictures_of(holder, self.eyes / "nobody.pgm")
        for picture in sorted(found.parent.glob(found.name)):
            if picture.parent != self.eyes:
                shutil.copy(picture, self.eyes)
        self.holder = holder

    def lay(self, persona, kind):
        """That card is at hand, beside the reader; its front is what the reader of fronts sees."""
        if self.on_reader == (persona, kind):
            return
        for process in (self.card, self.front):
            if process in self.bench.processes:
                self.bench.end(process)
        self.card = self.bench.start_card(persona, kind, port=self.port)
        self.front = self.bench.serve_front(persona, kind, self.socket)
        wait_for_line(self.card, "ready")
        self.on_reader = (persona, kind)

    def insert(self):
        self.tell_card("insert", "inserted")

    def remove(self):
        self.tell_card("remove", "removed")
        time.sleep(2 * PRESENCE_ASKED_SECONDS)  # a card put down sooner may go unnoticed by pcscd

    def tell_card(self, command, answer):
        self.card.stdin.write(command + "\n")
        self.card.stdin.flush()
        wait_for_line(self.card, answer)

    def wait_until_idle(self):
        self.patient.wait_for(lambda event: event["screen"] == "idle", "the idle screen")

    # --- one visit -----------------------------------------------------------------------------------

    def begin(self, visit):
        """Puts the card down; gives the mark from which the visit's events count."""
        self.see(visit.holder or visit.persona)
        self.lay(visit.persona, visit.kind)
        self.wait_until_idle()
        mark = self.patient.mark()
        self.insert()
        return mark

    def receive(self, visit):
        return self.go_on(visit, self.begin(visit))

    def go_on(self, visit, mark, until=""):
        """Answers what the screens ask, to the end or until that screen."""
        pins = list(visit.pins or [pin_of(visit.persona)])
        acted = mark
        while True:
            acted, screen = self.patient.wait_after(
                acted, lambda event: event["screen"] == until or event["screen"] not in PROGRESS, "a screen that asks or ends")
            if screen["screen"] in (until, *ENDS):
                return self.course(mark) if screen["screen"] in ENDS else None
            self.answer(screen, visit, pins)

    def answer(self, screen, visit, pins):
        name = screen["screen"]
        if name == "choose_way" and visit.way in screen["ways"] and not screen["reason"]:
            self.patient.act(action="choose_way", way=visit.way)
        elif name == "enter_pin" and screen["last_try"] and pins:
            self.patient.act(action="spend_last_try")
        elif name == "enter_pin" and pins:
            self.patient.act(action="enter_pin", digits=pins.pop(0))
        elif name == "visual_wait":
            same = (visit.holder or visit.persona) == visit.persona
            self.staff.act(action="confirm_visual", same_person=same)
        elif name == "consents":
            self.patient.act(action="consent", answers={item: item in visit.consents for item in screen["items"]})
        else:
            self.patient.act(action="cancel")

    def course(self, mark):
        events = self.patient.since(mark)
        course = Course()
        course.patient = next(event for event in reversed(events) if event["screen"] in ENDS)
        course.screens = [event["screen"] for event in events]
        course.ways = next((event["ways"] for event in events if event["screen"] == "choose_way"), [])
        course.items = next((event["items"] for event in events if event["screen"] == "consents"), [])
        course.staff = self.staff.wait_for(lambda event: event["screen"] == course.patient["screen"], "the same on the staff page")
        return course

    def finish(self):
        """The patient takes the card and goes."""
        self.remove()
        self.patient.act(action="cancel")  # what is still shown of a failure was seen
        self.wait_until_idle()


class Clinic(Bench):
    """The desk, the eligibility service and the receipt computer's folder."""

    def __init__(self, folder, programs, models):
        super().__init__(folder, programs)
        self.models = models
        self.hand_over = folder / "hand-over"
        self.kind = None
        self.eligibility = None

    def open(self, **settings):
        self.make_issuer()
        self.register("current")
        self.desk = Desk(self, {"models": self.models, "web": ""})
        self.desk.open(**settings)
        return self.desk

    def register(self, kind, *options):
        """What the service knows and answers from now on: people as their cards of that kind say."""
        if (kind, options) == self.kind:
            return
        if self.eligibility:
            self.end(self.eligibility)
        self.write_patient_index(kind)
        self.eligibility = self.start_eligibility(kind, *options)
        self.kind = (kind, options)

    def play(self, scenario):
        self.tell_eligibility(f"scenario {scenario}")

    def tell_eligibility(self, command):
        self.eligibility.stdin.write(command + "\n")
        self.eligibility.stdin.flush()
        wait_for_line(self.eligibility, command)

    def receive(self, visit):
        """One whole visit; the card is taken at its end."""
        self.register("current")
        self.play(visit.scenario)
        course = self.desk.receive(visit)
        course.handed_over = self.take_hand_over()
        self.desk.finish()
        return course

    def begin_anew(self):
        """After a visit that went wrong: nothing of it is left."""
        self.desk.reset()
        self.take_hand_over()

    def take_hand_over(self):
        """As the receipt computer does: reads what is there and takes it away."""
        texts = []
        for file in sorted(self.hand_over.iterdir()):
            texts.append(file.read_text(encoding="utf-8"))
            file.unlink()
        return texts
