"""A line of parsed Markdown as runs of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import quote

from markdown_it.tree import SyntaxTreeNode as Node

from kerja.documents.shielding import printable, unshield
from kerja.documents.tree import Run, Runs
from kerja.errors import KerjaError

_ADDRESS = re.compile(r"(https?://|mailto:)", re.IGNORECASE)


def runs_of(nodes: Iterable[Node]) -> Runs:
    """Return the text of paragraphs, cells and other nodes with lines in them."""
    return flattened(piece for node in nodes for piece in node.children)


def flattened(pieces: Iterable[Node], skip: int = 0) -> Runs:
    """Return the pieces of a line as runs, without the first `skip` characters."""
    merged: list[Run] = []
    for run in _walk(pieces, Run()):
        if skip and not run.note:
            run, skip = replace(run, text=run.text[skip:]), max(0, skip - len(run.text))
        if merged and not run.note and replace(merged[-1], text="") == replace(run, text=""):
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        elif run.text or run.note:
            merged.append(run)
    return tuple(merged)


def _walk(pieces: Iterable[Node], style: Run) -> Iterator[Run]:
    for piece in pieces:
        match piece.type:
            case "text" | "code_inline" as kind:
                yield replace(style, text=unshield(piece.content), code=kind == "code_inline")
            case "softbreak" | "hardbreak" as kind:
                yield replace(style, text=" " if kind == "softbreak" else "\n")
            case "strong":
                yield from _walk(piece.children, replace(style, bold=True))
            case "em":
                yield from _walk(piece.children, replace(style, italic=True))
            case "link":
                address = _address(str(piece.attrs["href"]))
                yield from _walk(piece.children, replace(style, link=address))
            case "note_reference":
                yield Run(note=str(piece.meta["key"]))
            case "image":
                raise KerjaError(
                    f'the picture "{unshield(str(piece.attrs["src"]))}" stands inside a line',
                    "give it a paragraph of its own",
                )


def _address(written: str) -> str:
    address = printable(unshield(written))
    if not _ADDRESS.match(address):
        return ""
    # Word calls a file with a bracket or a space in an address damaged.
    return quote(address, safe=":/?#@!$&'()*+,;=%~")
