"""Situations that staff settle by hand, through the staff page's interface: each a function of the clinic."""

import json

from clinic import Visit
from incidents import expect
from page import wait_until

FALLBACK = "/api/staff/fallback"
CERTIFICATE = {
    "name": "藤代　美月", "birth_date": "2006-02-08", "insurer_name": "架空健康保険組合", "qualified_on": "2024-04-01",
    "issued_on": "2025-12-01", "valid_to": "2029-11-30", "copay_percent": "30",
    "insurance": {"insurer_number": "06999007", "symbol": "見本２", "number": "4022", "branch": "02"},
}
NOTICE = {"copay_percent": "30", "insurance": CERTIFICATE["insurance"]}


def ask(clinic, **action):
    status, content = clinic.desk.staff.ask("POST", FALLBACK, action)
    return status, json.loads(content)


def must(clinic, **action):
    status, answer = ask(clinic, **action)
    expect(status == 200, f"{action}: {status} {answer}")
    return answer


def refused(clinic, why, **action):
    status, answer = ask(clinic, **action)
    expect(status == 409 and answer["error"] == why, f"{action}: {status} {answer}, not {why}")


def refusals(case):
    return {step["step"]: step["refusal"] for step in case["steps"]}


def record_of(clinic):
    files = [json.loads(text) for text in clinic.take_hand_over() if text.startswith("{")]
    expect(len(files) == 1, f"one record of the fallback, not {len(files)}")
    return files[0]


def end(clinic):
    expect(must(clinic, action="close") == {"open": False}, "closed")


def helper_comes(clinic):
    case = must(clinic, action="begin", circumstance="helper-comes", has_card=True, note="家族")
    expect(refusals(case)["card-on-reader"] == "not-by-another", str(refusals(case)))
    refused(clinic, "entry-incomplete", action="use", step="eligibility-certificate", record={"name": "藤代　美月"})
    must(clinic, action="use", step="eligibility-certificate", record=CERTIFICATE)
    record = record_of(clinic)
    expect((record["note"], record["copay_percent"], record["typed"]) == ("家族", 30, True), str(record))
    end(clinic)
    return "資格確認書; the helper's face is compared with nothing"


def school_trip(clinic):
    refused(clinic, "note-needed", action="begin", circumstance="school-trip", has_card=False, note="")
    case = must(clinic, action="begin", circumstance="school-trip", has_card=False, note="引率者")
    expect(refusals(case)["eligibility-notice"] is None, "a copy is enough here")
    must(clinic, action="use", step="eligibility-notice", record=NOTICE)
    record = record_of(clinic)
    expect((record["note"], record["circumstance"], record["claim_basis"]) == ("引率者", "school-trip", "current-number"), str(record))
    end(clinic)
    return "a copy of the notice, with the supervisor's name"


def without_card(clinic):
    case = must(clinic, action="begin", circumstance="ordinary", has_card=False, note="")
    expect(refusals(case)["eligibility-notice"] == "needs-card", str(refusals(case)))
    refused(clinic, "step-not-allowed", action="use", step="eligibility-notice", record=NOTICE)
    refused(clinic, "step-not-allowed", action="use", step="insurance-certificate", record=NOTICE)
    refused(clinic, "no-past-visit", action="use", step="past-visit", record={})
    end(clinic)
    return "the notice counts only beside the card, the old certificate no more"


def ladder(clinic):
    clinic.register("current")
    clinic.play("none")
    course = clinic.desk.receive(Visit())
    expect(course.result == "none", course.result)
    clinic.take_hand_over()
    clinic.desk.finish()
    case = must(clinic, action="begin", circumstance="ordinary", has_card=True, note="")
    expect(case["why"] == "none" and case["knows_person"], str(case))
    status, page = clinic.desk.staff.ask("GET", FALLBACK + "/declaration")
    expect(status == 200 and "藤代" in page.decode() and "被保険者資格申立書" in page.decode(), "the prefilled page")
    done = must(clinic, action="use", step="declaration",
                record={"contact": "000-0000-0000", "insurance_kind": "unknown", "copay_percent": "30"})
    expect((done["done"], done["share"]["percent"], done["share"]["source"]) == ("declaration", 30, "declared"), str(done))
    expect(done["claim"]["basis"] == "past-number", str(done["claim"]))
    record = record_of(clinic)
    expect(record["means"] == "declaration" and record["copay_percent"] == 30, str(record))
    end(clinic)
    return "申立書 filled from the chip; 30 %, claimed under the past number"


def confirmed_later(clinic):
    clinic.register("current")
    clinic.play("silent")
    course = clinic.desk.receive(Visit())
    clinic.desk.finish()
    expect(course.result == "F-LINK-TIMEOUT" and course.staff["later"]["kept"], f"{course.result}, {course.staff['later']}")
    clinic.play("eligible")
    rows = lambda: json.loads(clinic.desk.staff.ask("GET", "/api/staff/later")[1])["rows"]  # noqa: E731
    clinic.desk.staff.ask("POST", "/api/staff/later", {"action": "retry", "number": rows()[0]["number"]})
    wait_until(lambda: rows()[0]["state"] == "confirmed", "the confirmation")
    expect(any("藤代" in text for text in clinic.take_hand_over()), "handed over when confirmed")
    return "kept at the desk, confirmed and handed over later"


BY_HAND = [
    (45, "helper for someone", helper_comes),
    (46, "school trip", school_trip),
    (47, "fallback ladder, without a card", without_card),
    (47, "fallback ladder to 申立書", ladder),
    (48, "later confirmation closes the case", confirmed_later),
]
