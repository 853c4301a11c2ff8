"""Read one text, or a profile with the chain of profiles that it extends."""

from __future__ import annotations

from collections.abc import Mapping as Table
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kerja.errors import KerjaError
from kerja.findings import Finding, Place
from kerja.source.acceptance import Ignore, ignores
from kerja.source.basis import spread_basis
from kerja.source.decoding import MOST_BYTES, decode
from kerja.source.faults import fault
from kerja.source.language import MAY_EXTEND, MIGRATIONS, Migration, in_this_language, kind_of
from kerja.source.locating import Absence, Surroundings, existing, shipped_names, shown
from kerja.source.merging import merge
from kerja.source.nodes import Mapping, Node, Scalar
from kerja.source.spelling import closest
from kerja.source.syntax import parse

MOST_PARENTS = 16


@dataclass(frozen=True, slots=True)
class Document:
    """A profile completed by its parents, and the files behind it, nearest first.

    `root` is an empty mapping if nothing could be read. `texts` and `kinds` are by file, named as
    in the places of the nodes; a kind that is not known is "". `paths` are the files themselves.
    """

    root: Mapping
    texts: dict[str, str]
    kinds: dict[str, str]
    files: tuple[str, ...]
    paths: tuple[Path, ...]
    ignores: tuple[Ignore, ...] = ()


def read(
    path: Path, *, folders: Sequence[Path], migrations: Table[int, Migration] = MIGRATIONS
) -> tuple[Document, tuple[Finding, ...]]:
    """Read a profile and its parents, which are looked up beside it and then in `folders`.

    Problems of content are findings, in whichever file of the chain they stand.

    Raises:
        KerjaError: there is no such file, or it is empty or no text.
    """
    given = existing(path, folders=folders)
    around = Surroundings.of(given, folders)
    first = given.absolute().resolve()
    links = [_link(first, shown(first, given=given, around=around), migrations)]
    _refuse_no_profile(links[0], given)
    findings = list(links[0].findings)
    while (extends := links[-1].extends) is not None:
        parent = _parent(extends, links, around)
        if isinstance(parent, Finding):
            findings.append(parent)
            break
        file = _unlike(shown(parent, given=given, around=around), parent, links)
        links.append(_link(parent, file, migrations))
        findings += links[-1].findings
        findings += _unfit_kinds(links[-2], links[-1], extends)
    root, problems = _merged(links)
    return _document(root, links), (*findings, *problems)


def read_text(
    text: str | bytes, *, file: str = "profile.yaml"
) -> tuple[Mapping | None, tuple[Finding, ...]]:
    """Read one text that extends nothing; its head may be missing. None if it holds no mapping."""
    link = _content(text, Path(file), file, None)
    return link.root, link.findings


@dataclass(frozen=True, slots=True)
class _Link:
    """One file of a chain; `root` is None if it holds no mapping that can be read."""

    path: Path
    file: str
    text: str
    root: Mapping | None
    findings: tuple[Finding, ...]
    ignores: tuple[Ignore, ...] = ()

    @property
    def extends(self) -> Node | None:
        return self.root.entries.get("extends") if self.root else None

    @property
    def kind(self) -> str:
        return kind_of(self.root) if self.root else ""


def _link(path: Path, file: str, migrations: Table[int, Migration]) -> _Link:
    try:
        with path.open("rb") as stream:
            given = stream.read(MOST_BYTES + 1)
    except OSError as problem:
        raise KerjaError(
            f'"{file}" cannot be read: {problem.strerror}', "look at the permissions of the file"
        ) from problem
    return _content(given, path, file, migrations)


def _content(
    given: bytes | str, path: Path, file: str, migrations: Table[int, Migration] | None
) -> _Link:
    """Read one text; without `migrations`, its head is not looked at."""
    text, findings = decode(given, file=file)
    if text is None:
        return _Link(path, file, "", None, findings)
    parsed = parse(text, file=file)
    accepted, unreadable = ignores(text, file=file, hashed=parsed.composed.hashed)
    findings += (*parsed.composed.findings, *unreadable)
    root = parsed.composed.root
    if not isinstance(root, Mapping):
        findings += _no_mapping(root, file) if not _is_broken(findings) else ()
        return _Link(path, file, text, None, findings, accepted)
    if migrations is not None:
        root, problems = in_this_language(
            root, file=file, skipped=parsed.skipped, migrations=migrations
        )
        findings += problems
    findings += spread_basis(root)
    return _Link(path, file, text, root, findings, accepted)


