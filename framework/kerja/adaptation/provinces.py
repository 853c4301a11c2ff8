"""Rule on delivery by provinces: which steps they carry out, who pays, who reports (INS)."""

from __future__ import annotations

from dataclasses import replace

from kerja.adaptation.change import Addition, Change
from kerja.adaptation.looking import Look
from kerja.adaptation.registry import rule
from kerja.workflow import Step, build_workflow
from kerja.workflow.operations import Replace

_MOVED = ("grievance",)
"""Steps of the usual journey that a province takes on: a complaint is settled where it is made."""
_PROPOSED = ("appeal", "verify_identity", "release_provider_payment", "job_matching")
"""Steps that a province could take on; a person decides each."""


@rule("INS-05", "provinces-deliver")
def provinces_deliver(look: Look) -> Change | None:
    """Provinces or municipalities deliver

    Why: Reach from the top down needs somebody at each level. Help with an application and a
        complaint are settled nearest to the person: where the design has them, the province acts.
        Whether it also decides appeals or pays providers moves power and money, and nothing of
        that is moved without a decision.
    Evidence: Press text on Prakerja and other countries (2024, promotional: a claim), which names
        reach from the top down as a condition.
    Basis: judgement
    Asks: Which steps does a province carry out, who pays for them, and who reports to whom?
    Owner: cabinet
    """
    if look.denies("institutions.decentralised_delivery"):
        return None
    steps = {step.id: step for step in build_workflow(look.profile)}
    moved = [steps[name] for name in _MOVED if name in steps and _is_central(steps[name])]
    further = [steps[name].name for name in _PROPOSED if name in steps]
    return Change(
        workflow=tuple(
            Replace(rule="INS-05", step=step.id, steps=(replace(step, lane="province", ways=()),))
            for step in moved
        ),
        settings={"delivery.by_province": ("help with applications", "complaints")},
        proposals=(
            "the province helps with applications and settles complaints; the office does the rest",
            *((f"the province does these steps as well: {', '.join(further)}",) if further else ()),
            "the office does every step, with staff of its own in the provinces",
        ),
        documents=(
            Addition(
                "operations-manual",
                "Provinces help with applications and settle complaints. For each such step the "
                "manual names the provincial office, who pays it, and to whom it reports, by when.",
            ),
            Addition(
                "cabinet-memo",
                "Provinces deliver: what they do, from which budget it is paid, and to whom they "
                "report is agreed with them before the first round.",
            ),
        ),
    )


def _is_central(step: Step) -> bool:
    return step.lane == "programme-office"
