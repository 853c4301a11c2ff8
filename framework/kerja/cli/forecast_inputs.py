"""The uncertain inputs of a forecast as text: value taken, lowest, highest, and what they rest on.

A favourable value never stands alone: the lowest and the highest are beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kerja.cli.lines import listed
from kerja.forecast import Ground, Input, Scheme

_FEW = 10


def inputs_text(
    scheme: Scheme, values: Iterable[float], resting: Sequence[Ground]
) -> Iterator[str]:
    """Yield the list of what is uncertain in a scheme, with its values in the base world."""
    grounds = {one.key: one for one in resting}
    yield from listed(
        "Uncertain, with the value of the base world, the lowest and the highest",
        [
            f"{one.key}: {said(value, one)}, of {said_ends(one)}; {_rests(one, grounds)}"
            for one, value in zip(scheme.inputs, values, strict=True)
        ],
    )


def said(value: float, one: Input) -> str:
    """Write a value of an input: shares in percent, days and persons as they are."""
    if one.unit == "share":
        return f"{value:.1%}"
    if one.unit == "days":
        return f"{value:,.1f} days"
    return f"{value:,.0f}" if value >= _FEW else f"{value:,.2g}"


def said_ends(one: Input) -> str:
    """Write the lowest and the highest value of an input."""
    return f"{said(one.range.low, one)} to {said(one.range.high, one)}"


def _rests(one: Input, grounds: dict[str, Ground]) -> str:
    if one.is_unknown:
        return "nobody says anything, so it is all that is possible"
    ground = grounds.get(one.key, Ground(one.key))
    source = f"{ground.named} ({ground.source})" if ground.named else ground.source
    parts = [
        source or "no source is named",
        str(ground.year or ""),
        ground.confidence,
        f"rests on {ground.rests_on}" if ground.rests_on else "",
        "of the model, not of the country" if ground.is_inherited else "",
        "" if one.range.mode is not None else "no likeliest value, so the middle",
    ]
    return ", ".join(part for part in parts if part)
