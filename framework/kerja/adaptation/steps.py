"""Steps that adaptation rules bring into the journey."""

from __future__ import annotations

from kerja.workflow import Step

PRIVACY_NOTICE = Step(
    id="privacy_notice_and_consent",
    name="Explain and record use of data",
    kind="person",
    lane="applicant",
    phase="assess",
)
VISIT_SERVICE_POINT = Step(
    id="visit_service_point",
    name="Go to a service point",
    kind="person",
    lane="applicant",
    phase="assess",
)
PAPER_OR_TABLET_FORM = Step(
    id="paper_or_tablet_form",
    name="Fill in the form with help",
    kind="manual",
    lane="province",
    phase="assess",
)
STORE_AND_FORWARD_SYNC = Step(
    id="store_and_forward_sync",
    name="Send stored forms on",
    kind="service",
    lane="province",
    phase="assess",
)
RECEIPT_WITH_REFERENCE = Step(
    id="receipt_with_reference",
    name="Hand out a receipt",
    kind="manual",
    lane="province",
    phase="assess",
)
ASSISTED_ACCOUNT_OPENING = Step(
    id="assisted_account_opening",
    name="Help to open an account",
    kind="manual",
    lane="payment-provider",
    phase="enrol",
    needs=("identity", "selected"),
)
SEAT_RESERVATION = Step(
    id="seat_reservation",
    name="Reserve a training place",
    kind="service",
    lane="training-provider",
    phase="enrol",
    needs=("selected",),
)
ATTENDANCE_EVIDENCE = Step(
    id="attendance_evidence",
    name="Prove attendance",
    kind="manual",
    lane="training-provider",
    phase="provide",
    gives=("attendance",),
)
ISSUE_PAYMENT_CODE = Step(
    id="issue_payment_code",
    name="Issue a payment code",
    kind="service",
    lane="programme-office",
    phase="provide",
    needs=("identity",),
    gives=("payment-code",),
)
AGENT_IDENTITY_CHECK = Step(
    id="agent_identity_check",
    name="Check identity at the agent",
    kind="manual",
    lane="payment-provider",
    phase="provide",
    needs=("payment-code",),
    gives=("identity",),
)
CASH_PAID = Step(
    id="cash_paid",
    name="Pay cash against the code",
    kind="payment",
    lane="payment-provider",
    phase="provide",
    needs=("identity", "payment-code"),
    pays="person",
)
AGENT_SETTLEMENT = Step(
    id="agent_settlement",
    name="Settle with the agent",
    kind="service",
    lane="finance",
    phase="provide",
)
