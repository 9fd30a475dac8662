#!/usr/bin/env python3
"""Reads every #include of the source tree and fails on one that points against the arrows of docs/architecture.md.

usage: check_layering.py ROOT
"""
import re
import sys
from pathlib import Path

# What each folder may include, besides itself. The longest matching prefix of a file's path decides.
MAY_INCLUDE = {
    "hal": [],
    "apdu": ["hal"],
    "jpki": ["apdu", "hal"],
    "face": ["hal/base"],
    "surface": ["hal/base"],
    "eligibility": ["hal/base"],
    "drivers": ["hal"],
    "hw-sim": ["apdu", "hal"],
    "terminal_app": ["eligibility", "face", "surface", "jpki", "apdu", "hal"],
    # Composition roots: the only files that name a driver.
    "terminal_app/main": ["terminal_app", "drivers", "eligibility", "face", "surface", "jpki", "apdu", "hal"],
    "terminal_app/cli": ["terminal_app", "drivers", "eligibility", "face", "surface", "jpki", "apdu", "hal"],
}
# Headers that only these places may include, by what they tie us to.
ONLY_IN = {
    "winscard.h": ("drivers/pcsc/",),
    "PCSC/winscard.h": ("drivers/pcsc/",),
    "opencv2/videoio.hpp": ("drivers/camera/",),
    "httplib.h": ("terminal_app/", "eligibility/fhir/", "hw-sim/eligibility/"),
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
FOLDERS = ["hal", "apdu", "jpki", "face", "surface", "eligibility", "drivers", "hw-sim", "terminal_app"]


def rule_for(path: str) -> list[str]:
    matches = [prefix for prefix in MAY_INCLUDE if path.startswith(prefix)]
    return MAY_INCLUDE[max(matches, key=len)]


def is_allowed(path: str, included: str) -> bool:
    own_folder = path.split("/")[0]
    allowed = rule_for(path) + [own_folder]
    return any(included.startswith(folder + "/") for folder in allowed)


def faults_in(root: Path, file: Path) -> list[str]:
    path = file.relative_to(root).as_posix()
    faults = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        match = INCLUDE.match(line)
        if not match:
            continue
        form, included = match.groups()
        if form == '"' and not is_allowed(path, included):
            faults.append(f"{path}:{number}: must not include {included}")
        place = ONLY_IN.get(included)
        if place and not path.startswith(place):
            faults.append(f"{path}:{number}: {included} belongs in {place} alone")
    return faults


def sources(root: Path) -> list[Path]:
    return [f for folder in FOLDERS for ending in ("*.hpp", "*.cpp") for f in sorted((root / folder).rglob(ending))
            if "node_modules" not in f.parts]


def main() -> int:
    root = Path(sys.argv[1]).resolve()
    files = sources(root)
    faults = [fault for file in files for fault in faults_in(root, file)]
    scard = [f for f in files if "winscard.h" in f.read_text(encoding="utf-8")
             and any(m and m.group(2).endswith("winscard.h")
                     for m in map(INCLUDE.match, f.read_text(encoding="utf-8").splitlines()))]
    if len(scard) > 1:
        faults.append("winscard.h is included in more than one file: " + ", ".join(map(str, scard)))
    print("\n".join(faults) if faults else f"layering: {len(files)} files keep the arrows")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
