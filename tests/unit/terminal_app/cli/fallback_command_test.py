#!/usr/bin/python3
"""madoguchi fallback, as a desk's software sees it. Argument: the program."""

import datetime
import json
import pathlib
import stat
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
PROGRAM = sys.argv[1]
TODAY = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=9))).date()
FUTURE = TODAY + datetime.timedelta(days=300)
CERTIFICATE = {
    "name": "若葉　花子", "sex": "female", "birth_date": "1980-05-06", "insurer_name": "青葉健康保険組合",
    "insurance": {"insurer_number": "06999007", "symbol": "12", "number": "345", "branch": "01"},
    "qualified_on": "2020-04-01", "issued_on": "2025-12-02", "valid_to": FUTURE.isoformat(),
}


def run(*arguments, document=None):
    text = document if isinstance(document, (str, type(None))) else json.dumps(document)
    return subprocess.run([PROGRAM, "fallback", *arguments], input=text, capture_output=True, text=True, timeout=60,
                          check=False)


class Fallback(unittest.TestCase):
    def test_the_ladder_begins_with_the_card_and_ends_with_the_declaration(self):
        ladder = json.loads(run("ladder", "--json").stdout)
        names = [step["step"] for step in ladder["steps"]]
        self.assertEqual((names[0], names[-1]), ("card-on-reader", "declaration"))
        self.assertNotIn("insurance-certificate", names)

    def test_a_helper_is_offered_no_card_and_no_face(self):
        ladder = json.loads(run("ladder", "--circumstance", "helper-comes", "--json").stdout)
        self.assertNotIn("card-on-reader", [step["step"] for step in ladder["steps"]])
        self.assertFalse(ladder["face_may_be_compared"])
        self.assertEqual(run("ladder", "--circumstance", "holiday").returncode, 2)

    def test_a_certificate_is_usable_or_each_fault_is_named(self):
        self.assertEqual(run("check-certificate", "-", document=CERTIFICATE).stdout, "usable\n")
        slip = CERTIFICATE | {"insurance": CERTIFICATE["insurance"] | {"insurer_number": "06999017"}}
        refused = run("check-certificate", "-", "--json", document=slip)
        self.assertEqual(refused.returncode, 3)
        self.assertEqual(json.loads(refused.stdout)["faults"], [{"field": "insurer-number", "fault": "check-digit"}])

    def test_a_declaration_is_a_new_page_for_its_owner_alone(self):
        person = {"name": "若葉　花子", "birth_date": "1980-05-06", "sex": "female", "address": "青葉県若葉市一丁目2-3"}
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder) / "page.html"
            done = run("declaration", "-", "--out", page, document=person)
            self.assertEqual(done.stdout, "to be filled in by hand: contact, copay-percent\n")
            self.assertIn("1980年5月6日", page.read_text(encoding="utf-8"))
            self.assertEqual(stat.S_IMODE(page.stat().st_mode), 0o600)
            again = run("declaration", "-", "--out", page, document=person)
            self.assertEqual(again.returncode, 1)

    def test_a_claim_takes_the_number_that_is_known_best(self):
        past = {"insurer_number": "999003", "symbol": "67", "number": "890", "branch": "02"}
        self.assertEqual(json.loads(run("claim", "-", "--json", document={"past": past}).stdout)["basis"], "past-number")
        unknown = json.loads(run("claim", "-", "--json", "--with-check-digit", document={}).stdout)
        self.assertEqual((unknown["basis"], unknown["insurer_number"]), ("unknown", "77777779"))

    def test_a_document_that_cannot_be_used_names_the_key_and_never_the_value(self):
        secret = "1980-13-45"
        cases = [
            ("no JSON", "若葉", "not one JSON object"),
            ("a list", [], "not one JSON object"),
            ("a key twice", '{"name": "a", "name": "b"}', "a key stands twice"),
            ("an unknown key", {"nmae": secret}, "not known"),
            ("no date", {"birth_date": secret}, "(birth_date)"),
            ("a number for a text", {"name": 5}, "(name)"),
            ("a key within that is not known", {"insurance": {"nr": secret}}, "(insurance)"),
            ("too long", {"name": "あ" * 70000}, "larger than any that is expected"),
        ]
        for what, document, words in cases:
            with self.subTest(what):
                refused = run("check-certificate", "-", document=document)
                self.assertEqual(refused.returncode, 1)
                self.assertIn(words, refused.stderr)
                self.assertNotIn(secret, refused.stdout + refused.stderr)
        self.assertEqual(run("claim", "/no/such/file").returncode, 1)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
