"""One profile laid over its parent; every value keeps the place where it was written."""

from __future__ import annotations

from dataclasses import replace

from kerja.findings import Finding, Related
from kerja.source.faults import fault
from kerja.source.nodes import Mapping, Node, Scalar, Sequence, identifier

HEAD_OF_ITS_OWN = frozenset({"kerja", "kind", "extends"})
"""Keys that say what a file is; a child never inherits them."""

METADATA = frozenset(
    ("year", "month", "quarter", "date", "source", "confidence", "status", "definition", "note",
     "via")
)  # fmt: skip
"""Keys that describe a figure and are none without its value."""

_FIGURE = frozenset({"value", "low", "mode", "high"})
_MEASURED = frozenset({"use", "measurements"})


def is_figure(node: Node) -> bool:
    """True for a mapping that states one figure: it has `value`, `low`, `mode` or `high`, or both
    `use` and `measurements` of which each states one.

    A figure is replaced whole, so that a new value never keeps the old source. A child that names
    only `use`, or adds to `measurements`, changes the parent's figure instead. A section whose
    measurements are sets of figures, such as `labour_force`, is merged like any other.
    """
    if not isinstance(node, Mapping):
        return False
    return not _FIGURE.isdisjoint(node.entries) or _is_measured_figure(node)


def _is_measured_figure(node: Mapping) -> bool:
    measured = node.entries.get("measurements")
    return (
        node.entries.keys() >= _MEASURED
        and isinstance(measured, Sequence)
        and all(
            isinstance(item, Mapping) and not _FIGURE.isdisjoint(item.entries)
            for item in measured.items
        )
    )


def merge(parent: Mapping, child: Mapping) -> tuple[Mapping, tuple[Finding, ...]]:
    """Return the child completed by its parent, and what is wrong with the child.

    Maps merge by key, lists of maps by `id`, other lists are replaced; a figure is replaced whole;
    `null` deletes a key, `{id: x, remove: true}` an item.
    """
    inherited = {k: node for k, node in parent.entries.items() if k not in HEAD_OF_ITS_OWN}
    overlay = _Overlay()
    merged = overlay.section(replace(parent, entries=inherited), child, "")
    return merged, tuple(overlay.findings)


class _Overlay:
    """Recurs at most 64 levels, the depth of a tree."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def section(self, old: Mapping, new: Mapping, path: str) -> Mapping:
        entries = dict(old.entries)
        for name, node in new.entries.items():
            below = f"{path}.{name}" if path else name
            if _is_null(node):
                if entries.pop(name, None) is None:
                    self._warn_of_nothing(node, f"{below}: null deletes nothing", below)
                continue
            result = self._value(entries.get(name), node, below)
            if result is not None:
                entries[name] = result
        return replace(new, entries=entries)

    def _value(self, old: Node | None, new: Node, path: str) -> Node | None:
        if isinstance(new, Mapping):
            return self._mapping(old, new, path)
        if isinstance(new, Sequence):
            return self._list(old, new, path)
        if isinstance(new, Scalar) and new.is_empty:
            place = new.key or new.place
            self.findings.append(fault("empty-value", f"{path} has no value", place, path=path))
            return old
        return new

    def _mapping(self, old: Node | None, new: Mapping, path: str) -> Node | None:
        if is_figure(new):
            # An empty value inside a figure is as unclear as anywhere else; null is left to it.
            for name, node in list(new.entries.items()):
                if isinstance(node, Scalar) and node.is_empty:
                    self._value(None, node, f"{path}.{name}")
            return new
        if old is not None and _states_a_value(old) and _is_metadata(new):
            named = ", ".join(new.entries)
            message = f"{path} gives only {named} and inherits the figure"
            related = (Related(old.place, "the inherited figure"),)
            place = new.key or new.place
            self.findings.append(
                fault("metadata-without-figure", message, place, path=path, related=related)
            )
            return old
        goes_on = isinstance(old, Mapping) and _FIGURE.isdisjoint(old.entries)
        base = old if isinstance(old, Mapping) and goes_on else Mapping(new.place)
        return self.section(base, new, path)

    def _list(self, old: Node | None, new: Sequence, path: str) -> Sequence:
        inherited = old.items if isinstance(old, Sequence) else []
        known = [identifier(item) for item in new.items]
        by_id = all(known) and all(identifier(item) for item in inherited)
        if any(known) and not all(known) and any(identifier(item) for item in inherited):
            at = known.index(None)
            message = f"{path}[{at}] has no id, so this list replaces the inherited one"
            self.findings.append(
                fault("item-without-id", message, new.items[at].place, path=f"{path}[{at}]")
            )
        if not by_id or not new.items:
            inherited = []
        return replace(new, items=self._items(inherited, new, path))

    def _items(self, inherited: list[Node], new: Sequence, path: str) -> list[Node]:
        items: dict[str, Node] = {identifier(item) or "": item for item in inherited}
        for at, node in enumerate(new.items):
            name = identifier(node) or f"\0{at}"
            below = f"{path}[{identifier(node) or at}]"
            if self._removes(items, node, below):
                continue
            result = self._value(items.get(name), node, below)
            if result is not None:
                items[name] = result
        return list(items.values())

    def _removes(self, items: dict[str, Node], node: Node, path: str) -> bool:
        """Take an item with `remove` out of `items`; False if the node is an ordinary item."""
        remove = node.entries.get("remove") if isinstance(node, Mapping) else None
        name = identifier(node)
        if remove is None or name is None:
            return False
        if not isinstance(remove, Scalar) or remove.value is not True:
            written = remove.text if isinstance(remove, Scalar) else ""
            message = f"{path}: remove is not true" + (f" but {written}" if written else "")
            self.findings.append(fault("remove-not-true", message, remove.place, path=path))
        elif items.pop(name, None) is None:
            self._warn_of_nothing(node, f"{path}: remove finds no such item", path)
        return True

    def _warn_of_nothing(self, node: Node, message: str, path: str) -> None:
        self.findings.append(fault("deletes-nothing", message, node.key or node.place, path=path))


def _is_null(node: Node) -> bool:
    """True for `null` or `~`, written out."""
    return isinstance(node, Scalar) and node.value is None and not node.is_empty


def _is_metadata(node: Mapping) -> bool:
    described = node.entries.keys() - {"id"}
    return bool(described) and described <= METADATA


def _states_a_value(node: Node) -> bool:
    """True for a figure, and for a scalar that may be one; `unknown` is none."""
    if isinstance(node, Scalar):
        return isinstance(node.value, bool) or any(letter.isdigit() for letter in node.text)
    return is_figure(node)
