"""The reference pages of docs/, written from the models, the checks and the rules."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator

from kerja.adaptation import Rule
from kerja.checks import Check
from kerja.cli.pages import form
from kerja.profile import Profile, Section
from kerja.profile.facts import Assumption, Fact, Figure
from kerja.profile.section import documentation
from kerja.profile.shapes import Shape, shapes
from kerja.source import FindingKind

_PROFILE_HEAD = """# The profile, field by field

Generated from the models: change the docstrings in `framework/kerja/profile/`, then `make docs`.

A profile is one YAML file. Start from [a shipped country](../country_profiles/khm.yaml) or an
[example](../examples/cambodia/profile.yaml). Leave out what you have not looked for; write
`unknown` for what is not published, `TODO(human) who decides` for what somebody must decide. None
of the three is ever taken as zero.

- **Figures**: `147.7 million`, `8.5%`, `IDR 3.5 million`, `4072.4 KHR/USD`, `89_878`. Digits are
  grouped by `_` or not at all. Scale words: thousand, million, billion, trillion, lakh, crore.
- **Long form**: any figure or fact may be written `{value: 33%, year: 2021, source: findex-2021}`.
- **`basis:`** in a section holds for the figures of its own file and section; `for:` lists parts.
- **`measurements:` and `use:`** where sources differ: each measurement has an `id`, `use` names the
  one that computes, the others are shown beside it.
- **`extends:`** names one parent. Maps merge by key, lists by `id`, a figure is replaced whole,
  `[]` empties a list, `key: null` deletes, `{id: x, remove: true}` deletes an item.
- **Text** stays text: `NO`, `012`, `12:30` are what they look like. Facts that hold or not take
  `yes` and `no`.

`kerja explain wallets.rails.kyc` prints the entry of one field.
"""

_CHECKS_HEAD = """# Checks

Generated from the docstrings of `framework/kerja/checks/`; `kerja explain CODE` prints one. A
*fault* contradicts itself or the language; errors stop a build. A *feasibility* finding says that
the design does not fit the country; it never stops anything and is printed first.
"""

_RULES_HEAD = """# Adaptation rules

Generated from the docstrings of `framework/kerja/adaptation/`; `kerja explain PAY-01` prints one. A
rule acts only on what is known. Within a tenth of a threshold that is Kerja's judgement it advises
and changes nothing; where measurements disagree it is *sensitive* and asks.
"""

_FORMS = {
    "count": "a number of persons or things",
    "share": "a part of a whole, `8.5%`",
    "rate": "a rate that may be negative, `-0.4%`",
    "number": "a number with the unit that the field states",
    "money": "an amount with its ISO 4217 code, `KHR 280_000`",
    "yes or no": "`yes` or `no`",
    "text": "text",
    "list of text": "a list of words",
    "assumption": "`{low, mode, high, shape, rests_on}`",
}


def profile_page() -> str:
    """Return docs/profile.md."""
    parts = [_PROFILE_HEAD, *_fact_forms(), "## The sections\n\n" + _table(Profile)]
    seen: set[type[Section]] = {Profile}
    for name, shape in shapes(Profile).items():
        if shape.model is not None and not shape.is_fact:
            parts += _sections(name, shape.model, seen)
    return "\n".join(parts)


def _fact_forms() -> Iterator[str]:
    yield "## Facts and figures\n"
    yield "\n".join(f"- *{kind}*: {text}" for kind, text in _FORMS.items()) + "\n"
    yield "Keys of the long form:\n\n" + _table(Fact)
    figure = {n: s for n, s in shapes(Figure).items() if n not in shapes(Fact)}
    yield "Keys of a figure besides:\n\n" + _table(Figure, figure)
    assumption = {n: s for n, s in shapes(Assumption).items() if n not in shapes(Fact)}
    yield "Keys of an assumption:\n\n" + _table(Assumption, assumption)


def _sections(path: str, model: type[Section], seen: set[type[Section]]) -> Iterator[str]:
    if model in seen:
        return
    seen.add(model)
    yield f"## {path}\n\n{_first(model)}\n\n{_table(model)}"
    for name, shape in shapes(model).items():
        if shape.model is not None and not shape.is_fact:
            yield from _sections(f"{path}.{name}", shape.model, seen)


def _first(model: type[Section]) -> str:
    return " ".join((inspect.getdoc(model) or "").split("\n\n")[0].split())


def _table(model: type[Section], chosen: dict[str, Shape] | None = None) -> str:
    texts = documentation(model)
    by_alias = {field.alias or name: name for name, field in model.model_fields.items()}
    rows = [
        f"| `{name}` | {_cell(_form(shape))} | {_cell(texts.get(by_alias[name], ''))} |"
        for name, shape in (chosen or shapes(model)).items()
    ]
    return "\n".join(["| key | form | meaning |", "|---|---|---|", *rows]) + "\n"


def _form(shape: Shape) -> str:
    if shape.is_fact and shape.holder == "one":
        return str(getattr(shape.model, "kind", "fact"))
    return form(shape)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def checks_page(checks: Iterable[Check], kinds: Iterable[FindingKind]) -> str:
    """Return docs/checks.md."""
    lines = [_CHECKS_HEAD]
    for check in checks:
        lines += [
            f"## {check.code} {check.name}",
            "",
            check.page.summary,
            "",
            f"*{check.kind.value}, {check.severity.value}.* {check.page.why}",
            "",
            *_example("Bad", check.page.bad),
            *_example("Good", check.page.good),
            f"Source: {check.page.source}",
            "",
        ]
    lines += [
        "# Findings of text and shape",
        "",
        "| code | name | why | right |",
        "|---|---|---|---|",
    ]
    lines += [f"| {k.code} | {k.name} | {_cell(k.why)} | {_cell(k.right)} |" for k in kinds]
    return "\n".join(lines) + "\n"


def _example(title: str, yaml: str) -> list[str]:
    return [f"{title}:", "", "```yaml", yaml, "```", ""]


def rules_page(rules: Iterable[Rule]) -> str:
    """Return docs/rules.md."""
    lines = [_RULES_HEAD]
    for rule in rules:
        lines += [
            f"## {rule.code} {rule.name}",
            "",
            f"**{rule.title}.**",
            "",
            rule.why,
            "",
            f"- Evidence: {rule.evidence}",
            f"- Basis: {rule.basis}",
            f"- Asks: {rule.question}",
            f"- Owner: {rule.owner}",
            *([f"- Replaces: {', '.join(rule.supersedes)}"] if rule.supersedes else []),
            *(["- Gate: open, closed or unknown; it stops no document"] if rule.is_gate else []),
            "",
        ]
    return "\n".join(lines)
