"""Run all verifications: `python -m tests.verify`; leaves with 1 if one fails or cannot run."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.verify.bpmn.environments import NEEDED as NEEDED_FOR_PROCESSES
from tests.verify.bpmn.processes import VERIFICATIONS as OF_PROCESSES
from tests.verify.consumers import (
    every_docx_opens_in_libreoffice,
    every_page_opens_in_chromium,
    every_pdf_is_read_by_poppler,
    every_slide_opens_in_libreoffice,
    the_picture_fits_a_landscape_page,
)
from tests.verify.pages.comparisons import VERIFICATIONS as OF_COMPARISONS
from tests.verify.workbook import (
    a_changed_input_changes_the_totals,
    a_changed_stretch_moves_money_between_fiscal_years,
    libreoffice_recalculates_a_costing_without_gaps,
    libreoffice_recalculates_every_case,
)

_NEEDED = ("soffice", "chromium", "pdftotext", "pdfinfo", *NEEDED_FOR_PROCESSES)
_INSTALL = "install libreoffice, chromium, poppler-utils, nodejs, npm"
_BUILDS = (("examples/cambodia", "km,en"), ("examples/thailand", "th,en"), ("idn", "en"))
_VERIFICATIONS: tuple[Callable[[Path], int], ...] = (
    every_docx_opens_in_libreoffice,
    every_slide_opens_in_libreoffice,
    every_pdf_is_read_by_poppler,
    every_page_opens_in_chromium,
    the_picture_fits_a_landscape_page,
    libreoffice_recalculates_every_case,
    a_changed_input_changes_the_totals,
    a_changed_stretch_moves_money_between_fiscal_years,
    libreoffice_recalculates_a_costing_without_gaps,
)


def main() -> int:
    """Build, verify, and print a line for each verification and a closing count."""
    missing = sorted({program for program in _NEEDED if shutil.which(program) is None})
    if missing:
        print(f"verify needs {', '.join(missing)}: {_INSTALL}")
        return 1
    results = [_passes("processes", verification) for verification in OF_PROCESSES]
    results += [_passes("comparison", verification) for verification in OF_COMPARISONS]
    with tempfile.TemporaryDirectory() as folder:
        for profile, languages in _BUILDS:
            out = Path(folder) / Path(profile).name
            _build(profile, languages, out)
            results += [_passes(out.name, partial(v, out), v.__name__) for v in _VERIFICATIONS]
    print(f"{results.count(True)} passed, {results.count(False)} failed")
    return 0 if all(results) else 1


def _passes(subject: str, verification: Callable[[], int], title: str = "") -> bool:
    name = f"{subject}: {(title or verification.__name__).replace('_', ' ')}"
    begun = time.monotonic()
    try:
        number = verification()
    except Exception:
        traceback.print_exc()
        print(f"FAILED  {name}")
        return False
    print(f"passed  {name} ({number}; {time.monotonic() - begun:.0f} s)", flush=True)
    return True


def _build(profile: str, languages: str, out: Path) -> None:
    from kerja.cli import main as kerja

    try:
        kerja(["build", profile, "-o", str(out), "--lang", languages, "--documents", "all"])
    except SystemExit as left:
        if left.code:
            raise RuntimeError(f"kerja build {profile} left with {left.code}") from None


if __name__ == "__main__":
    sys.exit(main())
