"""Where in a country's own journey a rule can join the steps that it brings."""

from __future__ import annotations

from kerja.adaptation.looking import Look, at
from kerja.profile import YesNo
from kerja.profile.journey import StepText


def stands(look: Look, step: str) -> bool:
    """Tell whether the journey has a step of that name."""
    return _find(look, step) is not None


def usual_next(look: Look, step: str, *, but: str = "") -> str:
    """Return the step that usually follows, or the one after it if that is `but`; "" for none."""
    found = _find(look, step)
    after = found.next[0].to if found is not None and found.next else ""
    return usual_next(look, after) if after and after == but else after


def refusal(look: Look, step: str) -> str:
    """Return where a person goes who is refused at a step; if nothing says it, the end, else ""."""
    found = _find(look, step)
    if found is not None and len(found.next) > 1:
        return found.next[1].to
    return ending(look)


def ending(look: Look) -> str:
    """Return the first step with which a journey ends; "" for none."""
    return next((one.id for one in look.profile.workflow.steps if one.kind == "end"), "")


def is_denied(look: Look, path: str) -> bool:
    """Tell whether a yes-or-no fact is known to be "no", for a detail that no rule waits for."""
    fact = at(look.profile, path)
    return isinstance(fact, YesNo) and fact.value is False


def is_affirmed(look: Look, path: str) -> bool:
    """Tell whether a yes-or-no fact is known to be "yes", for a detail that no rule waits for."""
    fact = at(look.profile, path)
    return isinstance(fact, YesNo) and fact.value is True


def _find(look: Look, step: str) -> StepText | None:
    return next((one for one in look.profile.workflow.steps if one.id == step), None)
