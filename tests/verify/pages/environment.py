"""What drives a browser over pages and audits them, installed with pinned versions and kept."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from tests.verify.installed import Scripts

_HERE = Path(__file__).parent
BUILD = _HERE.parents[2] / "build" / "verify" / "pages"
"""Where packages, pages, downloads and pictures are put."""

_SCRIPTS = Scripts(_HERE, BUILD / "node")


def installed() -> int:
    """Install what is missing or has changed, and return the number of pinned packages."""
    return _SCRIPTS.install()


def in_browser(script: str, task: dict[str, object]) -> Any:
    """Run one of the scripts beside this file, which drives Chromium; return its answer."""
    return _SCRIPTS.answer(script, {**task, "chromium": shutil.which("chromium")})
