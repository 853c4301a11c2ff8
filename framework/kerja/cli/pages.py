"""Pages of checks, rules, findings and fields, in plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from kerja.adaptation import Rule, all_rules
from kerja.checks import Check, all_checks
from kerja.cli.indicator_pages import indicator_ids, indicator_page
from kerja.cli.ready_pages import ready_pages
from kerja.errors import KerjaError
from kerja.profile import Profile, Section
from kerja.profile.misfits import SHAPE_FINDINGS
from kerja.profile.section import documentation
from kerja.profile.shapes import Shape, shapes
from kerja.source import LOADER_FINDINGS, closest

_WIDTH = 80


def page(subject: str) -> str:
    """Return the page of a code, a name or a field.

    Raises:
        KerjaError: nothing has that name; the hint says what is near.
    """
    wanted = subject.strip()
    indicator = indicator_page(wanted)
    if indicator is not None:
        return _titled(*indicator)
    known = _named_pages()
    found = known.get(wanted.lower())
    if found is not None:
        return found
    field = _field_page(wanted)
    if field is not None:
        return field
    names = (*known, *field_paths(), *(name.lower() for name in indicator_ids()))
    near = closest(wanted.lower(), names)
    raise KerjaError(
        f'nothing is called "{subject}"',
        f"did you mean {near}?"
        if near
        else "kerja list checks, kerja list rules, kerja list indicators",
    )


def _named_pages() -> dict[str, str]:
    pages: dict[str, str] = {}
    for check in all_checks():
        pages[check.code.lower()] = pages[check.name] = _check_page(check)
    for rule in all_rules():
        pages[rule.code.lower()] = pages[rule.name] = _rule_page(rule)
    for kind in (*LOADER_FINDINGS.values(), *SHAPE_FINDINGS.values()):
        text = _titled(f"{kind.code} {kind.name}", {"Why": kind.why, "Right": kind.right})
        pages.setdefault(kind.code.lower(), text)
        pages.setdefault(kind.name, text)
    for name, title, parts in ready_pages():
        pages.setdefault(name, _titled(title, parts))
    return pages


def _check_page(check: Check) -> str:
    kind = f"{check.kind.value} {check.severity.value}, family {check.family}"
    prose = _titled(
        f"{check.code} {check.name}",
        {"": check.page.summary, "Kind": kind, "Why": check.page.why},
    )
    examples = (
        f"\n\nBad:\n{textwrap.indent(check.page.bad, '    ')}"
        f"\n\nGood:\n{textwrap.indent(check.page.good, '    ')}"
    )
    return prose + examples + "\n\n" + _paragraph("Source", check.page.source)


def _rule_page(rule: Rule) -> str:
    parts = {
        "": rule.title + ".",
        "Why": rule.why,
        "Evidence": rule.evidence,
        "Basis": _BASES.get(rule.basis, rule.basis),
        "Asks": rule.question,
        "Owner": rule.owner,
    }
    if rule.threshold is not None:
        parts["Threshold"] = f"a {rule.threshold}; overrides set another one, with a reason"
    if rule.supersedes:
        parts["Replaces"] = ", ".join(rule.supersedes)
    if rule.is_gate:
        parts["Gate"] = "open, closed or unknown; it stops no document"
    return _titled(f"{rule.code} {rule.name}", parts)


_BASES = {
    "judgement": "Kerja's judgement",
    "derived": "derived: arithmetic on the profile's own figures",
    "sourced": "sourced: the finding of the source named as evidence",
}


def _field_page(path: str) -> str | None:
    model: type[Section] = Profile
    shape: Shape | None = None
    text = ""
    for name in path.replace("]", "").replace("[", ".").split("."):
        expected = shapes(model)
        if name not in expected:
            if shape is not None and shape.holder in ("list", "listed", "map"):
                continue  # the id of an entry
            return None
        shape = expected[name]
        text = _documentation(model, name)
        model = shape.model or model
    if shape is None:
        return None
    parts = {"": text, "Form": form(shape)}
    if shape.model is not None and not shape.is_fact:
        parts["Keys"] = ", ".join(shapes(shape.model))
    return _titled(path, parts)


def _documentation(model: type[Section], name: str) -> str:
    for own, field in model.model_fields.items():
        if name in (own, field.alias):
            return documentation(model).get(own, "")
    return ""


def form(shape: Shape) -> str:
    """Say in words what is written at a place of a profile."""
    if shape.is_fact:
        kind = getattr(shape.model, "kind", "fact")
        kind = f"one of {', '.join(shape.words)}" if shape.words else kind
        single = f"{kind}, alone or as {{value, year, source, …}}; unknown or TODO(human)"
    elif shape.model is not None:
        single = "section"
    elif shape.words:
        single = f"one of {', '.join(shape.words)}"
    else:
        single = "text" if shape.text else "value"
    many = {
        "list": "list of: ",
        "listed": "list (or none, unknown, TODO(human)) of: ",
        "map": "names, each with: ",
    }
    return many.get(shape.holder, "") + single


def field_paths() -> tuple[str, ...]:
    """Return the dotted path of every field of a profile."""
    return tuple(_paths(Profile, ""))


def _paths(model: type[Section], start: str) -> list[str]:
    found = []
    for name, shape in shapes(model).items():
        path = f"{start}{name}"
        found.append(path)
        if shape.model is not None and not shape.is_fact and path.count(".") < 4:
            found += _paths(shape.model, f"{path}.")
    return found


def _titled(title: str, parts: Mapping[str, str]) -> str:
    return "\n\n".join([title, *(_paragraph(name, text) for name, text in parts.items() if text)])


def _paragraph(name: str, text: str) -> str:
    return textwrap.fill(f"{name}: {text}" if name else text, _WIDTH)
