"""Run all verifications: `python -m tests.verify`; leaves with 1 if one fails or cannot run."""

from __future__ import annotations

import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

from tests.verify.consumers import (
    every_docx_opens_in_libreoffice,
    every_page_opens_in_chromium,
    every_pdf_is_read_by_poppler,
    every_slide_opens_in_libreoffice,
    the_picture_fits_a_landscape_page,
)
from tests.verify.workbook import (
    a_changed_input_changes_the_totals,
    libreoffice_recalculates_a_costing_without_gaps,
    libreoffice_recalculates_every_case,
)

_NEEDED = ("soffice", "chromium", "pdftotext", "pdfinfo")
_BUILDS = (("examples/cambodia", "km,en"), ("examples/thailand", "th,en"), ("idn", "en"))
_VERIFICATIONS: tuple[Callable[[Path], int], ...] = (
    every_docx_opens_in_libreoffice,
    every_slide_opens_in_libreoffice,
    every_pdf_is_read_by_poppler,
    every_page_opens_in_chromium,
    the_picture_fits_a_landscape_page,
    libreoffice_recalculates_every_case,
    a_changed_input_changes_the_totals,
    libreoffice_recalculates_a_costing_without_gaps,
)


def main() -> int:
    """Build, verify, and print a line for each verification and a closing count."""
    missing = [program for program in _NEEDED if shutil.which(program) is None]
    if missing:
        print(f"verify needs {', '.join(missing)}: install libreoffice, chromium, poppler-utils")
        return 1
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for profile, languages in _BUILDS:
            out = Path(folder) / Path(profile).name
            _build(profile, languages, out)
            for verification in _VERIFICATIONS:
                name = f"{out.name}: {verification.__name__.replace('_', ' ')}"
                try:
                    number = verification(out)
                except Exception:
                    traceback.print_exc()
                    print(f"FAILED  {name}")
                    failed += 1
                else:
                    print(f"passed  {name} ({number})")
                    passed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def _build(profile: str, languages: str, out: Path) -> None:
    from kerja.cli import main as kerja

    try:
        kerja(["build", profile, "-o", str(out), "--lang", languages, "--documents", "all"])
    except SystemExit as left:
        if left.code:
            raise RuntimeError(f"kerja build {profile} left with {left.code}") from None


if __name__ == "__main__":
    sys.exit(main())
