"""Programs of others in folders of their own: pinned, installed once, and run."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SECONDS = 600
_ANSWERS = Path(__file__).with_name("answers.mjs")


@dataclass(frozen=True, slots=True)
class Scripts:
    """Scripts in Node: they stand with their package-lock.json in `home`, run from `folder`."""

    home: Path
    folder: Path

    @property
    def packages(self) -> Path:
        """The folder of the installed packages."""
        return self.folder / "node_modules"

    def install(self) -> int:
        """Install the pinned packages unless they are there, and return how many they are."""
        lock = (self.home / "package-lock.json").read_bytes()
        mark = lock + run(["node", "--version"], self.home).encode()
        once(self.folder, mark, self._install)
        return len(json.loads(lock)["packages"]) - 1

    def answer(self, script: str, task: object) -> Any:
        """Run one of the scripts; `task` and the answer are JSON."""
        # Node looks for packages beside a script, so the scripts are put beside the packages.
        for file in (*self.home.glob("*.mjs"), _ANSWERS):
            shutil.copyfile(file, self.folder / file.name)
        return json.loads(run(["node", script], self.folder, json.dumps(task)))

    def _install(self) -> None:
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(self.home / name, self.folder / name)
        run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], self.folder)


def once(folder: Path, pins: bytes, install: Callable[[], None]) -> None:
    """Fill an empty folder, unless it was filled for the same pins before."""
    mark, kept = hashlib.sha256(pins).hexdigest(), folder / "mark"
    if kept.is_file() and kept.read_text() == mark:
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    install()
    kept.write_text(mark)


def run(command: list[str], folder: Path, text: str = "") -> str:
    """Return what a program prints.

    Raises:
        AssertionError: it is missing, failed, or did not end in time.
    """
    program = shutil.which(command[0])
    assert program, f"verify needs {command[0]}"
    done = subprocess.run(
        [program, *command[1:]], cwd=folder, input=text, capture_output=True, text=True,
        timeout=_SECONDS, check=False, env={**os.environ, "PYTHONPATH": ""},
    )  # fmt: skip
    assert done.returncode == 0, f"{command[:3]} left with {done.returncode}: {done.stderr[-2000:]}"
    return done.stdout
