#!/usr/bin/python3
"""madoguchi trust, as somebody with files and no card sees it. Argument: the program. Everything is made by openssl."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
PROGRAM = sys.argv[1]
FOLDER = tempfile.TemporaryDirectory()
HERE = pathlib.Path(FOLDER.name)
AUTHORITY = """
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[holder]
keyUsage = critical, digitalSignature
certificatePolicies = critical, 1.2.392.200149.8.5.1.3.30
authorityKeyIdentifier = keyid
[signature-kind]
keyUsage = critical, digitalSignature, nonRepudiation
certificatePolicies = critical, 1.2.392.200149.8.5.1.1.20
authorityKeyIdentifier = keyid
[ca]
default_ca = list
[list]
database = index.txt
default_md = sha256
default_crl_days = 30
crl_extensions = of-list
[of-list]
authorityKeyIdentifier = keyid
"""


def openssl(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], cwd=HERE, check=True, capture_output=True, timeout=60)


def make_files():
    (HERE / "message").write_bytes(b"message")
    (HERE / "openssl.cnf").write_text(AUTHORITY)
    openssl("ecparam", "-name", "secp384r1", "-genkey", "-noout", "-out", "p384.key")
    openssl("pkey", "-in", "p384.key", "-pubout", "-out", "p384.pem")
    openssl("dgst", "-sha384", "-sign", "p384.key", "-out", "p384.signature", "message")
    anchors = HERE / "anchors" / "user-authentication"
    anchors.mkdir(parents=True)
    subject = "/C=JP/O=JPKI-SIMULATED/OU=JPKI for user authentication"
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "authority.key", "-subj", subject, "-days", "3000",
            "-extensions", "authority", "-config", with_request_section(), "-out", anchors / "a.pem")
    for kind in ("holder", "signature-kind"):
        openssl("req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{kind}.key", "-subj", "/C=JP/CN=holder",
                "-config", with_request_section(), "-out", f"{kind}.request")
        openssl("x509", "-req", "-in", f"{kind}.request", "-CA", anchors / "a.pem", "-CAkey", "authority.key",
                "-set_serial", "7", "-days", "1800", "-extfile", "openssl.cnf", "-extensions", kind, "-outform", "DER",
                "-out", f"{kind}.der")


def with_request_section():
    path = HERE / "request.cnf"
    path.write_text("[req]\ndistinguished_name = name\n[name]\n" + AUTHORITY)
    return path


def madoguchi(*arguments):
    return subprocess.run([PROGRAM, "trust", *map(str, arguments)], cwd=HERE, capture_output=True, text=True, timeout=60,
                          check=False)


class VerifySignature(unittest.TestCase):
    def check(self, *changes, algorithm="ecdsa-p384-sha384"):
        given = {"--key": "p384.pem", "--message": "message", "--signature": "p384.signature"}
        given.update(dict(changes))
        pairs = [part for name, value in given.items() if value is not None for part in (name, value)]
        return madoguchi("verify-signature", "--algorithm", algorithm, *pairs, "--json")

    def test_a_good_signature_is_good(self):
        run = self.check()
        self.assertEqual(run.returncode, 0)
        self.assertEqual(json.loads(run.stdout), {"outcome": "good", "algorithm": "ecdsa-p384-sha384"})

    def test_digits_stand_for_files(self):
        signature = (HERE / "p384.signature").read_bytes()
        run = self.check(("--message", None), ("--message-hex", b"message".hex()), ("--signature", None),
                         ("--signature-hex", signature.hex()))
        self.assertEqual(run.returncode, 0)
        run = self.check(("--signature", None), ("--signature-hex", signature.hex() + "00"))
        self.assertEqual(run.returncode, 3)
        run = self.check(("--message", None), ("--message-hex", ""))
        self.assertEqual(run.returncode, 3)

    def test_the_wrong_hash_is_refused(self):
        run = self.check(algorithm="ecdsa-p384-sha256")
        self.assertEqual((run.returncode, json.loads(run.stdout)["outcome"]), (3, "refused"))

    def test_a_key_of_another_kind_cannot_be_used(self):
        run = self.check(algorithm="rsa-pkcs1-sha256")
        self.assertEqual((run.returncode, json.loads(run.stdout)["outcome"]), (1, "error"))
        self.assertIn("another kind", run.stderr)

    def test_what_is_no_key_or_no_digits_cannot_be_used(self):
        self.assertEqual(self.check(("--key", "message")).returncode, 1)
        self.assertEqual(self.check(("--message", None), ("--message-hex", "0")).returncode, 1)
        self.assertEqual(self.check(("--message", None), ("--message-hex", "0G")).returncode, 1)

    def test_a_message_twice_or_an_unknown_algorithm_is_wrong_usage(self):
        self.assertEqual(self.check(("--message-hex", "00")).returncode, 2)
        self.assertEqual(self.check(("--message", None)).returncode, 2)
        self.assertEqual(self.check(algorithm="rsa-pkcs1-md5").returncode, 2)


class Path(unittest.TestCase):
    def check(self, *arguments):
        run = madoguchi("path", "--anchors", "anchors", *arguments, "--json")
        return run.returncode, json.loads(run.stdout)

    def results(self, report):
        return {entry["check"]: entry["result"] for entry in report["certificates"][0]["checks"]}

    def test_a_good_certificate_passes_all_but_revocation_of_which_nobody_was_asked(self):
        status, report = self.check("holder.der")
        self.assertEqual((status, report["outcome"], report["certificates"][0]["standing"]), (0, "accepted", "valid"))
        unmade = {name for name, result in self.results(report).items() if result != "passed"}
        self.assertEqual(unmade, {"certificate-revocation"})

    def test_the_signature_kind_is_refused_by_the_checks_named_after_it(self):
        status, report = self.check("signature-kind.der")
        failed = {name for name, result in self.results(report).items() if result == "failed"}
        self.assertEqual((status, failed), (3, {"certificate-key-usage", "certificate-policy"}))

    def test_one_refused_of_several_refuses(self):
        status, report = self.check("holder.der", "signature-kind.der")
        self.assertEqual((status, [entry["accepted"] for entry in report["certificates"]]), (3, [True, False]))

    def test_time_can_be_given(self):
        status, report = self.check("--at", "2060-01-01T00:00:00Z", "holder.der")
        self.assertEqual((status, report["certificates"][0]["standing"]), (3, "dead"))
        self.assertEqual(madoguchi("path", "--anchors", "anchors", "--at", "tomorrow", "holder.der").returncode, 1)

    def test_a_file_that_is_no_certificate_fails_the_check_of_its_form(self):
        status, report = self.check("message")
        self.assertEqual((status, self.results(report)["certificate-form"]), (3, "failed"))

    def test_a_revocation_list_in_the_anchors_is_asked(self):
        (HERE / "index.txt").write_text("R\t350101000000Z\t260101000000Z\t07\tunknown\t/CN=holder\n")
        listed = HERE / "anchors" / "user-authentication" / "a.crl"
        openssl("ca", "-config", "openssl.cnf", "-gencrl", "-keyfile", "authority.key", "-cert",
                "anchors/user-authentication/a.pem", "-out", listed)
        self.addCleanup(listed.unlink)
        status, report = self.check("holder.der")
        self.assertEqual((status, self.results(report)["certificate-revocation"]), (3, "failed"))

    def test_plain_words_for_people(self):
        text = madoguchi("path", "--anchors", "anchors", "signature-kind.der").stdout
        self.assertIn("signature-kind.der: refused, valid", text)
        self.assertIn("✗ the certificate is of the authentication kind", text)

    def test_a_card_data_certificate_of_no_form_is_refused(self):
        self.assertEqual(self.check("--kind", "card-data", "message")[0], 3)


class Checks(unittest.TestCase):
    def test_all_checks_are_listed_by_name(self):
        names = [entry["check"] for entry in json.loads(madoguchi("checks", "--json").stdout)["checks"]]
        self.assertEqual((len(names), len(set(names)), names[0]), (24, 24, "certificate-form"))
        self.assertIn("same-person", madoguchi("checks").stdout)


if __name__ == "__main__":
    make_files()
    unittest.main(argv=sys.argv[:1])
