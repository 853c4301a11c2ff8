"""Parser events -> a tree of nodes, without recursion and within limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import yaml
from yaml import events

from kerja.findings import Finding, Place
from kerja.source import scalars
from kerja.source.entries import Pair, entries, same_ids
from kerja.source.faults import fault
from kerja.source.nodes import Mapping, Node, Scalar, Sequence, replica

DEEPEST = 64
MOST_VALUES = 100_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Composed:
    """What one text holds. `hashed` are the places of values that hold a `#` themselves."""

    root: Node | None
    findings: tuple[Finding, ...]
    hashed: tuple[Place, ...]


def compose(text: str, *, file: str) -> Composed:
    """Build the tree of one document.

    Raises:
        yaml.YAMLError: the text is not YAML; `kerja.source.syntax` deals with that.
    """
    composer = _Composer(file)
    for event in yaml.parse(text, Loader=_LOADER):
        composer.take(event)
        if composer.stopped:
            break
    return Composed(composer.root, tuple(composer.findings), tuple(composer.hashed))


@dataclass(slots=True)
class _Part:
    """A node with what its copies would cost."""

    node: Node
    size: int = 1
    height: int = 0


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come yet. `key` waits for its value."""

    part: _Part
    anchor: str | None
    in_braces: bool
    key: Scalar | None = None
    key_was_refused: bool = False
    pairs: list[Pair] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)

    @property
    def wants_key(self) -> bool:
        return isinstance(self.part.node, Mapping) and not (self.key or self.key_was_refused)


class _Composer:
    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self.hashed: list[Place] = []
        self.stopped = False
        self._open: list[_Open] = []
        self._anchors: dict[str, _Part | None] = {}  # None: still open
        self._values = 0
        self._documents = 0
        self._take: dict[type[events.Event], Callable[..., None]] = {
            events.ScalarEvent: self._scalar,
            events.AliasEvent: self._alias,
            events.MappingStartEvent: self._start,
            events.SequenceStartEvent: self._start,
            events.MappingEndEvent: self._end,
            events.SequenceEndEvent: self._end,
            events.DocumentStartEvent: self._document,
        }

    def take(self, event: events.Event) -> None:
        take = self._take.get(type(event))
        if take:
            take(event)

    def _document(self, event: events.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop(fault("second-document", "a second document starts here", self._at(event)))

    def _scalar(self, event: events.ScalarEvent) -> None:
        place = self._at(event)
        self._refuse_tag(event.tag, place)
        quoted = (not event.implicit[0] and not event.tag) or event.style in ("'", '"', "|", ">")
        if "#" in event.value:
            self.hashed.append(place)
        is_key = bool(self._open) and self._open[-1].wants_key
        read = scalars.key if is_key else scalars.scalar
        node, findings = read(event.value, place, quoted=quoted)
        self.findings += findings
        self._add(_Part(node), event.anchor)

    def _start(self, event: events.MappingStartEvent | events.SequenceStartEvent) -> None:
        place = self._at(event)
        self._refuse_tag(event.tag, place)
        if len(self._open) >= DEEPEST:
            self._stop(_too_deep(place))
            return
        is_mapping = isinstance(event, events.MappingStartEvent)
        node: Node = Mapping(place) if is_mapping else Sequence(place)
        if event.anchor:
            self._anchors[event.anchor] = None
        self._open.append(_Open(_Part(node), event.anchor, bool(event.flow_style)))

    def _end(self, event: events.MappingEndEvent | events.SequenceEndEvent) -> None:
        done = self._open.pop()
        node = done.part.node
        last: Place | None = None
        if isinstance(node, Mapping):
            node.entries, findings = entries(done.pairs, in_braces=done.in_braces)
            last = done.pairs[-1][1].place if done.pairs else None
        else:
            assert isinstance(node, Sequence)
            node.items, findings = done.items, same_ids(done.items)
            last = done.items[-1].place if done.items else None
        self.findings += findings
        # Without brackets, the parser sees the end only where the next thing starts.
        end = last if last and not done.in_braces else self._at(event)
        node.place = replace(node.place, end_line=end.end_line, end_column=end.end_column)
        self._add(done.part, done.anchor)

    def _alias(self, event: events.AliasEvent) -> None:
        place = self._at(event)
        part = self._anchors.get(event.anchor or "")
        if part is None:
            self._add(_Part(Scalar(place, None, "", quoted=True)), None)
            if event.anchor in self._anchors:
                message = f"*{event.anchor} stands inside &{event.anchor}"
                self.findings.append(fault("recursive-alias", message, place))
            else:
                message = f"no &{event.anchor} stands above *{event.anchor}"
                self.findings.append(fault("undefined-alias", message, place))
        elif len(self._open) + part.height > DEEPEST:
            self._stop(_too_deep(place))
        elif self._values + part.size > MOST_VALUES:
            self._stop(_too_many(place))
        else:
            self._add(replace(part, node=replica(part.node)), None, cost=part.size)

    def _add(self, part: _Part, anchor: str | None, *, cost: int = 1) -> None:
        """Put a finished node where it belongs: as root, item, key or value.

        `cost` counts what was not counted yet: the children of a finished node were.
        """
        self._values += cost
        if anchor:
            self._anchors[anchor] = part
        if self._values > MOST_VALUES:
            self._stop(_too_many(part.node.place))
            return
        if not self._open:
            self.root = part.node
            return
        holder = self._open[-1]
        holder.part.size += part.size
        holder.part.height = max(holder.part.height, part.height + 1)
        if isinstance(holder.part.node, Sequence):
            holder.items.append(part.node)
        elif holder.wants_key:
            self._add_key(holder, part.node)
        else:
            if holder.key:
                holder.pairs.append((holder.key, part.node))
            holder.key, holder.key_was_refused = None, False

    def _add_key(self, holder: _Open, node: Node) -> None:
        if isinstance(node, Scalar):
            holder.key = node
            return
        what = "section" if isinstance(node, Mapping) else "list"
        self.findings.append(fault("key-not-text", f"a {what} stands as a key", node.place))
        holder.key_was_refused = True

    def _refuse_tag(self, tag: str | None, place: Place) -> None:
        if tag and tag != "!":
            short = tag.replace("tag:yaml.org,2002:", "!!")
            self.findings.append(fault("tag", f"the tag {short[:60]} is not allowed", place))

    def _stop(self, problem: Finding) -> None:
        self.findings.append(problem)
        self.stopped = True

    def _at(self, event: events.Event) -> Place:
        start, end = event.start_mark, event.end_mark
        assert start is not None  # only events made by hand have no marks
        assert end is not None
        return Place(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _too_deep(place: Place) -> Finding:
    return fault("nested-too-deep", f"nested deeper than {DEEPEST} levels", place)


def _too_many(place: Place) -> Finding:
    message = f"more than {MOST_VALUES:,} values, references counted as often as they are used"
    return fault("too-many-values", message, place)
