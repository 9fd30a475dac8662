#!/usr/bin/env python3
"""The layering check finds each kind of fault, and finds none in what is allowed."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CHECK = Path(__file__).with_name("check_layering.py")

REFUSED = {
    "hal names a layer above": ("hal/card_reader.cpp", '#include "apdu/status_word.hpp"'),
    "apdu names jpki": ("apdu/trace.cpp", '#include "jpki/card/myna_card.hpp"'),
    "the simulator shares jpki's tags": ("hw-sim/card/virtual_card.cpp", '#include "jpki/card/files.hpp"'),
    "the simulator shares eligibility": ("hw-sim/eligibility/service.cpp", '#include "eligibility/oqs/reader.hpp"'),
    "face uses more than base types": ("face/match/session.cpp", '#include "hal/camera.hpp"'),
    "a service names a driver": ("terminal_app/service/card.cpp", '#include "drivers/pcsc/pcsc_monitor.hpp"'),
    "a driver knows APDUs": ("drivers/pcsc/transaction.cpp", '#include "apdu/command_apdu.hpp"'),
    "jpki names the terminal": ("jpki/card/myna_card.cpp", '#include "terminal_app/diagnostics/failure_reason.hpp"'),
    "PC/SC outside its driver": ("apdu/trace.cpp", "#include <winscard.h>"),
    "capture outside its driver": ("face/detect/yunet.cpp", "#include <opencv2/videoio.hpp>"),
}
ALLOWED = {
    "jpki uses apdu": ("jpki/card/myna_card.cpp", '#include "apdu/apdu_channel.hpp"'),
    "face uses base types": ("face/match/session.cpp", '#include "hal/base/result.hpp"'),
    "a main names a driver": ("terminal_app/cli/card_command.cpp", '#include "drivers/pcsc/pcsc_monitor.hpp"'),
    "the standard library": ("hal/card_reader.cpp", "#include <vector>"),
}


def run_check(path: str, line: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / path
        file.parent.mkdir(parents=True)
        file.write_text(line + "\n")
        return subprocess.run([sys.executable, CHECK, folder], capture_output=True, check=False).returncode


class Layering(unittest.TestCase):
    def test_refuses(self):
        for name, (path, line) in REFUSED.items():
            with self.subTest(name):
                self.assertEqual(run_check(path, line), 1)

    def test_allows(self):
        for name, (path, line) in ALLOWED.items():
            with self.subTest(name):
                self.assertEqual(run_check(path, line), 0)


if __name__ == "__main__":
    unittest.main()
