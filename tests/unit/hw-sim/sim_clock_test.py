#!/usr/bin/env python3
"""The eligibility service on a day of its own: what it answers so long after a change of insurer, dated by its clock.

usage: sim_clock_test.py MADOGUCHI MADOGUCHI-SIM PERSONAS"""

import json
import pathlib
import subprocess
import sys
import tempfile

MADOGUCHI, SIMULATOR, PERSONAS = sys.argv[1:]

QUESTION = {"session_id": "A-1", "facility_code": "9919999999", "kind": "question", "insurer_number": "06999007",
            "symbol": "見本２", "number": "4022", "branch": "02", "birth_date": ""}
CHANGED = "2027-01-10"
# 協会けんぽ: the loss is known from the 19th day on, the new insurer from the 29th.
ANSWERS = {"2027-01-09": "eligible", "2027-01-10": "eligible", "2027-01-28": "eligible", "2027-01-29": "invalid",
           "2027-02-07": "invalid", "2027-02-08": "invalid-newer-exists", "2028-02-29T23:59": "invalid-newer-exists"}


def birth_date():
    for line in (pathlib.Path(PERSONAS) / "p02" / "persona.toml").read_text("utf-8").splitlines():
        if line.startswith("birth_date"):
            return line.split("=")[1].split("#")[0].strip().strip('"')
    raise AssertionError("p02 has no birth date")


def ask_on(moment, folder):
    service = subprocess.Popen([SIMULATOR, "eligibility", "--personas", PERSONAS, "--folder", folder, "--delay-ms", "0",
                                "--now", moment, "--job-change-on", CHANGED], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, text=True)
    try:
        assert service.stdout.readline() == "ready\n"
        question = QUESTION | {"birth_date": birth_date(), "date": moment[:10]}
        asked = subprocess.run([MADOGUCHI, "eligibility", "request", "--folder", folder, "--json", "--wait", "120"],
                               input=json.dumps(question), capture_output=True, text=True, check=False)
        assert asked.stdout, asked.stderr
        return asked.stdout
    finally:
        service.stdin.close()
        service.wait()


def main():
    for moment, outcome in ANSWERS.items():
        with tempfile.TemporaryDirectory() as folder:
            answer = ask_on(moment, folder)
        assert json.loads(answer)["outcome"] == outcome, f"{moment}: {answer}"
    refused = subprocess.run([SIMULATOR, "eligibility", "--personas", PERSONAS, "--folder", "unused", "--now", "2027-02-29"],
                             capture_output=True, check=False)
    assert refused.returncode != 0
    print(f"{len(ANSWERS)} days, each with its answer")


main()
