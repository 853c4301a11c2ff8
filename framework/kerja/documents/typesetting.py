"""Typst, with the fonts of the Noto packages only and nothing of the machine's files in reach."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kerja.documents.scripts import FONTS
from kerja.errors import KerjaError

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

_DOTS_PER_INCH = 200
_NO_FONT = (
    'install the font package of that script, such as "fontpkg-noto-sans-lao", or leave it out'
)


def typeset(
    source: str,
    *,
    data: Mapping[str, object],
    output: Literal["pdf", "png", "svg"] = "pdf",
    standards: Sequence[PDFStandard] = (),
    seconds: int = 0,
) -> bytes:
    """Compile Typst `source`, which reads `data` as JSON from `sys.inputs.data`, never as code.

    Args:
        source: the Typst program.
        data: what it shows.
        output: the format; a PNG has 200 dots per inch, one page.
        standards: what a PDF must conform to, such as "ua-1".
        seconds: creation time of a PDF, since 1970.

    Raises:
        KerjaError: the text cannot be set, with Typst's own words.
    """
    import typst

    with tempfile.TemporaryDirectory() as nothing:
        try:
            result, _ = typst.compile_with_warnings(
                source.encode(),
                root=nothing,
                package_path=nothing,
                package_cache_path=nothing,
                font_paths=_fonts(),  # type: ignore[type-var]
                ignore_system_fonts=True,
                format=output,
                ppi=_DOTS_PER_INCH,
                sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
                pdf_standards=list(standards),
                timestamp=seconds,
            )
        except typst.TypstError as error:
            missing = "could not be displayed" in error.message
            raise KerjaError(
                f"the page cannot be set: {error.message}",
                _NO_FONT if missing else "; ".join(error.hints),
            ) from error
    return result if isinstance(result, bytes) else b""


@cache
def _fonts() -> Fonts:
    import typst

    wanted = {font.lower().replace(" ", "_") for font in FONTS}
    folders = [
        str(Path(place) / "files")
        for point in sorted(entry_points(group="fontpkg.family"), key=lambda point: point.name)
        if point.name in wanted and (spec := find_spec(point.value))
        for place in spec.submodule_search_locations or ()
    ]
    # Typst's embedded fonts have the arrows and ticks that Noto Sans lacks.
    return typst.Fonts(include_system_fonts=False, font_paths=folders)
