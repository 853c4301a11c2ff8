"""The programs that read and run process files, installed with pinned versions and kept."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any

from tests.verify.installed import Scripts, once, run

_HERE = Path(__file__).parent
BUILD = _HERE.parents[2] / "build" / "verify" / "bpmn"
"""Where files, environments and drawings are put."""

NEEDED = ("node", "npm", "chromium")
"""Programs that the machine itself must have."""

_LEAST_NODE = 20
_PACKAGES = ("SpiffWorkflow", "xmlschema")
_SCRIPTS = Scripts(_HERE, BUILD / "node")
_PYTHON = BUILD / "python"


def installed() -> int:
    """Install what is missing or has changed, and return the number of pinned packages.

    Raises:
        AssertionError: a program is missing or too old, or a registry did not answer.
    """
    missing = [program for program in NEEDED if shutil.which(program) is None]
    assert not missing, f"verify needs {', '.join(missing)}: install nodejs, npm, chromium"
    version = run(["node", "--version"], _HERE)
    found = re.match(r"v(\d+)", version)
    assert found, f"node says {version!r}"
    assert int(found[1]) >= _LEAST_NODE, (
        f"verify needs Node {_LEAST_NODE} or newer, found {version}"
    )
    pins = (_HERE / "constraints.txt").read_bytes()
    once(_PYTHON, pins + sys.version.encode(), _install_python)
    return _SCRIPTS.install() + len(pins.split())


def in_node(script: str, task: object) -> Any:
    """Run one of the scripts beside this file in Node; `task` and the answer are JSON."""
    return _SCRIPTS.answer(script, task)


def in_python(script: str, task: object) -> Any:
    """Run one of the scripts beside this file in the Python of the consumers."""
    command = [str(_PYTHON / "bin" / "python"), str(_HERE / script)]
    return json.loads(run(command, _PYTHON, json.dumps(task)))


def packages() -> Path:
    """Return the folder of the Node packages."""
    return _SCRIPTS.packages


def _install_python() -> None:
    run([sys.executable, "-m", "venv", str(_PYTHON)], _HERE)
    pip = [str(_PYTHON / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    run([*pip, "--constraint", str(_HERE / "constraints.txt"), *_PACKAGES], _HERE)
