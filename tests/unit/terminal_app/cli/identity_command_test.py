#!/usr/bin/env python3
"""madoguchi identity as a program: exit statuses, JSON, and that nothing personal is shown unasked."""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

program, cases = sys.argv[1:3]

CARD = {"name": "青葉　みどり", "birth_date": "1984-02-29", "sex": "2", "address": "埼玉県見本市例町二丁目1番2号"}


def run(*arguments):
    done = subprocess.run([program, "identity", *map(str, arguments)], capture_output=True, text=True, timeout=300)
    return done.returncode, done.stdout, done.stderr


class Identity(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = Path(self.folder.name)

    def file(self, name, content, encoding="utf-8"):
        path = self.path / name
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding=encoding)
        return path

    def compare(self, other, *options):
        return run("compare", self.file("a.json", CARD), self.file("b.json", other), *options)

    def test_one_person_in_two_notations_passes(self):
        other = dict(CARD, name="青葉 みどり", birth_date="S59.2.29", sex="女", address="見本市例町2-1-2")
        status, out, _ = self.compare(other, "--json")
        self.assertEqual(status, 0)
        report = json.loads(out)
        self.assertEqual(report["verdict"], "pass")
        self.assertEqual(report["items"]["address"], {"agreement": "equal-by-notation", "rule": "area-omitted"})

    def test_another_sex_stops_and_is_not_named(self):
        for options in ([], ["--json"]):
            status, out, _ = self.compare(dict(CARD, sex="1"), *options)
            self.assertEqual(status, 3)
            self.assertIn("stop", out)
            self.assertNotIn("sex", out)
        self.assertIn("sex", self.compare(dict(CARD, sex="1"), "--show-personal")[1])

    def test_a_name_with_a_gap_is_completed_only_when_asked(self):
        status, out, _ = self.compare(dict(CARD, name="青●　みどり"), "--json")
        self.assertEqual(status, 3)
        self.assertTrue(json.loads(out)["name_can_be_completed"])
        self.assertNotIn("青葉", out)
        shown = json.loads(self.compare(dict(CARD, name="青●　みどり"), "--json", "--show-personal")[1])
        self.assertEqual(shown["completed_name"], "青葉　みどり")

    def test_what_card_export_writes_is_a_record(self):
        exported = {"format": "madoguchi-card-record/1", "items": {name: {"value": value} for name, value in CARD.items()}}
        self.assertEqual(self.compare(exported)[0], 0)

    def test_what_is_no_record_is_refused(self):
        for content in ("", "[]", '{"name": 5}', '{"shoe": "x"}'):
            status, _, error = run("compare", self.file("a.json", CARD), self.file("b.json", content))
            self.assertEqual(status, 1, content)
            self.assertIn("record", error)

    def test_the_case_file_is_judged_as_promised(self):
        status, out, _ = run("evaluate", cases, "--json")
        report = json.loads(out)
        self.assertEqual(status, 0)
        self.assertGreaterEqual(report["cases"], 600)
        self.assertEqual(report["wrongly_equal"], 0)
        self.assertGreaterEqual(report["share_right"], 0.98)

    def test_a_wrongly_equal_pair_is_status_3_and_a_broken_line_is_named(self):
        self.assertEqual(run("evaluate", self.file("c.tsv", "name\t青葉\t青葉\tdifferent\n"))[0], 3)
        status, _, error = run("evaluate", self.file("d.tsv", "# ok\nname\tx\n"))
        self.assertEqual(status, 1)
        self.assertIn("line 2", error)

    def test_a_folder_of_tables_replaces_the_built_in_ones(self):
        self.file("kanji_variants.tsv", "form\t葉若\n")
        self.file("places.tsv", "prefecture\t架空県\n")
        status, out, _ = self.compare(dict(CARD, name="青若　みどり"), "--tables", self.path)
        self.assertEqual(status, 0)
        self.assertIn("kanji-variant", out)
        self.file("places.tsv", "prefecture\t架空県\nriver\tx\n")
        status, _, error = self.compare(CARD, "--tables", self.path)
        self.assertEqual(status, 1)
        self.assertIn("places.tsv line 2", error)

    def lists(self, encoding="utf-8"):
        rows = [f"{key},青葉　みどり,1984-02-29,2,例町2-1-2" for key in range(1, 2001)]
        left = self.file("a.csv", "\n".join(["id,name,birth_date,sex,address", *rows]) + "\n", encoding)
        rows[6] = "7,若葉　岳,1984-02-29,2,例町2-1-2"
        rows[8] = "9,青葉　みどり,1984-02-28,2,例町2-1-2"
        right = self.file("b.csv", "\n".join(["id,name,birth_date,sex,address", *rows[:-1]]) + "\n")
        return left, right

    def test_two_lists_are_checked(self):
        left, right = self.lists("cp932")
        report = self.path / "report.json"
        status, out, error = run("check-file", left, right, "--key", "id", "--report", report, "--json")
        self.assertEqual(status, 3, error)
        written = json.loads(report.read_text())
        self.assertEqual(json.loads(out), written)
        self.assertEqual(written["compared"], 1999)
        self.assertEqual(written["only_in_a"], 1)
        self.assertEqual(written["verdicts"], {"pass": 1997, "staff": 1, "stop": 1})
        self.assertEqual([pair["key"] for pair in written["sample"]], ["7", "9"])
        self.assertNotIn("青葉", report.read_text())
        self.assertEqual(report.stat().st_mode & 0o777, 0o600)
        self.assertEqual([path.name for path in self.path.iterdir() if "progress" in path.name], [])

    def test_a_report_is_never_overwritten_and_a_wrong_column_is_named(self):
        left, right = self.lists()
        self.assertEqual(run("check-file", left, right, "--key", "id", "--report", left)[0], 1)
        status, _, error = run("check-file", left, right, "--key", "no", "--report", self.path / "r")
        self.assertEqual(status, 1)
        self.assertIn("a.csv line 1", error)

    def test_progress_of_another_check_is_refused(self):
        left, right = self.lists()
        (self.path / "r.progress").write_bytes(b"something")
        status, _, error = run("check-file", left, right, "--key", "id", "--report", self.path / "r")
        self.assertEqual(status, 1)
        self.assertIn(".progress", error)


unittest.main(argv=sys.argv[:1])
