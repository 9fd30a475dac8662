#!/usr/bin/python3
"""madoguchi trust verify-signature on NIST's CAVP vectors, as Debian's python3-cryptography-vectors carries them.

Argument: the program. FIPS 186-3 SigVer: RSA PKCS #1 v1.5 with 2048 bits and more, ECDSA on P-256, P-384 and P-521, each
with SHA-256, SHA-384 and SHA-512. Exponents other than 65537 stand for keys that must be refused before use.
"""

import os
import pathlib
import re
import subprocess
import sys
import unittest
from concurrent.futures import ThreadPoolExecutor

sys.dont_write_bytecode = True
PROGRAM = sys.argv[1]
VECTORS = pathlib.Path("/usr/lib/python3/dist-packages/cryptography_vectors/asymmetric")
HASHES = ("SHA256", "SHA384", "SHA512")
RSA_ENCRYPTION = bytes.fromhex("300d06092a864886f70d0101010500")
CURVES = {"P-256": ("p256", 32, "301306072a8648ce3d020106082a8648ce3d030107"),
          "P-384": ("p384", 48, "301006072a8648ce3d020106052b81040022"),
          "P-521": ("p521", 66, "301006072a8648ce3d020106052b81040023")}
GOOD, KEY_REFUSED, REFUSED = 0, 1, 3


def der(tag, content):
    length = len(content)
    size = [length] if length < 128 else [0x81, length] if length < 256 else [0x82, length >> 8, length & 255]
    return bytes([tag, *size]) + content


def integer(value):
    return der(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def public_key(algorithm, key):
    return der(0x30, algorithm + der(0x03, b"\0" + key)).hex()


def sections(path):
    """Each vector as a dictionary, with the last headline above it and what was stated once for the whole section."""
    headline, shared, vector = "", {}, {}
    for line in path.read_text().splitlines():
        if match := re.fullmatch(r"\[(.*)\]", line.strip()):
            headline, shared, vector = match[1], {}, {}
        elif match := re.match(r"(\w+) = (.*)", line):
            (shared if match[1] == "n" else vector)[match[1]] = match[2].strip()
            if match[1] == "Result":
                yield headline, shared | vector
                vector = {}


def rsa_cases():
    for headline, vector in sections(VECTORS / "RSA/FIPS_186-2/SigVer15_186-3.rsp"):
        if int(headline.removeprefix("mod = ")) < 2048 or vector["SHAAlg"] not in HASHES:
            continue
        exponent = int(vector["e"], 16)
        key = public_key(RSA_ENCRYPTION, der(0x30, integer(int(vector["n"], 16)) + integer(exponent)))
        judged = GOOD if vector["Result"].startswith("P") else REFUSED
        yield (f"rsa-pkcs1-{vector['SHAAlg'].lower()}", key, vector["Msg"], vector["S"],
               judged if exponent == 65537 else KEY_REFUSED)


def ecdsa_cases():
    for headline, vector in sections(VECTORS / "ECDSA/FIPS_186-3/SigVer.rsp"):
        curve, _, hash_name = headline.partition(",")
        if curve not in CURVES or hash_name.replace("-", "") not in HASHES:
            continue
        name, size, algorithm = CURVES[curve]
        point = b"\x04" + b"".join(int(vector[part], 16).to_bytes(size, "big") for part in ("Qx", "Qy"))
        signature = der(0x30, integer(int(vector["R"], 16)) + integer(int(vector["S"], 16))).hex()
        judged = GOOD if vector["Result"].startswith("P") else REFUSED
        yield (f"ecdsa-{name}-{hash_name.replace('-', '').lower()}", public_key(bytes.fromhex(algorithm), point),
               vector["Msg"], signature, judged)


def judge(case):
    algorithm, key, message, signature, _ = case
    return subprocess.run([PROGRAM, "trust", "verify-signature", "--algorithm", algorithm, "--key-hex", key,
                           "--message-hex", message, "--signature-hex", signature],
                          capture_output=True, timeout=60, check=False).returncode


class PublishedVectors(unittest.TestCase):
    def expect_each_as_published(self, cases, at_least):
        with ThreadPoolExecutor(os.cpu_count()) as workers:
            judged = list(workers.map(judge, cases))
        for result in (GOOD, REFUSED):
            self.assertGreaterEqual(judged.count(result), at_least)
        for number, (case, result) in enumerate(zip(cases, judged)):
            with self.subTest(vector=number, algorithm=case[0]):
                self.assertEqual(result, case[-1])
        print(f"{len(cases)} vectors: {judged.count(GOOD)} good, {judged.count(REFUSED)} refused, "
              f"{judged.count(KEY_REFUSED)} with a key that is refused")

    def test_rsa_pkcs1(self):
        self.expect_each_as_published(list(rsa_cases()), at_least=6)

    def test_ecdsa(self):
        self.expect_each_as_published(list(ecdsa_cases()), at_least=20)


if __name__ == "__main__":
    if not VECTORS.exists():
        print("SKIPPED: Debian's python3-cryptography-vectors is not installed; ./dev setup installs it")
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])
