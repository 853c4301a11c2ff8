"""Sections on identity, registers, payment rails and digital access."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from kerja.profile.facts import Count, Money, Number, Share, WordList, Words, YesNo
from kerja.profile.openness import Listed, Sourced
from kerja.profile.patterns import safe_pattern
from kerja.profile.section import Section, absent


class Identity(Section):
    """How a person proves who they are."""

    document: Words | None = None
    """The proof that the programme asks for."""
    number_format: Annotated[str | None, AfterValidator(safe_pattern)] = None
    """Form of the number: character classes and counts only, "[0-9]{9}"."""
    check_digit: Literal["none", "mod-11", "mod-10", "luhn"] | None = None
    """Algorithm of the check digit."""
    alternatives: WordList | None = None
    """Other proofs that are accepted."""
    online: Words | None = None
    """Name of the on-line identity service."""
    coverage_adults: Share | None = None
    """Share of adults who hold the document."""
    unique_number: YesNo | None = None
    """Whether one person has exactly one number."""
    online_verification: YesNo | None = None
    """Whether the programme can check a number on line."""
    verify_fee: Money | None = None
    """Fee for one check."""
    liveness_available: YesNo | None = None
    """Whether a face or liveness check is available."""
    biometric_lawful: YesNo | None = None
    """Whether the programme may use biometrics."""


class Register(Sourced):
    """One register of persons or households."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """Short name."""
    what: str | None = None
    """What it registers."""
    persons: Count | None = None
    """Persons registered."""
    households: Count | None = None
    """Households registered."""


class Registry(Section):
    """Registers against which eligibility is checked."""

    registers: tuple[Register, ...] = ()
    """The registers, each with an `id`."""
    social_registry: YesNo | None = None
    """Whether there is a social registry of poor households."""
    social_registry_coverage: Share | None = None
    """Share of the target group registered."""
    social_registry_age_months: Number | None = None
    """Months since the last full sweep."""
    civil_servant_list: YesNo | None = None
    """Whether the list of civil servants can be checked by the programme."""
    social_security_data: YesNo | None = None
    """Whether social-security records can be checked."""
    education_data: YesNo | None = None
    """Whether school and university enrolment can be checked."""
    payroll_data: YesNo | None = None
    """Whether tax or payroll records can be checked."""
    household_link: YesNo | None = None
    """Whether persons of one household can be linked."""
    other_programmes_data: YesNo | None = None
    """Whether recipients of other programmes can be checked."""
    refresh_days: Number | None = None
    """Days after which the lists that are checked are renewed."""


class Fee(Sourced):
    """What a payment costs: flat, or a share of the amount, or both."""

    flat: Money | None = None
    """Fee of one payment."""
    percent: Share | None = None
    """Fee as a share of the amount."""
    paid_by: Literal["programme", "recipient"] | None = None
    """Who bears it."""


class Campaign(Sourced):
    """An arrangement of one campaign on a rail; not the capacity of the rail."""

    what: str | None = None
    """What was paid."""
    people_day: Count | None = None
    """Persons paid in a day."""
    people_per_instruction: Count | None = None
    """Persons in one payment instruction."""
    retries: Number | None = None
    """Attempts when an account was not linked."""
    phases: dict[str, str] = Field(default_factory=dict)
    """What happened in each phase."""


class Rail(Sourced):
    """One way to pay people."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    """Short name."""
    kind: (
        Literal["bank", "e-wallet", "mobile-money", "fast-payment-system", "agent", "post", "cash"]
        | None
    ) = None
    """What it is."""
    operator: str | None = None
    """Who runs it."""
    active: YesNo | None = None
    """Whether the programme may use it; yes unless said otherwise."""
    currency: str | None = None
    """ISO 4217 code, where not the profile's."""
    coverage: Share | None = None
    """Share of the target group that can be paid through it."""
    accounts: Count | None = None
    """Accounts; one person may hold several."""
    registrations: Count | None = None
    """Registrations; may exceed the population and are not users."""
    wallets_reached: Count | None = None
    """Wallets connected; not users."""
    users: Count | None = None
    """Different persons who use it."""
    active_users: Count | None = None
    """Persons who used it in the last month."""
    merchants: Count | None = None
    """Merchants that accept it."""
    agents: Count | None = None
    """Agents that pay cash in and out."""
    transactions_day: Count | None = None
    """Transactions of an average day."""
    transactions_year: Count | None = None
    """Transactions of a year."""
    peak_registrations: Count | None = None
    """Registrations in the busiest spell; `note` says how long it lasted."""
    registered: Count | None = None
    """Persons registered."""
    expected: Count | None = None
    """Persons expected to register."""
    fee: Fee = absent(Fee)
    """What a payment costs."""
    per_transaction_limit: Money | None = None
    """Highest amount of one payment."""
    balance_limit: Money | None = None
    """Highest balance of the account tier that recipients hold."""
    monthly_limit: Money | None = None
    """Highest sum received in a month in that tier."""
    kyc: Literal["none", "simplified", "full"] | None = None
    """Customer due diligence of that tier (FATF Recommendation 10)."""
    interoperable: YesNo | None = None
    """Whether money can be sent to other providers."""
    share_of_payments: Share | None = None
    """Share of the programme's payments that go through it."""
    campaigns: tuple[Campaign, ...] = ()
    """Arrangements of single campaigns."""


