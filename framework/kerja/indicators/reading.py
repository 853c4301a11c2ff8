"""A reading: the value of one indicator for one country, with all that must be said beside it."""

from __future__ import annotations

from dataclasses import dataclass

from kerja.indicators.indicator import Basis, Nature
from kerja.indicators.mark import Mark
from kerja.indicators.subject import Design
from kerja.indicators.term import Input


@dataclass(frozen=True, slots=True)
class Lack:
    """A field that is missing, and who can give it.

    `state` is absent (not looked for), unknown (not published) or to-decide; `published` says where
    such figures are published, "" if not known.
    """

    path: str
    state: str
    ask: str
    published: str = ""


@dataclass(frozen=True, slots=True)
class Amounts:
    """An amount of money in three units; None where the rate is not known.

    `own` is in `currency` (ISO 4217), `usd` at the average rate of a year, `ppp` in international
    dollars.
    """

    own: float
    currency: str
    usd: float | None
    ppp: float | None


@dataclass(frozen=True, slots=True)
class About:
    """Whom a reading is of: what must be known to compare it with another.

    `status` is that of the programme; `design` its benefits, which tell apart two designs under one
    name.
    """

    name: str
    programme: str
    status: str
    design: Design


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of an indicator, in its unit, or what is missing.

    `value` is None where only a range is known, or nothing. `low` and `high` are the same as
    `value` if there is no range; one of them is None if the range has no end there: `note` says
    why. Without any number, `lacks` names what is missing; if it is empty, `note` says why there is
    no number. `inputs` are the figures behind it. `amounts` are of `value`, of `low` and of `high`
    for an indicator of money.
    """

    indicator: str
    about: About
    value: float | None
    low: float | None
    high: float | None
    basis: Basis
    inputs: tuple[Input, ...] = ()
    lacks: tuple[Lack, ...] = ()
    note: str = ""
    nature: Nature = ""
    marks: tuple[Mark, ...] = ()
    amounts: Amounts | None = None
    amounts_low: Amounts | None = None
    amounts_high: Amounts | None = None

    @property
    def is_known(self) -> bool:
        """True if there is a value or at least an end of a range."""
        return any(number is not None for number in (self.value, self.low, self.high))

    @property
    def is_range(self) -> bool:
        """True if it is more than one number."""
        return self.is_known and (self.low is None or self.low != self.high)

    @property
    def amounts_of_any(self) -> Amounts | None:
        """The amounts of the value or of an end; None unless the indicator is of money."""
        return self.amounts or self.amounts_low or self.amounts_high

    @property
    def year(self) -> int | None:
        """The newest year of its inputs; None if none says one."""
        return max((one.year for one in self.inputs if one.year is not None), default=None)
