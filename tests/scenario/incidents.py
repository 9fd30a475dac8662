"""Situations that take more than one visit, or in which something breaks: each a function of the clinic that gives one
sentence on what came of it, or fails."""

import subprocess

from clinic import Desk, Visit
from page import wait_until
from reception_bench import PRIVATE_PCSCD


def expect(is_so, what):
    if not is_so:
        raise AssertionError(what)


def receive_ordinary(clinic):
    course = clinic.receive(Visit())
    expect(course.result == "eligible" and course.handed_over, f"an ordinary visit afterwards: {course.result}")


def pcscd(verb):
    subprocess.run([PRIVATE_PCSCD, verb], check=True)


def job_change(clinic):
    """By the old number of a 協会けんぽ member: valid until the loss is registered, then lost, then newer."""
    days = {1: "eligible", 18: "eligible", 19: "invalid", 28: "invalid", 29: "invalid-newer-exists", 40: "invalid-newer-exists"}
    for day, outcome in days.items():
        clinic.register("current", "--days-since-job-change", str(day))
        course = clinic.desk.receive(Visit())
        clinic.desk.finish()
        expect(course.result == outcome, f"day {day}: {course.result}")
    clinic.take_hand_over()
    return "; ".join(f"day {day} {outcome}" for day, outcome in days.items())


def reader_unplugged(clinic):
    desk = clinic.desk
    mark = desk.begin(Visit())
    desk.patient.wait_after(mark, lambda event: event["screen"] == "choose_way", "the choice of the way")
    pcscd("kill")
    pcscd("start-without-reader")
    out = desk.patient.wait_for(lambda event: event["message"] == "screen.failure.out_of_service", "out of service")
    expect(not clinic.take_hand_over(), "nothing may be handed over")
    pcscd("restart")
    desk.on_reader = None  # the card's link broke with the reader
    receive_ordinary(clinic)
    return f"out of service ({out['reason']}), back in order with the reader"


def network_lost(clinic):
    folder, away = clinic.folder / "eligibility", clinic.folder / "eligibility-away"
    clinic.end(clinic.eligibility)
    clinic.eligibility = clinic.kind = None
    folder.rename(away)
    course = clinic.desk.receive(Visit())
    clinic.desk.finish()
    away.rename(folder)
    expect(course.result == "F-LINK-FOLDER" and not clinic.take_hand_over(), course.result)
    receive_ordinary(clinic)
    return f"{course.result}, the next patient is received"


def service_silent(clinic):
    return no_answer(clinic, "silent")


def service_slow(clinic):
    return no_answer(clinic, "late")


def no_answer(clinic, scenario):
    clinic.register("current")
    clinic.play(scenario)
    course = clinic.desk.receive(Visit())
    clinic.desk.finish()
    expect(course.result == "F-LINK-TIMEOUT" and not clinic.take_hand_over(), course.result)
    receive_ordinary(clinic)
    return f"{course.result}; what comes later is shown to nobody"


def leaves_mid_flow(clinic):
    desk = clinic.desk
    mark = desk.begin(Visit())
    desk.patient.wait_after(mark, lambda event: event["screen"] == "choose_way", "the choice of the way")
    desk.remove()
    end = desk.patient.wait_for(lambda event: event["screen"] == "failure", "the end")
    expect(end["reason"] == "F-CARD-REMOVED" and not clinic.take_hand_over(), str(end))
    desk.patient.act(action="cancel")
    receive_ordinary(clinic)
    return end["reason"]


def card_left_behind(clinic):
    desk = clinic.desk
    clinic.register("current")
    clinic.play("eligible")
    desk.receive(Visit())
    desk.patient.act(action="cancel")
    desk.patient.wait_for(lambda event: event["message"] == "screen.take_card.left", "the alarm")
    staff = desk.staff.wait_for(lambda event: event["failure"] is not None, "the same on the staff page")
    expect(staff["failure"]["reason"] == "F-CARD-LEFT", str(staff["failure"]))
    desk.finish()
    clinic.take_hand_over()
    return "F-CARD-LEFT until the card is taken"