class Wallets(Section):
    """How people can be paid."""

    account_ownership: Share | None = None
    """Share of persons aged 15 and over with an account at a bank or mobile-money provider."""
    target_account_ownership: Share | None = None
    """The same among the target group; preferred where known."""
    combined_coverage: Share | None = None
    """Share of the target group that at least one rail reaches."""
    rails: Listed[Rail] = absent(Listed[Rail])
    """The rails, each with an `id`."""
    paid_through: Words | None = None
    """Which rail the programme pays through, and who chooses it."""
    licensed: Count | None = None
    """Providers licensed to hold money for the public."""
    integratable: Count | None = None
    """Providers that the programme could connect to now."""
    national_switch: YesNo | None = None
    """Whether a national switch connects banks."""
    interoperable: YesNo | None = None
    """Whether e-wallets of different providers pay one another."""
    treasury_bulk_direct: YesNo | None = None
    """Whether the treasury can pay persons in bulk."""
    agents_per_100k_adults: Number | None = None
    """Cash-in, cash-out agents per 100,000 adults (IMF FAS)."""
    rural_agent_access: Share | None = None
    """Share of rural adults with an agent within 5 km."""
    agent_liquidity_risk: Literal["low", "medium", "high"] | None = None
    """Risk that agents lack cash on payment days."""
    kyc_tiers: YesNo | None = None
    """Whether the regulator allows tiers of customer due diligence."""
    low_tier_max_balance: Money | None = None
    """Highest balance of the lowest tier."""
    low_tier_needs_id: YesNo | None = None
    """Whether the lowest tier needs a proof of identity."""
    min_age: Number | None = None
    """Lowest age, in years, to hold an account alone."""
    fee_fixed: Money | None = None
    """Usual fee of one bulk payment."""
    fee_percent: Share | None = None
    """Usual fee of one bulk payment, share of the amount."""
    cashout_fee_percent: Share | None = None
    """What a recipient pays to get cash, share of the amount."""
    user_funds_safeguarded: YesNo | None = None
    """Whether customers' money is protected if a provider fails."""
    cash_out_dominant: YesNo | None = None
    """Whether most recipients take out all at once."""
    name_match: Words | None = None
    """How the account's name is compared with the register's: exact, fuzzy."""
    return_after_days: Number | None = None
    """Days after which an unclaimed payment returns to the programme."""
    e_wallet_choice: Share | None = None
    """Share of recipients who chose an e-wallet rather than a bank account."""
    failure_causes: WordList | None = None
    """Why payments fail, as the programme lists it."""


class Digital(Section):
    """Who can reach an on-line programme."""

    internet_use: Share | None = None
    """Share of persons who used the internet in the last three months (ITU)."""
    smartphone: Share | None = None
    """Share of adults with a smartphone."""
    phone_ownership: Share | None = None
    """Share of adults with a mobile phone of their own."""
    coverage_4g: Share | None = None
    """Share of persons within reach of a 4G network."""
    mobile_subscriptions: Number | None = None
    """Subscriptions per 100 persons; not persons."""
    data_price_share: Share | None = None
    """Price of 1 GB as a share of monthly income per head (ITU)."""
    otp_sms_cost: Money | None = None
    """Price of one text message."""
    electricity: Share | None = None
    """Share of persons with electricity at home."""
    service_points: Count | None = None
    """Offices and points where people can apply in person."""
    messaging_use: Share | None = None
    """Share of adults who use a messaging app."""
    skills_basic: Share | None = None
    """Share of adults with basic digital skills."""
    skills_below_basic: Share | None = None
    """Share of adults below the basic level of a digital-skills test."""
