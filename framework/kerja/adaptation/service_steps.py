"""Steps that rules on people and services bring into the journey."""

from __future__ import annotations

from kerja.workflow import Step

INTEREST_CHECK = Step(
    id="interest_check",
    name="Ask for interests aloud",
    kind="person",
    lane="applicant",
    phase="assess",
)
ENTERPRISE_SUPPORT = Step(
    id="enterprise_support_referral",
    name="Refer to support for a business",
    kind="manual",
    lane="employment-service",
    phase="manage",
)
JOB_BOARD_LINK = Step(
    id="job_board_link",
    name="Show job boards of partners",
    kind="service",
    lane="programme-office",
    phase="manage",
)
