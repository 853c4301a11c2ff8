"""The words of the pictures and texts of a workflow, each under a key for translations."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, str] = {
    "lane.applicant": "Applicant",
    "lane.programme-office": "Programme office",
    "lane.province": "Province",
    "lane.identity-authority": "Identity authority",
    "lane.registry-owners": "Owners of registers",
    "lane.training-provider": "Training provider",
    "lane.payment-provider": "Payment provider",
    "lane.employment-service": "Employment service",
    "lane.civil-society": "Civil society",
    "lane.finance": "Finance",
    "phase.assess": "Assess",
    "phase.enrol": "Enrol",
    "phase.provide": "Provide",
    "phase.manage": "Manage",
    "kind.start": "start",
    "kind.person": "the person acts",
    "kind.service": "a system answers",
    "kind.manual": "an officer decides",
    "kind.decision": "a rule decides",
    "kind.draw": "the lot decides",
    "kind.wait": "waiting",
    "kind.payment": "payment",
    "kind.fork": "begins several things at the same time",
    "kind.join": "goes on once all are done",
    "kind.end": "end",
    "deadline.days": "within {days} days, else",
    "deadline.since": "within {days} days after step {since}, else",
    "deadline.unknown": "in time (days not known), else",
    "ways.other": "otherwise",
    "ways.together": "at the same time",
    "join.waits": "waits for steps {steps}",
    "limit.once": "once at most, then",
    "limit.times": "{times} times at most, then",
    "legend.money": "the person receives money",
    "legend.usual": "usual way",
    "legend.other": "other way, to step",
    "legend.deadline": "deadline, then to step",
    "legend.rule": "brought in by the rule named",
    "picture.description": "Journey of a participant in {steps} steps, by who acts.",
}
"""Key -> English words. An outcome ("not drawn") or the word for a change is its own key."""


def word(key: str, labels: Mapping[str, str], **parts: object) -> str:
    """Return the words under a key, translated if `labels` has it, with the parts filled in."""
    text = labels.get(key) or LABELS.get(key, key)
    for name, part in parts.items():
        text = text.replace("{" + name + "}", str(part))
    return text
