"""Writes a document as one HTML file that loads nothing, runs nothing and reads well on a phone."""

from __future__ import annotations

import base64
import datetime
import hashlib
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from kerja.documents.languages import Language, language
from kerja.documents.pictures import size
from kerja.documents.scripts import SUBSTITUTES
from kerja.documents.tree import (
    Block,
    Blocks,
    Box,
    BulletList,
    Document,
    Figure,
    Heading,
    Listing,
    NumberedList,
    Paragraph,
    Rule,
    Run,
    Runs,
    Table,
    note_numbers,
    outline,
    plain,
)
from kerja.documents.widths import picture_of


def to_html(document: Document, *, images: Mapping[str, str], date: datetime.date) -> bytes:
    """Return the document as HTML, the same bytes for the same input.

    Args:
        document: what to write.
        images: SVG text of every picture, by key; embedded where no script of theirs can run.
        date: the date of creation that the file states.

    Raises:
        KerjaError: a picture is missing.
    """
    tongue = language(document.language)
    writer = _Writer(document, images)
    style = f"body {{ font-family: {_font_list(tongue)}; }}\n" + _stylesheet()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'"
    parts = (
        "<!doctype html>",
        f'<html lang="{escape(tongue.code)}" dir="{tongue.direction}">',
        '<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="generator" content="kerja">',
        f'<meta name="dcterms.created" content="{date.isoformat()}">',
        f"<title>{escape(document.title)}</title>",
        f"<style>{style}</style>\n</head>\n<body>",
        f'<a class="skip" href="#text">{escape(document.labels.skip)}</a>',
        _cover(document),
        writer.contents() if document.contents else "",
        f'<main id="text">\n{writer.blocks(document.blocks)}{writer.notes()}</main>',
        "</body>\n</html>\n",
    )
    return "\n".join(part for part in parts if part).encode()


class _Writer:
    def __init__(self, document: Document, images: Mapping[str, str]) -> None:
        self._document = document
        self._images = images
        self._numbers = note_numbers(document.blocks)
        self._referred: set[str] = set()
        self._headings = iter(outline(document.blocks))

    def contents(self) -> str:
        items = "".join(
            f'<li class="level-{entry.heading.level}"><a href="#s{entry.number}">{entry.number} '
            f"{self._runs(_without_marks(entry.heading.runs))}</a></li>\n"
            for entry in outline(self._document.blocks)
            if entry.heading.level <= 2
        )
        title = escape(self._document.labels.contents)
        return (
            f'<nav aria-labelledby="contents">\n<h2 id="contents">{title}</h2>\n'
            f"<ol>\n{items}</ol>\n</nav>"
        )

    def notes(self) -> str:
        if not self._numbers:
            return ""
        labels = self._document.labels
        back = escape(labels.back)
        items = "".join(
            f'<li id="note{number}">{self._runs(self._document.notes[key])} '
            f'<a class="back" href="#mark{number}" aria-label="{back}">↩</a></li>\n'
            for key, number in self._numbers.items()
        )
        return (
            '<section class="notes" role="doc-endnotes" aria-labelledby="notes">\n'
            f'<h2 id="notes">{escape(labels.sources)}</h2>\n<ol>\n{items}</ol>\n</section>\n'
        )

    def blocks(self, blocks: Blocks) -> str:
        return "".join(f"{self._block(block)}\n" for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                number = next(self._headings).number
                tag = f"h{min(block.level + 1, 6)}"
                return f'<{tag} id="s{number}">{number} {self._runs(block.runs)}</{tag}>'
            case Paragraph():
                return f"<p>{self._runs(block.runs)}</p>"
            case BulletList():
                return f"<ul>\n{self._items(block.items)}</ul>"
            case NumberedList():
                return f'<ol start="{block.start}">\n{self._items(block.items)}</ol>'
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Box():
                title = f'<p class="box-title">{self._runs(block.title)}</p>\n'
                inner = (title if block.title else "") + self.blocks(block.blocks)
                tag = "blockquote" if block.kind == "quote" else "section"
                return f'<{tag} class="box {block.kind}">\n{inner}</{tag}>'
            case Listing():
                return f"<pre><code>{escape(block.text)}</code></pre>"
            case Rule():
                return "<hr>"

    def _items(self, items: Iterable[Blocks]) -> str:
        return "".join(f"<li>{self.blocks(item)}</li>\n" for item in items)

    def _table(self, table: Table) -> str:
        caption = f"<caption>{self._runs(table.caption)}</caption>\n" if table.caption else ""
        head = self._cells(table, table.header, 'th scope="col"')
        rows = "".join(f"<tr>{self._cells(table, row, 'td')}</tr>\n" for row in table.rows)
        # A reader without a mouse must be able to scroll it: hence the tabindex.
        return (
            f'<div class="table" tabindex="0">\n<table>\n{caption}<thead>\n<tr>{head}</tr>\n'
            f"</thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>"
        )

    def _cells(self, table: Table, row: tuple[Runs, ...], tag: str) -> str:
        return "".join(
            f'<{tag} class="{alignment}">{self._runs(cell)}</{tag[:2]}>'
            for alignment, cell in zip(table.alignments, row, strict=True)
        )

    def _figure(self, figure: Figure) -> str:
        svg = picture_of(figure, self._images)
        data = base64.b64encode(svg.encode()).decode("ascii")
        width, height = map(round, size(svg))
        caption = (
            f"\n<figcaption>{self._runs(figure.caption)}</figcaption>" if figure.caption else ""
        )
        image = (
            f'<img alt="{escape(figure.alt)}" width="{width}" height="{height}" '
            f'src="data:image/svg+xml;base64,{data}">'
        )
        if not figure.landscape:
            return f"<figure>\n{image}{caption}\n</figure>"
        label = escape(plain(figure.caption) or figure.alt)
        return (
            '<figure class="landscape">\n'
            f'<div class="wide" role="region" aria-label="{label}" tabindex="0">{image}</div>'
            f"{caption}\n</figure>"
        )

    def _runs(self, runs: Runs) -> str:
        return "".join(self._note(run.note) if run.note else _text(run) for run in runs)

    def _note(self, key: str) -> str:
        number = self._numbers[key]
        mark = "" if key in self._referred else f' id="mark{number}"'
        self._referred.add(key)
        label = escape(f"{self._document.labels.note} {number}")
        return (
            f'<sup{mark}><a href="#note{number}" role="doc-noteref" aria-label="{label}">'
            f"{number}</a></sup>"
        )


def _text(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br>")
    for tag, applies in (("code", run.code), ("em", run.italic), ("strong", run.bold)):
        text = f"<{tag}>{text}</{tag}>" if applies else text
    return f'<a href="{escape(run.link)}">{text}</a>' if run.link else text


def _without_marks(runs: Runs) -> Runs:
    """A link holds no other link, so no note."""
    return tuple(
        Run(run.text, bold=run.bold, italic=run.italic, code=run.code)
        for run in runs
        if not run.note
    )


def _cover(document: Document) -> str:
    lines = (
        ("p", "status", document.status),
        ("h1", "title", document.title),
        ("p", "subtitle", document.subtitle),
        ("p", "date", document.date),
    )
    shown = (
        f'<{tag} class="{name}">{escape(words)}</{tag}>' for tag, name, words in lines if words
    )
    return "<header>\n" + "\n".join(shown) + "\n</header>"


def _font_list(tongue: Language) -> str:
    names = [name for font in tongue.fonts for name in (font, *SUBSTITUTES[font])]
    return ", ".join([*(f'"{name}"' for name in dict.fromkeys(names)), "system-ui", "sans-serif"])


def _stylesheet() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")
