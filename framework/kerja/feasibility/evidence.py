"""What the facts of a country say about a condition: it holds, it does not, or nobody knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from kerja.adaptation import is_inherited
from kerja.adaptation.looking import at
from kerja.feasibility.checkable import checkable
from kerja.feasibility.coverage import Cover, budget_cover, place_cover
from kerja.feasibility.ladder import Asks, Condition, Found
from kerja.profile import Figure, Money, Profile, WordList, Words, YesNo
from kerja.profile.currencies import own_number
from kerja.profile.packages import package

BUDGET_COVER = "readiness.budget_of_quota"
PLACE_COVER = "readiness.places_of_quota"
CHECKABLE = "readiness.rules_checkable"
DOCUMENTS = "institutions.documents"


@dataclass
class Evidence:
    """The facts of one profile. What comes from the model is not known of the country."""

    profile: Profile

    def at_least(self, path: str, wanted: float, *, judged: bool = True) -> Condition:
        """Ask whether a figure reaches a threshold; where only a range is known, all of it."""
        return self._held(path, Asks.AT_LEAST, self._ends(path), wanted, judged=judged)

    def at_most(self, path: str, wanted: float, *, judged: bool = True) -> Condition:
        """Ask whether a figure stays at or under a threshold."""
        return self._held(path, Asks.AT_MOST, self._ends(path), wanted, judged=judged)

    def yes(self, path: str) -> Condition:
        """Ask whether a yes-or-no fact is yes."""
        return self._answer(path, Asks.YES)

    def no(self, path: str) -> Condition:
        """Ask whether a yes-or-no fact is no."""
        return self._answer(path, Asks.NO)

    def word(self, path: str, *wanted: str) -> Condition:
        """Ask whether a word is one of those wanted."""
        value = self._value(path)
        found = value.value if isinstance(value, Words) else value
        if not isinstance(found, str):
            return Condition(path, Asks.WORD, None, wanted=wanted, lacks=(path,))
        return Condition(path, Asks.WORD, found in wanted, found, wanted)

    def stated(self, path: str) -> Condition:
        """Ask whether something is stated at all. Silence is unknown and never a no."""
        value = self._value(path)
        if isinstance(value, Figure) and self._ends(path) is not None:
            return Condition(path, Asks.STATED, holds=True, found=self._found(path))
        if isinstance(value, Words) and value.value is not None:
            return Condition(path, Asks.STATED, holds=True, found=value.value)
        if isinstance(value, str):
            return Condition(path, Asks.STATED, holds=True, found=value)
        return Condition(path, Asks.STATED, None, lacks=(path,))

    def count(self, path: str, wanted: int) -> Condition:
        """Ask whether a list has at least so many entries."""
        value = self._value(path)
        listed = value.value if isinstance(value, WordList) else None
        ends = None if listed is None else (float(len(set(listed))),) * 2
        return self._held(path, Asks.AT_LEAST, ends, wanted, judged=True)

    def includes(self, path: str, *wanted: str) -> Condition:
        """Ask whether a list names one of the words. A list that does not is no denial."""
        value = self._value(path)
        listed = value.value if isinstance(value, WordList) and value.value else ()
        found = [word for word in wanted if word in listed]
        holds = True if found else None
        lacks = () if found else (path,)
        return Condition(path, Asks.WORD, holds, ", ".join(found) or None, wanted, lacks=lacks)

    def how_many(self, wanted: int, *paths: str) -> Condition:
        """Ask whether at least so many of several yes-or-no facts are yes."""
        answers = {path: self._truth(path) for path in paths}
        sure = sum(answer is True for answer in answers.values())
        unsure = tuple(path for path, answer in answers.items() if answer is None)
        ends = (float(sure), float(sure + len(unsure)))
        return self._held(paths[0], Asks.AT_LEAST, ends, wanted, judged=True, lacks=unsure)

    def step(self, name: str, item: str, level: int) -> Condition:
        """Ask whether the country's own journey has a step, or a document shows the practice.

        A journey without the step is no denial: nothing is concluded from silence.
        """
        path = f"workflow.steps[{name}]"
        steps = {step.id for step in self.profile.workflow.steps}
        if name in steps and not is_inherited(self.profile, path):
            return Condition(path, Asks.STATED, holds=True, found=name)
        return self.shown(item, level)

    def document(self, name: str) -> Condition:
        """Ask whether a document is in force."""
        path = f"{DOCUMENTS}[{name}].in_force"
        documents = self.profile.institutions.documents
        given = "documents" in self.profile.institutions.model_fields_set and documents.is_known
        found = [d.in_force.value for d in documents.items if d.id == name and d.in_force]
        if found and found[0] is not None:
            return Condition(path, Asks.YES, found[0], found[0])
        if given and not documents.items:  # written `none`
            return Condition(path, Asks.YES, holds=False, found=False)
        return Condition(path, Asks.YES, None, lacks=(path,))

    def shown(self, item: str, level: int) -> Condition:
        """Ask whether a document in force shows that an item of the checklist has a level.

        Documents say it themselves, in `proves`: "P7.2" is level 2 of P7.
        """
        path = f"{DOCUMENTS}.proves"
        proved = [
            int(said.partition(".")[2])
            for document in self.profile.institutions.documents.items
            if document.in_force is not None and document.in_force.value
            for said in document.proves
            if said.partition(".")[0] == item
        ]
        wanted = (f"{item}.{level}",)
        if not proved:
            return Condition(path, Asks.SHOWN, None, wanted=wanted, lacks=(path,))
        best = max(proved)
        return Condition(path, Asks.SHOWN, best >= level, f"{item}.{best}", wanted)

    def own_amounts(self) -> Condition:
        """Ask whether the amounts of the benefits are the country's own and not the model's."""
        path = "programme.benefits"
        known = [b for b in self.profile.programme.benefits.items if b.amount and b.amount.is_known]
        copied = [is_inherited(self.profile, f"{path}[{benefit.id}].amount") for benefit in known]
        if not known:
            return Condition(path, Asks.STATED, None, lacks=(path,))
        return Condition(path, Asks.STATED, not all(copied))

    def balance_covers_payment(self) -> Condition:
        """Ask whether the simplest account may hold the largest single payment of cash."""
        path = "wallets.low_tier_max_balance"
        payments = [part.payment.amount for part in package(self.profile).cash]
        known = [payment.number for payment in payments if payment is not None]
        if not payments or len(known) < len(payments):
            return Condition(path, Asks.AT_LEAST, None, lacks=("programme.benefits",))
        value = self._value(path)
        balance = own_number(value, self.profile) if isinstance(value, Money) else None
        ends = None if balance is None else (balance, balance)
        return self._held(path, Asks.AT_LEAST, ends, max(known), judged=False)

    def budget_covers(self, wanted: float) -> Condition:
        """Ask whether the budget of a year pays for this part of the places offered."""
        return self._covered(BUDGET_COVER, self._budget, wanted)

    def places_cover(self, wanted: float) -> Condition:
        """Ask whether training places are free for this part of the places offered."""
        return self._covered(PLACE_COVER, self._places, wanted)

    def rules_checkable(self, wanted: float) -> Condition:
        """Ask whether this part of the rules of eligibility can be checked with data."""
        return self._covered(CHECKABLE, self._checkable, wanted)

    def cover(self, key: str) -> Cover:
        """Return one of the three computed shares, by its key."""
        computed: dict[str, Callable[[], Cover]] = {
            BUDGET_COVER: lambda: self._budget,
            PLACE_COVER: lambda: self._places,
            CHECKABLE: lambda: self._checkable,
        }
        return computed[key]()

    @cached_property
    def _budget(self) -> Cover:
        return budget_cover(self.profile)

    @cached_property
    def _places(self) -> Cover:
        return place_cover(self.profile)

    @cached_property
    def _checkable(self) -> Cover:
        return checkable(self.profile)

    def _covered(self, key: str, cover: Cover, wanted: float) -> Condition:
        lacks = cover.lacks
        return self._held(key, Asks.AT_LEAST, cover.ends, wanted, judged=True, lacks=lacks)

    def _value(self, path: str) -> object:
        value = at(self.profile, path)
        return None if value is not None and is_inherited(self.profile, path) else value

    def _ends(self, path: str) -> tuple[float, float] | None:
        value = self._value(path)
        if not isinstance(value, Figure):
            return None
        if value.number is not None:
            return float(value.number), float(value.number)
        chosen = value.chosen
        if chosen.low is not None and chosen.high is not None:
            return float(chosen.low.number), float(chosen.high.number)
        return None

    def _found(self, path: str) -> Found:
        return _one(self._ends(path))

    def _held(
        self,
        path: str,
        asks: Asks,
        ends: Sequence[float] | None,
        wanted: float,
        *,
        judged: bool,
        lacks: tuple[str, ...] = (),
    ) -> Condition:
        if ends is None:
            lacks = lacks or (path,)
            return Condition(path, asks, None, None, float(wanted), judged, lacks)
        low, high = ends
        answers = {low >= wanted, high >= wanted}
        if asks is Asks.AT_MOST:
            answers = {low <= wanted, high <= wanted}
        holds = answers.pop() if len(answers) == 1 else None
        missing = (lacks or (path,)) if holds is None else ()
        return Condition(path, asks, holds, _one((low, high)), float(wanted), judged, missing)

    def _truth(self, path: str) -> bool | None:
        value = self._value(path)
        return value.value if isinstance(value, YesNo) else None

    def _answer(self, path: str, asks: Asks) -> Condition:
        found = self._truth(path)
        if found is None:
            return Condition(path, asks, None, lacks=(path,))
        return Condition(path, asks, found is (asks is Asks.YES), found)


def _one(ends: tuple[float, float] | None) -> Found:
    """Return one number for a range of one."""
    return ends[0] if ends is not None and ends[0] == ends[1] else ends
