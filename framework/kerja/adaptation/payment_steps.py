"""Steps that rules on payment bring into the journey, beside those of a cash-out."""

from __future__ import annotations

from kerja.workflow import Step

CONFIRM_ACCOUNT = Step(
    id="confirm_account",
    name="Confirm the account",
    kind="service",
    lane="payment-provider",
    phase="provide",
    needs=("identity",),
    gives=("account",),
)
CHOOSE_CASH_POINT = Step(
    id="choose_cash_point",
    name="Choose where to be paid in cash",
    kind="person",
    lane="applicant",
    phase="enrol",
    needs=("identity", "selected"),
)
RAISE_ACCOUNT_LIMIT = Step(
    id="raise_account_limit",
    name="Help to raise the limit of the account",
    kind="service",
    lane="payment-provider",
    phase="enrol",
    needs=("identity", "selected"),
)
GUARDIAN_ACCOUNT = Step(
    id="guardian_account",
    name="Link the account of a guardian",
    kind="manual",
    lane="payment-provider",
    phase="enrol",
    needs=("identity", "selected"),
    gives=("account",),
)