def two_desks(clinic):
    """Two readers, two patients at once, one eligibility folder and one folder for the receipt computer."""
    clinic.register("current")
    clinic.play("eligible")
    second = Desk(clinic, clinic.desk.folders, "second", slot=1)
    second.open()
    marks = {clinic.desk: clinic.desk.begin(Visit()), second: second.begin(Visit(persona="p05"))}
    courses = [desk.go_on(visit, marks[desk])
               for desk, visit in ((clinic.desk, Visit()), (second, Visit(persona="p05")))]
    expect([course.result for course in courses] == ["eligible"] * 2, str([course.result for course in courses]))
    wait_until(lambda: len(list(clinic.hand_over.glob("*.xml"))) == 2, "two files")
    files = clinic.take_hand_over()
    expect(sorted("藤代" in text for text in files) == [False, True], "each file is of one of the two patients")
    for desk in marks:
        desk.finish()
    second.close()
    return "each desk shows and hands over its own patient"


def foreign_answer(clinic):
    clinic.register("current")
    clinic.play("foreign")
    course = clinic.desk.receive(Visit())
    clinic.desk.finish()
    expect(course.result in ("F-ANSWER-FOREIGN", "F-LINK-TIMEOUT") and not clinic.take_hand_over(), course.result)
    return f"{course.result}: the answer to another session is not shown"


def unasked_answers(clinic):
    """An official reader beside the desk leaves files of another person, of ours, ours again, and of an earlier visit."""
    clinic.register("current")
    clinic.play("none")  # to who asks by number, so that it shows which answer was used
    folder = clinic.folder / "eligibility"
    desk = Desk(clinic, clinic.desk.folders, "beside", slot=1)
    desk.open(eligibility=f'folder = "{folder}"\nface_folder = "{folder}/face"\nface_wait_seconds = 2')
    results = [with_face_files(clinic, desk, *files) for files in
               (("face p05", "face p02"), ("face-again",), ("face-old p02",), ())]
    desk.close()
    expect(results == ["eligible", "none", "none", "none"], str(results))
    return "the file of the person at the desk is used, once; the others are counted"


def with_face_files(clinic, desk, *files):
    """One visit in which they come before the patient has answered."""
    mark = desk.begin(Visit())
    desk.go_on(Visit(), mark, until="consents")
    before = sum(desk.staff.newest()["face_files"].values())
    for file in files:
        clinic.tell_eligibility(file)
    desk.staff.wait_for(lambda event: sum(event["face_files"].values()) == before + len(files), "the files, counted")
    course = desk.go_on(Visit(), mark)
    desk.finish()
    clinic.take_hand_over()
    return course.result


def power_lost(clinic):
    """At the question, and as soon as the hand-over appears."""
    desk = clinic.desk
    clinic.register("current")
    clinic.play("eligible")
    for moment in ("checking", "outcome"):
        mark = desk.begin(Visit())
        desk.go_on(Visit(), mark, until=moment)
        desk.kill()
        for text in clinic.take_hand_over():
            expect(text.rstrip().endswith("</XmlMsg>"), "a half-written hand-over")
        verdict = subprocess.run([clinic.program("madoguchi-terminal"), "--config", desk.settings, "--verify-journal"],
                                 capture_output=True, text=True, check=False)
        expect(verdict.returncode == 0, f"the journal: {verdict.stdout}{verdict.stderr}")
        desk.tell_card("remove", "removed")
        desk.start()
    receive_ordinary(clinic)
    return "no half-written file, an unbroken journal, the next patient is received"


HARDWARE = [
    (38, "reader unplugged", reader_unplugged),
    (43, "patient leaves mid-flow", leaves_mid_flow),
    (44, "card left behind", card_left_behind),
    (52, "power loss in mid-write", power_lost),
]
LINKS = [
    (21, "lag after job change", job_change),
    (40, "network lost: folder gone", network_lost),
    (40, "network lost: no answer", service_silent),
    (41, "service slow", service_slow),
    (42, "two readers, two patients, one folder", two_desks),
    (42, "another session's answer", foreign_answer),
    (42, "answers that come unasked", unasked_answers),
]
