"""Rules on the people: literacy, languages, kind of work, disability, return from abroad (PPL)."""

from __future__ import annotations

from kerja.adaptation.anchors import stands
from kerja.adaptation.change import Addition, Change, ExtraCost
from kerja.adaptation.looking import Comparison, LacksError, Look, either
from kerja.adaptation.registry import rule
from kerja.adaptation.service_steps import ENTERPRISE_SUPPORT, INTEREST_CHECK
from kerja.workflow.operations import InsertBefore, Replace

_LOW_LITERACY = 0.80
_ONE_LANGUAGE = 0.90
_MOSTLY_INFORMAL = 0.70
_MOSTLY_FARMING = 0.40
_SOME_DISABLED = 0.02


@rule("PPL-01", "low-adult-literacy", threshold="share")
def low_adult_literacy(look: Look) -> Change | None:
    """Fewer than 80 % of adults can read and write

    Why: A test and a form in writing keep out those who need training most, and bring in people
        who fill in forms for money. What interests a person can be asked aloud or in pictures.
    Evidence: Kerja's judgement; no source was found for the threshold.
    Basis: judgement
    Asks: Who teaches reading, writing and arithmetic to those who lack them?
    Owner: ministry of education
    """
    if not look.below("population.adult_literacy", _LOW_LITERACY):
        return None
    has_test = stands(look, "aptitude_test")
    return Change(
        workflow=(Replace(rule="PPL-01", step="aptitude_test", steps=(INTEREST_CHECK,)),)
        if has_test
        else (),
        settings={
            "ui.voice_guidance": True,
            "training.foundation_module": "reading, writing and arithmetic",
            "aptitude_test.scored": False,
        },
        documents=(
            Addition(
                "operations-manual",
                "Interests are asked aloud or in pictures and are not scored. Help with the form "
                "is free; nobody may fill it in for money.",
            ),
        ),
    )


@rule("PPL-02", "no-language-reaches-nearly-all", threshold="share")
def no_language_reaches_nearly_all(look: Look) -> Change | None:
    """The most used language is understood by fewer than 90 % of people

    Why: A refusal that a person cannot read cannot be appealed against. Notices, forms and the
        telephone line speak every official language; a course says in which it is given.
    Evidence: UN Principles for Responsible Digital Payments (2021), the user's view.
    Basis: judgement
    Asks: In which languages must a notice be given so that it is valid?
    Owner: ministry of justice
    """
    if not look.below("population.largest_language_share", _ONE_LANGUAGE):
        return None
    spoken = look.profile.country.languages
    listed = tuple(spoken.value or ()) if spoken is not None else ()
    return Change(
        settings={
            "ui.languages": listed or "every official language",
            "training.catalogue_language_tag": "required",
        },
        costs=(
            ExtraCost(
                line="language versions",
                formula="official languages but the first × cost of one language version",
                needs=("country.languages", "costs.language_version"),
            ),
        ),
        documents=(
            Addition(
                "communication-plan",
                "Every notice, form and answer exists in each official language; a course says in "
                "which language it is given.",
            ),
        ),
    )


@rule("PPL-03", "mostly-informal-or-farming", threshold="share")
def mostly_informal_or_farming(look: Look) -> Change | None:
    """More than 70 % of employment is informal, or more than 40 % is in agriculture

    Why: Where few jobs pay a wage, a wage job is the wrong measure of success. Earnings and a
        business begun stand beside the ministry's own employment target, not in its place. Where
        effects of Prakerja on own-account work were published, +2.8 percentage points came from
        applicants with telephones; in the representative sample no effect on employment was
        detectable. Where a referral to job matching exists too, both stand in a row.
    Evidence: Kompas, 3 December 2021 (J-PAL, LPEM: +2.8 points); AEJ: Economic Policy 2025 (null).
    Basis: judgement
    Asks: Who lends or gives what a new business needs?
    Owner: ministry of labour
    """
    if not either(
        lambda: _exceeds(look, "informal_share", _MOSTLY_INFORMAL),
        lambda: _exceeds(look, "agriculture_share", _MOSTLY_FARMING, is_settable=False),
    ):
        return None
    has_matching = stands(look, "job_matching")
    return Change(
        workflow=(InsertBefore(rule="PPL-03", before="job_matching", steps=(ENTERPRISE_SUPPORT,)),)
        if has_matching
        else (),
        settings={
            "outcomes.beside_employment": ("earnings", "business begun"),
            "training.catalogue_mix.self_employment_share": 0.5,
            "calendar.avoid": "months of planting and harvest",
        },
        documents=(
            Addition(
                "me-framework",
                "Earnings and businesses begun are measured beside the employment target. "
                "Published effects are quoted in full: the null one beside the favourable one.",
            ),
        ),
    )


def _exceeds(look: Look, name: str, threshold: float, *, is_settable: bool = True) -> bool:
    path = f"labour_force.{name}"
    figure = look.profile.labour_force.best(name)
    if figure is None or figure.number is None:
        raise LacksError(path)
    look.read.append(path)
    held = Comparison(path, float(figure.number), threshold, judged=True)
    return look.exceeds(held, is_settable=is_settable)


@rule("PPL-04", "people-with-disabilities", threshold="share")
def people_with_disabilities(look: Look) -> Change | None:
    """More than 2 % of people live with a disability

    Why: 3 % of those whom Prakerja reached had a disability; they came because pages and courses
        could be used. Places kept for a group touch on equal treatment, so they are proposed and
        not applied.
    Evidence: Palpres, 5 June 2024 (3 % of recipients).
    Basis: judgement
    Asks: Are places kept for people with a disability, and who confirms it?
    Owner: ministry of social affairs
    """
    share = look.number("population.disability_share")
    if not look.exceeds(
        Comparison("population.disability_share", share, _SOME_DISABLED, judged=True)
    ):
        return None
    return Change(
        settings={"ui.wcag": "2.1-AA", "training.accessible_tag": "required"},
        proposals=(
            f"keep {share:.1%} of places for people with a disability, after a legal opinion",
            "no places kept: pages and courses that everybody can use, and the share published",
        ),
        documents=(
            Addition(
                "accreditation-guideline",
                "A course says who can use it: ramps, sign language, subtitles, screen readers.",
            ),
        ),
    )


@rule("MIG-01", "returnees-skills-not-recognised")
def returnees_skills_not_recognised(look: Look) -> Change | None:
    """Skills learnt abroad are not certified

    Why: Who comes home with a skill and no paper is sent to a course on what they know. A test of
        what was learnt says which parts they need not take. Nobody certifies it yet, so no step is
        brought in before somebody does.
    Evidence: ILO Recommendation 195 (2004) on the recognition of prior learning, recalled; not
        read.
    Basis: judgement
    Asks: Who assesses what was learnt abroad, and does the certificate count like a course's?
    Owner: training authority
    """
    if look.denies("migration.returnees.eligible"):
        return None
    if not look.denies("migration.returnees.recognition_of_prior_learning"):
        return None
    return Change(
        proposals=(
            "a test of what was learnt, and a course only for what is missing",
            "a test that gives the certificate by itself; the body that certifies has to agree",
            "no test: who returns takes the same course as everybody",
        ),
        documents=(
            Addition(
                "operations-manual",
                "Who returns from work abroad is asked what they learnt. Until a body certifies "
                "it, they choose a course as everybody does.",
            ),
        ),
    )
