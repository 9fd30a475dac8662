#!/usr/bin/env python3
"""The situations of requirements I through the running terminal, over a real pcscd; prints what came of each.

usage: situations_test.py PROGRAMS MODELS [GROUP...]
Groups: ways, cards, answers, cameras, hardware, links, fallback; without any, all. Exit status 77 where no private pcscd can be had.
"""
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

sys.dont_write_bytecode = True

import by_hand  # noqa: E402
import incidents  # noqa: E402
import situations  # noqa: E402
from clinic import Clinic  # noqa: E402
from reception_bench import PRIVATE_PCSCD  # noqa: E402

SKIPPED = 77
ROWS = 52
GROUPS = {"ways": situations.WAYS, "cards": situations.CARDS, "answers": situations.ANSWERS, "cameras": situations.CAMERAS,
          "hardware": incidents.HARDWARE, "links": incidents.LINKS, "fallback": by_hand.BY_HAND}
NEED_MODELS = "face"
SETTINGS = {"deadline_seconds": 10}


def judge(case, course):
    """What differs from the expectation; empty when nothing does."""
    wanted = case.expected
    handed_over = "".join(course.handed_over)
    found = {"result": course.result, "handed over": bool(course.handed_over),
             **{f"staff page: {key}": course.staff.get(key) for key in wanted.staff}}
    expected = {"result": wanted.result, "handed over": wanted.handed_over,
                **{f"staff page: {key}": value for key, value in wanted.staff.items()}}
    faults = [f"{key}: {found[key]}, not {expected[key]}" for key in expected if found[key] != expected[key]]
    if wanted.ways is not None and course.ways != wanted.ways:
        faults.append(f"ways: {course.ways}, not {wanted.ways}")
    if wanted.items is not None and course.items != wanted.items:
        faults.append(f"consents asked for: {course.items}, not {wanted.items}")
    answer = course.staff["answer"]
    faults += [f"staff are not told: {notice}" for notice in wanted.notices if notice not in answer["notices"]]
    if list(wanted.signals) != answer["signals"]:
        faults.append(f"signals of a mis-link: {answer['signals']}, not {list(wanted.signals)}")
    if wanted.signals and not answer["incident"]:
        faults.append("a mis-link without an incident number")
    faults += [f"not handed over: {text}" for text in wanted.contains if text not in handed_over]
    return faults + [f"handed over: {text}" for text in wanted.lacks if text in handed_over]


def in_words(course):
    return course.result + (", handed over" if course.handed_over else ", nothing handed over")


def run_case(clinic, case):
    course = clinic.receive(case.visit)
    faults = judge(case, course)
    if faults:
        raise AssertionError("; ".join(faults))
    return in_words(course)


def rows_of(group):
    """Number, title, what runs it, and whether it needs the face models."""
    for entry in GROUPS[group]:
        if isinstance(entry, situations.Case):
            yield entry.row, entry.title, lambda clinic, case=entry: run_case(clinic, case), entry.visit.way == NEED_MODELS
        else:
            number, title, run = entry
            yield number, title, run, False


def run_group(group, programs, models, have_models):
    results = []
    with tempfile.TemporaryDirectory(prefix="madoguchi-scenario-") as folder, Clinic(Path(folder), programs, models) as clinic:
        clinic.open(**SETTINGS)
        for number, title, run, needs_models in rows_of(group):
            if needs_models and not have_models:
                results.append((number, title, "not run", "models not found: run ./dev models"))
                continue
            results.append((number, title, *result_of(clinic, run)))
    return results


def result_of(clinic, run):
    try:
        return "passed", run(clinic)
    except Exception as error:  # the next row tells its own story; this one has failed
        traceback.print_exc()
        clinic.begin_anew()
        return "FAILED", " ".join(str(error).split())


def print_table(results):
    print("| row | situation | test | what came of it |\n|---|---|---|---|")
    for row in sorted(results):
        print("| " + " | ".join(str(cell).replace("|", "/") for cell in row) + " |")


def main(arguments):
    programs, models = (Path(argument).resolve() for argument in arguments[:2])
    groups = arguments[2:] or list(GROUPS)
    have_models = (models / "face_detection_yunet_2023mar.onnx").is_file()
    results = [row for group in groups for row in run_group(group, programs, models, have_models)]
    if len(groups) == len(GROUPS):
        missing = set(range(1, ROWS + 1)) - {row[0] for row in results}
        results += [(number, "", "FAILED", "no test runs this row") for number in missing]
    print_table(results)
    return int(any(row[2] == "FAILED" for row in results))


if __name__ == "__main__":
    if "--inside" not in sys.argv:
        status = subprocess.run([PRIVATE_PCSCD, "run", sys.executable, __file__, *sys.argv[1:], "--inside"], check=False).returncode
        sys.exit(status if status in (0, SKIPPED) else 1)
    sys.exit(main([argument for argument in sys.argv[1:] if argument != "--inside"]))
