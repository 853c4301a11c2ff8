"""What drives a browser over pages and audits them, installed with pinned versions and kept."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
BUILD = _HERE.parents[2] / "build" / "verify" / "pages"
"""Where packages, pages, downloads and pictures are put."""

_ANSWERS = _HERE.parent / "bpmn" / "answers.mjs"
_NODE = BUILD / "node"
_SECONDS = 600


def installed() -> int:
    """Install the pinned packages unless they are there, and return how many they are.

    Raises:
        AssertionError: npm or the registry did not answer.
    """
    lock = (_HERE / "package-lock.json").read_bytes()
    mark = hashlib.sha256(lock + _run(["node", "--version"], _HERE).encode()).hexdigest()
    kept = _NODE / "mark"
    if not kept.is_file() or kept.read_text() != mark:
        shutil.rmtree(_NODE, ignore_errors=True)
        _NODE.mkdir(parents=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(_HERE / name, _NODE / name)
        _run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], _NODE)
        kept.write_text(mark)
    return len(json.loads(lock)["packages"]) - 1


def in_browser(script: str, task: dict[str, object]) -> Any:
    """Run one of the scripts beside this file, which drives Chromium; return its answer."""
    # Node looks for packages beside a script, so the scripts are put beside the packages.
    for file in (*_HERE.glob("*.mjs"), _ANSWERS):
        shutil.copyfile(file, _NODE / file.name)
    asked = {**task, "chromium": shutil.which("chromium")}
    return json.loads(_run(["node", script], _NODE, json.dumps(asked)))


def _run(command: list[str], folder: Path, text: str = "") -> str:
    program = shutil.which(command[0])
    assert program, f"verify needs {command[0]}: install nodejs, npm"
    done = subprocess.run(
        [program, *command[1:]], cwd=folder, input=text, capture_output=True, text=True,
        timeout=_SECONDS, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{command[:3]} left with {done.returncode}: {done.stderr[-2000:]}"
    return done.stdout
