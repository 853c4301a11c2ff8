"""Writes the page of a comparison: one file, no network, and no way from a profile to markup."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import asdict

from markupsafe import Markup

from kerja.comparison.pages.columns import columns
from kerja.comparison.pages.page import Page
from kerja.comparison.pages.sides import side_tables
from kerja.comparison.pages.sources import positions, sources
from kerja.comparison.pages.values import measures, themes
from kerja.comparison.tables import Comparison
from kerja.documents import render_html
from kerja.resources import shipped

# Inside a script element only these could end it or open a comment; JSON may write all as \u.
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def to_html(comparison: Comparison) -> str:
    """Return the comparison as one HTML file, the same text for the same input.

    Without its script it shows every table and every source. The script is the shipped one, named
    by its hash in the content security policy, so nothing else can run.
    """
    folder = shipped("templates") / "comparison"
    style, script = (
        (folder / name).read_text(encoding="utf-8") for name in ("style.css", "comparison.js")
    )
    page = _page(comparison)
    return render_html(
        "index.html",
        folders=(folder,),
        context={
            "page": page,
            "policy": _policy(style, script),
            "style": Markup(style),
            "script": Markup(script),
            "data": Markup(_data(page)),
        },
    )


def _page(comparison: Comparison) -> Page:
    inputs = sources(comparison)
    parties = columns(comparison.parties)
    return Page(
        parties=parties,
        statements=comparison.statements,
        measures=measures(comparison.rows),
        groups=themes(comparison.groups, parties, positions(inputs)),
        inputs=inputs,
        tables=side_tables(comparison, first=parties[0].heading),
    )


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}"


def _data(page: Page) -> str:
    """Return what the script reads, as JSON that can stand in a script element."""
    held = {
        "parties": [
            {"name": one.name, "heading": one.heading, "lacks": one.lacks} for one in page.parties
        ],
        "measures": [asdict(one) for one in page.measures],
        "groups": [
            {"id": one.id, "name": one.name, "rows": [asdict(row, dict_factory=_said)
                                                      for row in one.rows]}
            for one in page.groups
        ],
        "inputs": [asdict(one, dict_factory=_said) for one in page.inputs],
    }  # fmt: skip
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(_ESCAPED)


def _said(pairs: list[tuple[str, object]]) -> dict[str, object]:
    return {name: value for name, value in pairs if value is not None and value != ""}
