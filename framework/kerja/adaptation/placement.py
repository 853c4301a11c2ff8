"""Rules on who takes graduates over, and what the last step is where nobody does (TRN)."""

from __future__ import annotations

from dataclasses import replace

from kerja.adaptation.anchors import stands
from kerja.adaptation.change import Addition, Change
from kerja.adaptation.looking import Look, both
from kerja.adaptation.registry import rule
from kerja.adaptation.service_steps import JOB_BOARD_LINK
from kerja.workflow import build_workflow
from kerja.workflow.operations import Operation, Replace

_MATCHING = "job_matching"
_SERVICE = "job_matching.service"
_EMPLOYMENT_SERVICE = "job_matching.public_service"
_NOBODY = "none"


@rule("TRN-10", "no-public-employment-service")
def no_public_employment_service(look: Look) -> Change | None:
    """There is no public employment service to take graduates over

    Why: A step named job matching without anybody who matches is a promise. Boards of partners are
        shown, and no placement is claimed: average effects of training on employment are small,
        and none was detectable in Prakerja's representative sample. A referral to support for a
        business stands before it where the country's work is mostly informal.
    Evidence: McKenzie, World Bank WPS 8011 (2017); AEJ: Economic Policy 2025 (null).
    Basis: judgement
    Asks: Which job boards are partners, and who answers for what they show?
    Owner: ministry of labour
    """
    if not look.denies("job_matching.public_service"):
        return None
    has_matching = stands(look, "job_matching")
    return Change(
        workflow=(Replace(rule="TRN-10", step="job_matching", steps=(JOB_BOARD_LINK,)),)
        if has_matching
        else (),
        settings={"outcomes.placement_claim": "none"},
        documents=(
            Addition(
                "policy-brief",
                "No placement is promised. Graduates are shown the job boards of partners.",
            ),
        ),
    )


@rule("TRN-11", "employment-service-takes-over")
def employment_service_takes_over(look: Look) -> Change | None:
    """A public employment service takes graduates over

    Why: A step that is called job matching and names nobody is done by nobody. The step names the
        service, which agrees beforehand to what it gets and what it answers. A person is handed
        over only on their own wish. No placement is promised. Where there is no such service,
        TRN-10 replaces the step; the two never hold at once, and a referral to support for a
        business (PPL-03) stands before either.
    Evidence: Judgement of the field, recalled; no source was read.
    Basis: judgement
    Asks: Has the service agreed, which data may it see, and does it report who found work?
    Owner: public employment service
    """
    if not both(
        lambda: not look.denies(_EMPLOYMENT_SERVICE), lambda: look.word(_SERVICE) != _NOBODY
    ):
        return None
    service = look.word(_SERVICE)
    return Change(
        workflow=_named(look, service),
        settings={"job_matching.handed_over_to": service},
        documents=(
            Addition(
                "operations-manual",
                f"Graduates who wish it are handed over to {service}. The agreement names the "
                "data, the days within which it answers, and how it reports who found work. The "
                "programme promises no job.",
            ),
            Addition(
                "dpia",
                f"Annex, agreement on data with {service}: name, contact and certificate of "
                "graduates who have agreed, for the offer of jobs, and until when.",
            ),
        ),
    )


def _named(look: Look, service: str) -> tuple[Operation, ...]:
    """Name the service in the step that matches jobs, which stays as it is in all else."""
    if not stands(look, _MATCHING):
        return ()
    step = build_workflow(look.profile)[_MATCHING]
    named = replace(step, name=f"{step.name}: {service}", lane="employment-service", ways=())
    if service in step.name:
        return ()
    return (Replace(rule="TRN-11", step=_MATCHING, steps=(named,)),)
