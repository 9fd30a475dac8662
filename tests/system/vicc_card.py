#!/usr/bin/env python3
"""A card of Debian's own card simulator (package vsmartcard-vpicc) on the virtual reader, every command in its log.

usage, inside `private-pcscd card`: vicc_card.py iso7816|passport
Debian's package keeps its modules where Debian's Python does not look, imports a module that Python no longer has, and
makes its passport with text where Python 3 wants bytes; all three are worked around here. The passport is built of the
package's own files and answers by its own code; its secure messaging is not used.
"""

import hashlib
import logging
import sys

sys.path.insert(0, "/usr/lib/python3/site-packages/virtualsmartcard")
sys.modules["sha"] = hashlib

from virtualsmartcard.CardGenerator import CardGenerator  # noqa: E402
from virtualsmartcard.SmartcardFilesystem import DF, TransparentStructureEF  # noqa: E402
from virtualsmartcard.VirtualSmartcard import VirtualICC  # noqa: E402

PASSPORT_NAME = bytes.fromhex("A0000002471001")
COMMON_DATA = bytes.fromhex("6016 5F0104 30313037 5F3606 303430303030 5C02 6175 00")  # EF.COM of a passport


def add_passport(master_file):
    passport = DF(parent=master_file, fid=0x0004, dfname=PASSPORT_NAME, bertlv_data=[])
    passport.append(TransparentStructureEF(parent=passport, fid=0x011E, filedescriptor=0, data=COMMON_DATA))
    master_file.append(passport)


def main():
    if sys.argv[1] == "passport":
        original = CardGenerator.getCard

        def card_with_passport(generator):
            master_file, access = original(generator)
            add_passport(master_file)
            return master_file, access

        CardGenerator.getCard = card_with_passport
    VirtualICC(None, "iso7816", "127.0.0.1", 35963, logginglevel=logging.INFO).run()


if __name__ == "__main__":
    main()
