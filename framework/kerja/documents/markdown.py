"""From Markdown to the blocks of a document.

CommonMark and tables; raw HTML is plain text. Four additions:

- a note, `[^key]`, whose text stands on lines `[^key]: words` or comes from the caller;
- a box, a quotation whose first line is `[!answer]`, `[!decision]` or `[!note]` and may go on
  with a title;
- a caption, a paragraph `: words` after a table or a picture;
- a picture, `![its words](key)`, in a paragraph of its own; with `{.landscape}` right after it,
  on a turned page of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode as Node

from kerja.documents.markdown_text import flattened, runs_of
from kerja.documents.note_syntax import add_notes
from kerja.documents.shielding import Markdown, unshield
from kerja.documents.tree import (
    Alignment,
    Block,
    Blocks,
    Box,
    BoxKind,
    BulletList,
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
)
from kerja.errors import KerjaError

_TURNED = "{.landscape}"
_BOX = re.compile(r"\[!(answer|decision|note)\] *")
_ALIGNMENTS = {"text-align:right": Alignment.END, "text-align:center": Alignment.CENTER}


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of a document and the notes that they refer to."""

    blocks: Blocks
    notes: Mapping[str, Runs]


def parse(text: str, notes: Mapping[str, str] | None = None) -> Body:
    """Parse Markdown.

    Args:
        text: what `templates.render` returns, or Markdown by hand.
        notes: further notes by key, for references without a definition in the text. A
            `Markdown` is parsed, any other text is taken literally.

    Raises:
        KerjaError: a note is referred to and nowhere given, a picture stands inside a line, or a
            landscape one inside a list or a box.
    """
    parser = _parser()
    root = Node(parser.parse(text))
    defined = {
        str(node.meta["key"]): _without_notes(runs_of(node.children))
        for node in root.walk()
        if node.type == "note_definition"
    }
    blocks = _without_skipped_levels(_blocks(root.children))
    return Body(blocks, {key: _note(key, defined, notes or {}) for key in note_numbers(blocks)})


def parse_inline(text: str) -> Runs:
    """Parse one line of `Markdown`: a title, a note. Any other text is taken literally."""
    root = Node(_parser().parseInline(Markdown.escape(text)))
    return runs_of(root.children)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    # Addresses are checked after shielded characters are back in their place: see markdown_text.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    add_notes(parser)
    return parser


def _note(key: str, defined: Mapping[str, Runs], given: Mapping[str, str]) -> Runs:
    if key in defined:
        return defined[key]
    if key in given:
        return _without_notes(parse_inline(given[key]))
    raise KerjaError(
        f'the text refers to the note "{key}", which is nowhere',
        f"add a line [^{key}]: with the words of the note",
    )


def _without_notes(runs: Runs) -> Runs:
    return tuple(run for run in runs if not run.note)


def _without_skipped_levels(blocks: Blocks) -> Blocks:
    """PDF/UA refuses a heading that lies more than one level below the one before."""
    level = 0
    result: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            level = min(block.level, level + 1)
            block = replace(block, level=level)
        result.append(block)
    return tuple(result)


def _blocks(nodes: Iterable[Node]) -> Blocks:
    result: list[Block] = []
    for node in nodes:
        caption = _caption(node)
        if caption and result and isinstance(result[-1], Table | Figure):
            result[-1] = replace(result[-1], caption=caption)
        elif node.type != "note_definition":
            result.append(_block(node))
    return tuple(result)


def _block(node: Node) -> Block:
    match node.type:
        case "heading":
            return Heading(int(node.tag[1]), runs_of(node.children))
        case "paragraph":
            return _paragraph(node)
        case "bullet_list":
            return BulletList(_items(node))
        case "ordered_list":
            return NumberedList(_items(node), start=int(node.attrs.get("start", 1)))
        case "blockquote":
            return _box(node)
        case "table":
            return _table(node)
        case "fence" | "code_block":
            return Listing(unshield(node.content.rstrip("\n")))
        case "hr":
            return Rule()
    raise AssertionError(node.type)


def _items(node: Node) -> tuple[Blocks, ...]:
    return tuple(_inner(item.children) for item in node.children)


def _inner(nodes: Iterable[Node]) -> Blocks:
    return tuple(map(_as_inner, _blocks(nodes)))


def _as_inner(block: Block) -> Block:
    """Inside lists and boxes a heading is a bold line: it has no place in the outline."""
    match block:
        case Heading():
            return Paragraph(tuple(replace(run, bold=not run.note) for run in block.runs))
        case Figure(landscape=True):
            raise KerjaError(
                f'the landscape picture "{block.image}" stands inside a list or a box',
                f"move it out, or leave away {_TURNED}",
            )
    return block


def _paragraph(node: Node) -> Paragraph | Figure:
    pieces = node.children[0].children
    picture, mark = pieces[0], "".join(piece.content for piece in pieces[1:])
    if picture.type == "image" and mark.rstrip() in ("", _TURNED):
        title = unshield(str(picture.attrs.get("title", "")))
        return Figure(
            unshield(str(picture.attrs["src"])),
            unshield(picture.content),
            (Run(title),) if title else (),
            landscape=bool(mark),
        )
    return Paragraph(runs_of(node.children))


def _box(node: Node) -> Box:
    first = node.children[0] if node.children else None
    line = _first_text(first)
    match = _BOX.match(line.content) if line else None
    if first is None or line is None or match is None:
        return Box(BoxKind.QUOTE, _inner(node.children))
    pieces = first.children[0].children
    end = next((i for i, p in enumerate(pieces) if p.type.endswith("break")), len(pieces))
    title = flattened(pieces[:end], skip=match.end())
    rest = flattened(pieces[end + 1 :])
    opening = (Paragraph(rest),) if rest else ()
    return Box(BoxKind(match[1]), opening + _inner(node.children[1:]), title)


def _caption(node: Node) -> Runs:
    first = _first_text(node)
    if first is None or not first.content.startswith(": "):
        return ()
    return flattened(node.children[0].children, skip=2)


def _first_text(node: Node | None) -> Node | None:
    if node is None or node.type != "paragraph" or not node.children[0].children:
        return None
    first = node.children[0].children[0]
    return first if first.type == "text" else None


def _table(node: Node) -> Table:
    head, *body = node.children
    cells = head.children[0].children
    rows = body[0].children if body else []
    return Table(
        tuple(runs_of(cell.children) for cell in cells),
        tuple(tuple(runs_of(cell.children) for cell in row.children) for row in rows),
        tuple(_ALIGNMENTS.get(str(cell.attrs.get("style", "")), Alignment.START) for cell in cells),
    )
