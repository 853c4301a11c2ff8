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
ACCOMPANY_APPLICANTS = Step(
    id="accompany_applicants",
    name="Accompany applicants",
    kind="manual",
    lane="civil-society",
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
PREPAYMENT_CONTROL_SAMPLE = Step(
    id="prepayment_control_sample",
    name="Check a sample before payment",
    kind="manual",
    lane="programme-office",
    phase="provide",
)
CHOOSE_ALTERNATIVE_DOCUMENT = Step(
    id="choose_alternative_document",
    name="Show another document",
    kind="person",
    lane="applicant",
    phase="assess",
)
LOCAL_AUTHORITY_ATTESTATION = Step(
    id="local_authority_attestation",
    name="Attest who the person is",
    kind="manual",
    lane="province",
    phase="assess",
)
PROVISIONAL_PROGRAMME_ID = Step(
    id="provisional_programme_id",
    name="Give a provisional number",
    kind="service",
    lane="programme-office",
    phase="assess",
    gives=("identity",),
)
ID_ENROLMENT_REFERRAL = Step(
    id="id_enrolment_referral",
    name="Refer to identity registration",
    kind="service",
    lane="identity-authority",
    phase="assess",
    needs=("identity",),
)
VERIFY_IDENTITY_BATCH_FILE = Step(
    id="verify_identity_batch_file",
    name="Compare identity by nightly file",
    kind="service",
    lane="identity-authority",
    phase="assess",
    gives=("identity",),
)
REVIEW_IDENTITY_MATCH = Step(
    id="review_identity_match",
    name="Look at an unclear match",
    kind="manual",
    lane="programme-office",
    phase="assess",
    gives=("identity",),
)
DEDUPLICATE_FUZZY = Step(
    id="deduplicate_fuzzy",
    name="Look for double applications",
    kind="service",
    lane="programme-office",
    phase="assess",
    needs=("identity",),
)
WALLET_KYC_AS_SECOND_FACTOR = Step(
    id="wallet_kyc_as_second_factor",
    name="Compare the holder of the account",
    kind="service",
    lane="payment-provider",
    phase="enrol",
    needs=("identity", "account"),
)
SELF_DECLARATION = Step(
    id="self_declaration",
    name="Declare to be eligible",
    kind="person",
    lane="applicant",
    phase="assess",
    needs=("identity",),
)
SAMPLE_VERIFICATION = Step(
    id="sample_verification",
    name="Check a sample of declarations",
    kind="manual",
    lane="programme-office",
    phase="assess",
    needs=("identity",),
)
BATCH_BLACKLIST_MATCH = Step(
    id="batch_blacklist_match",
    name="Compare with exclusion lists",
    kind="service",
    lane="registry-owners",
    phase="enrol",
    needs=("identity", "eligible"),
)
GROUP_ORIENTATION_SESSION = Step(
    id="group_orientation_session",
    name="Introduce the programme to a group",
    kind="manual",
    lane="province",
    phase="enrol",
    needs=("selected",),
)
