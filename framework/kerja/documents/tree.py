"""A document as a tree of blocks and runs: what the loader builds and the writers read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from itertools import chain

from kerja.documents.shielding import printable


class Alignment(StrEnum):
    """Where the text of a column stands; numbers stand at the end."""

    START = "start"
    CENTER = "center"
    END = "end"


class BoxKind(StrEnum):
    """What a box is for: the answer, a decision asked for, a remark, a quotation."""

    ANSWER = "answer"
    DECISION = "decision"
    NOTE = "note"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style, or a reference to a note.

    `link` is an absolute address (http, https, mailto) or empty. A run with a `note` holds no
    text: the writers print the number of the note. Characters that no format can hold become
    U+FFFD; a line break is "\\n".
    """

    text: str = ""
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", printable(self.text))


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading. `level` counts from 1 and never skips one on the way down."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items without an order; each is a sequence of blocks."""

    items: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items in an order; each is a sequence of blocks. `start` is the first number."""

    items: tuple[Blocks, ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A header row and further rows; every row has as many cells as there are `alignments`."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    alignments: tuple[Alignment, ...]
    caption: Runs = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: its key among the images that a writer is given, and what it shows in words.

    A `landscape` one has a turned page to itself; only outside lists and boxes.
    """

    image: str
    alt: str
    caption: Runs = ()
    landscape: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "alt", printable(self.alt))


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks set apart. `title` may be empty."""

    kind: BoxKind
    blocks: Blocks
    title: Runs = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Text in which every space and line counts, such as a piece of configuration."""

    text: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", printable(self.text))


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


Block = Heading | Paragraph | BulletList | NumberedList | Table | Figure | Box | Listing | Rule
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that a writer itself prints, in the language of the document."""

    contents: str = "Contents"
    sources: str = "Sources and notes"
    page: str = "Page"
    skip: str = "Skip to the text"
    back: str = "Back to the text"
    note: str = "Note"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; `language` is its code ("en", "km").

    `date` is text as it is to be printed; `status` says what the paper is for ("Draft for
    decision"). `notes` holds the text of every note by key; only those referred to are printed.
    `contents` asks for a table of contents.
    """

    title: str
    language: str
    blocks: Blocks
    subtitle: str = ""
    date: str = ""
    status: str = ""
    notes: Mapping[str, Runs] = field(default_factory=dict)
    contents: bool = False
    labels: Labels = field(default_factory=Labels)

    def __post_init__(self) -> None:
        for name in ("title", "subtitle", "date", "status"):
            object.__setattr__(self, name, printable(getattr(self, name)))


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading with its number ("2.1"), as a table of contents shows it."""

    number: str
    heading: Heading


def outline(blocks: Blocks) -> tuple[Entry, ...]:
    """Return the headings of a document with their numbers, in order."""
    entries = []
    counters: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            del counters[block.level :]
            counters += [0] * (block.level - len(counters))
            counters[-1] += 1
            entries.append(Entry(".".join(map(str, counters)), block))
    return tuple(entries)


def note_numbers(blocks: Blocks) -> dict[str, int]:
    """Number the notes from 1 in the order in which a reader meets them; one number a key."""
    keys = dict.fromkeys(run.note for run in _all_runs(blocks) if run.note)
    return {key: number for number, key in enumerate(keys, start=1)}


def translated(translate: Callable[[str], str]) -> Labels:
    """Return the writers' own words in another language, such as by `Catalogue.gettext`."""
    return Labels(**{word.name: translate(str(word.default)) for word in fields(Labels)})


def plain(runs: Runs) -> str:
    """Return the text of runs without style and notes, on one line."""
    return "".join(run.text for run in runs).replace("\n", " ")


def _all_runs(blocks: Blocks) -> Iterator[Run]:
    for block in blocks:
        match block:
            case Heading(runs=runs) | Paragraph(runs=runs):
                yield from runs
            case BulletList(items=items) | NumberedList(items=items):
                for item in items:
                    yield from _all_runs(item)
            case Box(blocks=inner, title=title):
                yield from title
                yield from _all_runs(inner)
            case Table(header=header, rows=rows, caption=caption):
                yield from chain(caption, *header, *chain(*rows))
            case Figure(caption=caption):
                yield from caption
