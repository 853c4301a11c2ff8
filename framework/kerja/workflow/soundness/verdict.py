"""What a proof says of a workflow: sound, unsound and why, or unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Property = Literal["option to complete", "proper completion", "no dead transitions"]
Status = Literal["sound", "unsound", "unknown"]


@dataclass(frozen=True, slots=True)
class Failure:
    """A property that does not hold (van der Aalst, Verification of Workflow Nets, 1997, Def. 7).

    - option to complete: from wherever a person comes to, an end can be reached;
    - proper completion: when an end is reached nothing else is left to be done; that a step is
      under way twice at once is counted here, for in such a net it only comes with a fault;
    - no dead transitions: every step can be begun.

    `steps` are those concerned; `path` the steps done from the start until it shows, a shortest
    one where the states could all be seen, empty for a step that is never begun; `reason` what
    is seen there, in words.
    """

    property: Property
    steps: tuple[str, ...]
    path: tuple[str, ...]
    reason: str

    def __str__(self) -> str:
        done = f"{' → '.join(self.path)} done; " if self.path else ""
        return f"{self.property} fails: {done}{self.reason}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a proof; `reason` says why it is unknown, "" otherwise."""

    status: Status
    failures: tuple[Failure, ...] = ()
    reason: str = ""

    def __str__(self) -> str:
        lines = [f"{self.status}: {self.reason}" if self.reason else self.status]
        return "\n".join([*lines, *(f"  {failure}" for failure in self.failures)])
