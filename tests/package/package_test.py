#!/usr/bin/env python3
"""Installs into a temporary folder, builds examples/read-card against it and lets it read the virtual card.

usage: package_test.py SOURCE BUILD COMPILER_FLAGS
"""
import subprocess
import sys
import tempfile
from pathlib import Path

SECONDS = 240


def run(*command, **options):
    return subprocess.run(list(map(str, command)), check=True, timeout=SECONDS, **options)


def install_and_build(source, build, flags, folder):
    run("cmake", "--install", build, "--prefix", folder / "prefix", stdout=subprocess.DEVNULL)
    run("cmake", "-G", "Ninja", "-S", source / "examples/read-card", "-B", folder / "build",
        f"-DCMAKE_PREFIX_PATH={folder / 'prefix'}", f"-DCMAKE_CXX_FLAGS={flags if flags != '-fsanitize=' else ''}",
        stdout=subprocess.DEVNULL)
    run("cmake", "--build", folder / "build", stdout=subprocess.DEVNULL)
    return folder / "build/read-card"


def read_virtual_card(source, simulator, example, folder):
    private = source / "hw-sim/bench/private-pcscd"
    script = f'''
        set -e
        exec 3< <("{private}" card "{simulator}" card --persona "{source}/hw-sim/personas/p02" --state "{folder}/state" \
            --inserted < <(sleep 60))
        while read -r line <&3 && [ "$line" != inserted ]; do :; done
        for _ in $(seq 20); do # pcscd looks for cards every 0.4 s
            "{example}" && exit 0
            sleep 0.5
        done
        exit 1
    '''
    return subprocess.run([str(private), "run", "bash", "-c", script], capture_output=True, text=True, timeout=SECONDS, check=False)


def main():
    source, build, flags = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    with tempfile.TemporaryDirectory(prefix="madoguchi-package-") as temporary:
        folder = Path(temporary)
        example = install_and_build(source, build, flags, folder)
        reading = read_virtual_card(source, build / "bin/madoguchi-sim", example, folder)
        if reading.returncode == 77:
            return 77
        print(reading.stdout, reading.stderr)
        lines = reading.stdout.splitlines()
        ok = reading.returncode == 0 and len(lines) > 3 and lines[1].startswith("valid until 20")
        return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
