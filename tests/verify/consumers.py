"""The programs that must accept what Kerja writes: LibreOffice, poppler, Chromium."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

_SECONDS = 240
_QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def every_docx_opens_in_libreoffice(build: Path) -> int:
    """Convert each Word file to PDF and find its heading there; return how many."""
    files = sorted(build.glob("documents/*/*.docx"))
    assert files
    for language in sorted({file.parent for file in files}):
        with tempfile.TemporaryDirectory() as folder:
            own = [str(file) for file in files if file.parent == language]
            profile = f"-env:UserInstallation=file://{folder}/profile"
            _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *own)
            for file in own:
                pdf = Path(folder) / f"{Path(file).stem}.pdf"
                assert _text(pdf).strip(), f"LibreOffice made nothing of {file}"
                assert _pages(pdf) >= 1
    return len(files)


def every_slide_opens_in_libreoffice(build: Path) -> int:
    """Convert each slide to PDF: one page, with all of its text; return how many."""
    files = sorted(build.glob("documents/*/*.pptx"))
    assert files
    for file in files:
        with tempfile.TemporaryDirectory() as folder:
            profile = f"-env:UserInstallation=file://{folder}/profile"
            _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder,
                 str(file))  # fmt: skip
            pdf = Path(folder) / f"{file.stem}.pdf"
            assert _pages(pdf) == 1, f"{file} is not one page"
            assert "D-01" in _text(pdf), f"{file} asks for no decision"
    return len(files)


def every_pdf_is_read_by_poppler(build: Path) -> int:
    """Read each PDF: it is tagged, it has text, and English ones have the answer in it."""
    files = sorted(build.glob("documents/*/*.pdf"))
    assert files
    for file in files:
        assert re.search(r"Tagged:\s+yes", _run("pdfinfo", str(file))), f"{file} is not tagged"
        text = _text(file)
        assert "TODO(human)" in text or "unknown" in text or file.parent.name != "en"
        assert len(text) > 500
    return len(files)


def every_page_opens_in_chromium(build: Path) -> int:
    """Load each HTML file without network; nothing is missing, nothing runs over at 400 pixels."""
    files = [build / "index.html", *sorted(build.glob("documents/*/*.html"))]
    for file in files:
        frame = (
            f'<!doctype html><iframe id="f" src="file://{file}" style="width:400px;height:3000px;'
            'border:0"></iframe><script>onload=()=>{const d=document.getElementById("f")'
            ".contentDocument;document.title=d.documentElement.scrollWidth+' '+d.title}</script>"
        )
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "frame.html"
            page.write_text(frame, encoding="utf-8")
            dom = _run(
                "chromium", *_QUIET, "--allow-file-access-from-files",
                f"--user-data-dir={folder}/p",
                "--virtual-time-budget=3000", "--dump-dom", f"file://{page}",
            )  # fmt: skip
        title = re.search(r"<title>(\d+) (.+?)</title>", dom)
        assert title, f"Chromium could not measure {file}"
        assert int(title[1]) <= 400, f"{file} is {title[1]} pixels wide on a phone of 400"
    return len(files)


def the_picture_fits_a_landscape_page(build: Path) -> int:
    """The workflow picture is wider than high, and its text at least 6 points on A4 landscape."""
    svg = (build / "workflow" / "workflow.svg").read_text(encoding="utf-8")
    box = re.search(r'viewBox="([-\d. ]+)"', svg)
    assert box
    _, _, width, height = (float(part) for part in box[1].split())
    assert width / height >= 1.2
    smallest = min(float(size) for size in re.findall(r'font-size="([\d.]+)', svg))
    points = min(smallest * 780 / width, smallest * 540 / height)
    assert points >= 6, f"the smallest text is {points:.1f} points on A4 landscape"
    return 1


def _text(pdf: Path) -> str:
    return _run("pdftotext", "-layout", str(pdf), "-")


def _pages(pdf: Path) -> int:
    found = re.search(r"Pages:\s+(\d+)", _run("pdfinfo", str(pdf)))
    return int(found[1]) if found else 0


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
    assert done.returncode == 0, f"{command[0]} left with {done.returncode}: {done.stderr[-500:]}"
    return done.stdout
