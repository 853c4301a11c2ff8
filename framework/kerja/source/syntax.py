"""Read a text that may be broken: name the bad line, leave it out, read on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import yaml

from kerja.findings import Finding, Place
from kerja.source.blame import Blame, blame
from kerja.source.composing import Composed, compose
from kerja.source.faults import fault

MOST_SYNTAX_ERRORS = 5

_TABS = re.compile(r"(?m)^ *\t[ \t]*")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree of what could be read. `skipped` is the text of the lines that were left out."""

    composed: Composed
    skipped: str = ""


def parse(text: str, *, file: str) -> Parsed:
    """Build the tree of a text, with findings for at most five unreadable places.

    An unreadable line is left out together with the deeper lines that hang on it, since they would
    only be blamed for it.
    """
    findings: list[Finding] = []
    skipped: list[str] = []
    lines = text.split("\n")
    while True:
        try:
            composed = compose("\n".join(lines), file=file)
            break
        except yaml.MarkedYAMLError as problem:
            culprit = blame(problem, lines)
        if _tabs_replaced(lines, culprit, file, findings):
            continue
        findings.append(_unreadable(culprit, lines, file))
        if len(findings) > MOST_SYNTAX_ERRORS or not lines[culprit.first].strip():
            composed = Composed(None, (), ())
            skipped = lines
            break
        last = culprit.last + 1
        skipped += lines[culprit.first : last]
        lines[culprit.first : last] = [""] * (last - culprit.first)
    if skipped:
        findings.append(_incomplete(composed, file))
    composed = replace(composed, findings=(*findings, *composed.findings))
    return Parsed(composed, "\n".join(skipped))


def _tabs_replaced(lines: list[str], culprit: Blame, file: str, findings: list[Finding]) -> bool:
    """Replace all tabs in indentation, once one of them has made a line unreadable."""
    if not _TABS.match(lines[culprit.first]):
        return False
    indented = [at for at, line in enumerate(lines) if _TABS.match(line)]
    column = lines[culprit.first].index("\t") + 1
    place = Place(file, culprit.first + 1, column, culprit.first + 1, column + 1)
    others = len(indented) - 1
    more = f" here and on {others} other line{'s' if others > 1 else ''}" if others else ""
    findings.append(fault("tab-indentation", f"a tab is used for indentation{more}", place))
    for at in indented:
        lines[at] = _TABS.sub(lambda tabs: tabs[0].replace("\t", "  "), lines[at])
    return True


def _unreadable(culprit: Blame, lines: list[str], file: str) -> Finding:
    line = culprit.first + 1
    end = max(len(lines[culprit.first]) + 1, culprit.column + 1)
    place = Place(file, line, culprit.column, line, end)
    return fault("unreadable-line", culprit.message, place, hint=culprit.hint)


def _incomplete(composed: Composed, file: str) -> Finding:
    if composed.root is None:
        message = "reading stopped after these lines; nothing else was checked"
    else:
        message = "the unreadable lines were left out; the rest was checked"
    return fault("lines-skipped", message, Place(file, 1, 1))
