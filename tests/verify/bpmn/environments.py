"""The programs that read and run process files, installed with pinned versions and kept."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
BUILD = _HERE.parents[2] / "build" / "verify" / "bpmn"
"""Where files, environments and drawings are put."""

NEEDED = ("node", "npm", "chromium")
"""Programs that the machine itself must have."""

_LEAST_NODE = 20
_SECONDS = 600
_PACKAGES = ("SpiffWorkflow", "xmlschema")


def installed() -> int:
    """Install what is missing or has changed, and return the number of pinned packages.

    Raises:
        AssertionError: a program is missing or too old, or a registry did not answer.
    """
    missing = [program for program in NEEDED if shutil.which(program) is None]
    assert not missing, f"verify needs {', '.join(missing)}: install nodejs, npm, chromium"
    version = _run([_program("node"), "--version"], _HERE)
    found = re.match(r"v(\d+)", version)
    assert found, f"node says {version!r}"
    assert int(found[1]) >= _LEAST_NODE, (
        f"verify needs Node {_LEAST_NODE} or newer, found {version}"
    )
    node, python = _install_node(version), _install_python()
    return node + python


def in_node(script: str, task: object) -> Any:
    """Run one of the scripts beside this file in Node; `task` and the answer are JSON."""
    # Node looks for packages beside a script, so the scripts are put beside the packages.
    for file in _HERE.glob("*.mjs"):
        shutil.copyfile(file, _NODE / file.name)
    return json.loads(_run([_program("node"), script], _NODE, json.dumps(task)))


def in_python(script: str, task: object) -> Any:
    """Run one of the scripts beside this file in the Python of the consumers."""
    command = [str(_PYTHON / "bin" / "python"), str(_HERE / script)]
    return json.loads(_run(command, _PYTHON, json.dumps(task)))


def packages() -> Path:
    """Return the folder of the Node packages."""
    return _NODE / "node_modules"


_NODE = BUILD / "node"
_PYTHON = BUILD / "python"


def _install_node(version: str) -> int:
    lock = (_HERE / "package-lock.json").read_bytes()
    mark = _mark(lock, version)
    if not _is_marked(_NODE, mark):
        shutil.rmtree(_NODE, ignore_errors=True)
        _NODE.mkdir(parents=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(_HERE / name, _NODE / name)
        _run([_program("npm"), "ci", "--no-audit", "--no-fund", "--ignore-scripts"], _NODE)
        (_NODE / "mark").write_text(mark)
    return len(json.loads(lock)["packages"]) - 1


def _install_python() -> int:
    pins = (_HERE / "constraints.txt").read_bytes()
    mark = _mark(pins, sys.version)
    if not _is_marked(_PYTHON, mark):
        shutil.rmtree(_PYTHON, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(_PYTHON)], _HERE)
        pip = [str(_PYTHON / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        _run([*pip, "--constraint", str(_HERE / "constraints.txt"), *_PACKAGES], _HERE)
        (_PYTHON / "mark").write_text(mark)
    return len(pins.split())


def _mark(pins: bytes, version: str) -> str:
    return hashlib.sha256(pins + version.encode()).hexdigest()


def _is_marked(folder: Path, mark: str) -> bool:
    file = folder / "mark"
    return file.is_file() and file.read_text() == mark


def _program(name: str) -> str:
    return shutil.which(name) or name


def _run(command: list[str], folder: Path, text: str = "") -> str:
    done = subprocess.run(
        command, cwd=folder, input=text, capture_output=True, text=True, timeout=_SECONDS,
        check=False, env={**os.environ, "PYTHONPATH": ""},
    )  # fmt: skip
    assert done.returncode == 0, f"{command[:3]} left with {done.returncode}: {done.stderr[-2000:]}"
    return done.stdout
