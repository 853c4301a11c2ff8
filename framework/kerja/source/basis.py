"""Provenance that holds for a whole section: each value learns the `basis` around it."""

from __future__ import annotations

from kerja.findings import Finding
from kerja.source.faults import fault
from kerja.source.nodes import Mapping, Node, Scalar, Sequence, children, find
from kerja.source.spelling import closest

BASIS_KEYS = (
    "year", "month", "quarter", "date", "source", "confidence", "status", "definition", "ages",
)  # fmt: skip

_LIMIT = "for"

Held = dict[str, Scalar]


def spread_basis(root: Mapping) -> tuple[Finding, ...]:
    """Take the `basis` entries out of the tree and tell each node which of them apply to it.

    The nearest basis wins, key by key. With `for:`, a basis applies only to the listed parts of
    its section and to what is below them. A `basis` that is a single word is an ordinary value.
    """
    findings: list[Finding] = []
    limited: dict[int, Held] = {}  # by identity: equal nodes are still different parts
    waiting: list[tuple[str, Node, Held]] = [("", root, {})]
    while waiting:
        path, node, outer = waiting.pop()
        node.basis = {**outer, **limited.get(id(node), {})}
        if isinstance(node, Mapping) and isinstance(node.entries.get("basis"), Mapping):
            node.basis |= _own(node, path, limited, findings)
        waiting += [(below, child, node.basis) for below, child in children(node, path)]
    return tuple(findings)


def _own(section: Mapping, path: str, limited: dict[int, Held], findings: list[Finding]) -> Held:
    """Take the basis out of a section; return it, or file it in `limited` if it has `for:`."""
    basis = section.entries.pop("basis")
    assert isinstance(basis, Mapping)
    own: Held = {}
    for name, value in basis.entries.items():
        if name == _LIMIT:
            continue
        problem = _unfit(name, value, path)
        if problem:
            findings.append(problem)
        elif isinstance(value, Scalar):
            own[name] = value
    if _LIMIT not in basis.entries:
        return own
    for target in _targets(basis.entries[_LIMIT], path, findings):
        part = find(section, target.text)
        if part is None or not target.text:
            message = f'the basis is for "{target.text}", which this section does not hold'
            findings.append(fault("basis-for-nothing", message, target.place, path=_at(path)))
        else:
            limited[id(part)] = {**limited.get(id(part), {}), **own}
    return {}


def _unfit(name: str, value: Node, path: str) -> Finding | None:
    if name not in BASIS_KEYS:
        near = closest(name, (*BASIS_KEYS, _LIMIT))
        hint = f"did you mean {near}?" if near else None
        message = f'a basis has no key "{name}"'
        place = value.key or value.place
        return fault("basis-key-unknown", message, place, hint=hint, path=_at(path))
    if not isinstance(value, Scalar) or value.is_empty:
        message = f'"{name}" of a basis is a single value'
        return fault("basis-not-plain", message, value.place, path=_at(path))
    return None


def _targets(listed: Node, path: str, findings: list[Finding]) -> list[Scalar]:
    items = listed.items if isinstance(listed, Sequence) else [listed]
    targets = [item for item in items if isinstance(item, Scalar)]
    if len(targets) < len(items):
        message = '"for" of a basis is a list of parts of this section'
        hint = "for: [country.languages, identity]"
        findings.append(fault("basis-not-plain", message, listed.place, hint=hint, path=_at(path)))
    return targets


def _at(path: str) -> str:
    return f"{path}.basis" if path else "basis"
