"""A YAML document as a tree in which every key and every value knows its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kerja.findings import Place

Plain = None | bool | int | float | str


@dataclass(slots=True)
class Node:
    """What all nodes share: where the value stands, where its key stands, what holds around it.

    `key` is None for the root and for items of a list. `basis` are the provenance defaults of
    the value's own file and section (year, source, confidence, …); nodes of one section share it,
    so it is replaced, never changed.
    """

    place: Place
    key: Place | None = field(default=None, kw_only=True)
    basis: dict[str, Scalar] = field(default_factory=dict, kw_only=True)


@dataclass(slots=True)
class Scalar(Node):
    """One value. `text` is what was written, `value` what the YAML 1.2 core schema makes of it.

    Characters pasted from a word processor are retyped in both; a finding says so.
    """

    value: Plain
    text: str
    quoted: bool = False

    @property
    def is_empty(self) -> bool:
        """True where nothing was written at all: neither `null` nor a pair of quotes."""
        return not self.text and not self.quoted


@dataclass(slots=True)
class Mapping(Node):
    """Named values, in the order of the file. `entries[name].key` is the place of the name."""

    entries: dict[str, Node] = field(default_factory=dict)


@dataclass(slots=True)
class Sequence(Node):
    """A list of values."""

    items: list[Node] = field(default_factory=list)


def identifier(node: Node) -> str | None:
    """Return what an item of a list is known by: the text of its `id`, if it has one."""
    if isinstance(node, Mapping):
        name = node.entries.get("id")
        if isinstance(name, Scalar) and name.text:
            return name.text
    return None


def plain(node: Node) -> object:
    """Return the tree as dicts, lists and single values, without places.

    A tree is at most 64 deep, so recursion is bounded here.
    """
    if isinstance(node, Mapping):
        return {key: plain(child) for key, child in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.value if isinstance(node, Scalar) else None


def children(node: Node, path: str = "") -> list[tuple[str, Node]]:
    """Return the children of `node`, which stands at `path`, with the paths of their own."""
    if isinstance(node, Mapping):
        start = f"{path}." if path else ""
        return [(f"{start}{key}", child) for key, child in node.entries.items()]
    if isinstance(node, Sequence):
        return [(f"{path}[{_label(item, at)}]", item) for at, item in enumerate(node.items)]
    return []


def walk(node: Node) -> Iterator[tuple[str, Node]]:
    """Yield everything below `node` with its dotted path, in the order of the file.

    An item of a list is `[its id]`, or `[its position]` if it has none:
    "wallets.rails[bakong].accounts", "reference.events[0].date".
    """
    waiting = children(node)[::-1]
    while waiting:
        path, here = waiting.pop()
        yield path, here
        waiting += children(here, path)[::-1]


def find(root: Node, path: str) -> Node | None:
    """Return the node at a dotted path as `walk` writes it, or None. "" is the root itself."""
    here, rest = root, path
    while rest:
        # Keys may hold dots themselves: the longest child that fits is meant.
        fitting = [
            (label, child)
            for label, child in children(here)
            if rest.startswith(label) and rest[len(label) : len(label) + 1] in ("", ".", "[")
        ]
        if not fitting:
            return None
        label, here = max(fitting, key=lambda pair: len(pair[0]))
        rest = rest[len(label) :].removeprefix(".")
    return here


def replica(node: Node) -> Node:
    """Return a copy of the whole tree, so that one anchor used twice gives two values."""
    if isinstance(node, Scalar):
        return Scalar(node.place, node.value, node.text, node.quoted, key=node.key)
    if isinstance(node, Mapping):
        entries = {key: replica(child) for key, child in node.entries.items()}
        return Mapping(node.place, entries, key=node.key)
    if isinstance(node, Sequence):
        return Sequence(node.place, [replica(item) for item in node.items], key=node.key)
    return node


def _label(item: Node, at: int) -> str:
    return identifier(item) or str(at)