def _is_broken(findings: Sequence[Finding]) -> bool:
    return any(found.stops_build for found in findings)


def _no_mapping(root: Node | None, file: str) -> tuple[Finding, ...]:
    if root is None or (isinstance(root, Scalar) and root.is_empty):
        return (fault("nothing-to-read", "the file holds no values", Place(file, 1, 1)),)
    what = "one value" if isinstance(root, Scalar) else "a list"
    message = f"the file holds {what}, not lines of `key: value`"
    return (fault("not-key-and-value", message, root.place),)


def _refuse_no_profile(link: _Link, given: Path) -> None:
    for found in link.findings:
        if found.name in ("not-text", "nothing-to-read"):
            raise KerjaError(f'"{given}" is no profile: {found.message}', found.hint)


def _parent(extends: Node, links: Sequence[_Link], around: Surroundings) -> Path | Finding:
    name = extends.text if isinstance(extends, Scalar) and extends.value is not None else ""
    if not name:
        message = "extends takes the name of one profile"
        return fault("extends-not-a-name", message, extends.place, path="extends")
    chain = [link.path for link in links]
    if len(chain) > MOST_PARENTS:
        message = f"more than {MOST_PARENTS} files extend one another"
        return fault("chain-too-long", message, extends.place, path="extends")
    parent = around.parent(name, beside=chain[-1].parent, chain=chain)
    return _absent(parent, name, extends, around) if isinstance(parent, Absence) else parent


def _absent(why: Absence, name: str, extends: Node, around: Surroundings) -> Finding:
    if why is Absence.OUTSIDE:
        message = f'extends: "{name[:80]}" lies outside the folders that a profile may read'
        return fault("parent-outside", message, extends.place, path="extends")
    if why is Absence.CIRCULAR:
        message = f'extends: "{name[:80]}" leads back to a file of this chain'
        return fault("circular-extends", message, extends.place, path="extends")
    known = shipped_names(around.folders)
    near = closest(name, known)
    hint = f"did you mean {near}?" if near else None
    if known and not near:
        hint = "name a file beside this one, or one of " + ", ".join(known)
    message = f'extends: there is no profile "{name[:80]}"'
    return fault("parent-not-found", message, extends.place, hint=hint, path="extends")


def _unlike(file: str, path: Path, links: Sequence[_Link]) -> str:
    """Return a name that no file of the chain has yet."""
    taken = {link.file for link in links}
    if file in taken:
        file = f"{path.parent.name}/{path.name}"
    return file if file not in taken else f"{file} ({len(links) + 1})"


def _unfit_kinds(child: _Link, parent: _Link, extends: Node) -> tuple[Finding, ...]:
    if not child.kind or not parent.kind or parent.kind in MAY_EXTEND[child.kind]:
        return ()
    message = f"a {child.kind} cannot extend a {parent.kind}".replace("a area", "an area")
    hint = f"it can extend: {', '.join(MAY_EXTEND[child.kind])}"
    return (fault("parent-kind", message, extends.place, hint=hint, path="extends"),)


def _merged(links: Sequence[_Link]) -> tuple[Mapping, tuple[Finding, ...]]:
    """Lay each file over its parent, from the farthest to the nearest."""
    findings: tuple[Finding, ...] = ()
    merged: Mapping | None = None
    for link in reversed(links):
        if link.root is None:
            continue
        if merged is None:
            merged = link.root
        else:
            merged, problems = merge(merged, link.root)
            findings += problems
    return merged or Mapping(Place(links[0].file, 1, 1)), findings


def _document(root: Mapping, links: Sequence[_Link]) -> Document:
    return Document(
        root=root,
        texts={link.file: link.text for link in links},
        kinds={link.file: link.kind for link in links},
        files=tuple(link.file for link in links),
        paths=tuple(link.path for link in links),
        ignores=tuple(ignore for link in links for ignore in link.ignores),
    )
