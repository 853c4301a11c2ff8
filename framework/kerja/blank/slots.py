"""The fields that a blank profile leaves open, section by section."""

from __future__ import annotations

from collections.abc import Mapping

SLOTS: Mapping[str, tuple[str, ...]] = {
    "reference": ("relation", "claimed_by", "programme_status"),
    "population": (
        "total", "adults_15plus", "rural_share", "refugee_migrant_share", "adult_literacy",
        "largest_language_share", "disability_share", "poverty_share",
    ),
    "economy": (
        "gdp", "gdp_ppp", "ppp_rate", "exchange_rate", "inflation", "dollarised.extent",
        "government_spending", "debt_to_gdp", "minimum_wage_month", "minimum_wage_day",
        "minimum_wage_day.days_per_month", "median_wage_month", "policy_rate",
    ),
    "labour_force": (
        "standard", "labour_force", "employed", "unemployed", "participation_rate",
        "participation_rate.women", "participation_rate.men", "unemployment_rate",
        "youth_unemployment_rate", "neet_rate", "informal_share", "agriculture_share",
        "vacancies_online_year",
    ),
    "job_matching": ("public_service",),
    "identity": (
        "coverage_adults", "coverage_adults.women", "coverage_adults.men", "unique_number",
        "online_verification", "verify_fee", "liveness_available", "biometric_lawful",
        "alternatives",
    ),
    "registry": (
        "social_registry", "social_registry_coverage", "social_registry_age_months",
        "civil_servant_list", "social_security_data", "education_data", "payroll_data",
        "household_link", "other_programmes_data",
    ),
    "wallets": (
        "account_ownership", "account_ownership.women", "account_ownership.men", "rails.kind",
        "rails.operator", "licensed", "integratable", "national_switch", "interoperable",
        "treasury_bulk_direct", "agents_per_100k_adults", "rural_agent_access", "kyc_tiers",
        "low_tier_max_balance", "low_tier_needs_id", "min_age", "fee_fixed", "fee_percent",
        "cashout_fee_percent", "agent_liquidity_risk", "user_funds_safeguarded",
        "cash_out_dominant",
    ),
    "digital": (
        "internet_use", "internet_use.women", "internet_use.men", "smartphone", "phone_ownership",
        "coverage_4g", "data_price_share", "otp_sms_cost", "electricity", "service_points",
        "messaging_use", "skills_basic",
    ),
    "training": (
        "authority", "accredited_providers", "seats_year", "seats", "cycles_year", "enrolled",
        "graduates_year", "private_share", "courses", "online_courses", "attendance_tracking",
        "price_benchmark", "average_price", "quality_body", "qualifications_framework",
        "districts_with_provider_share", "top_provider_share",
        "platform_provider_ownership_link", "free_content_overlap", "completion_rate",
        "course_days", "course_data_gb",
    ),
    "existing_programmes": ("name", "kind", "relation", "people", "amount"),
    "legal": (
        "mandate", "appropriation_line", "data_protection_law", "data_protection_authority",
        "data_localisation", "lottery_opinion", "partnership_opinion", "electronic_signature",
        "voucher_tax_clear", "procurement_route",
    ),
    "institutions": (
        "management_office", "staff", "steering_committee", "internal_audit",
        "supreme_audit_access", "call_centre", "call_centre_languages", "commitment",
        "months_to_election", "decentralised_delivery", "documents.in_force",
        "audit_findings.people",
    ),
    "grievance": ("channels", "answer_days", "independent_tier", "appeal_before_batch_close"),
    "budget": (
        "fiscal_year_starts", "total", "fiscal_year", "stage", "lines.year", "lines.amount",
        "lines.stage", "multi_year", "donor_share", "contingency_share",
        "payable_across_fiscal_year",
    ),
    "programme": (
        "name", "status", "owner", "target.people", "eligible_population", "expected_applicants",
        "quota.people", "quota.every", "batches.per_year", "eligibility.groups",
        "eligibility.ages", "household_cap.people", "selection.method",
        "deadlines.purchase_days", "benefits.kind", "benefits.purpose", "benefits.amount",
        "benefits.every", "benefits.at_most", "modality", "training_days",
    ),
    "shock": ("disaster_risk_high", "climate_shock_mode_needed", "fragile"),
    "costs": (
        "administration.fixed_year", "administration.step_people", "administration.step_cost",
        "administration.per_applicant", "administration.per_recipient", "staff_year",
        "id_enrolment", "manual_check", "account_opening", "service_interface",
        "assisted_intake", "ussd_session", "language_version", "course_assessment", "contact",
        "contacts_per_applicant", "transport", "data_1gb",
    ),
    "assumptions": (
        "demand_year", "eligible", "accepted", "applicants_per_household", "purchase", "completion",
        "paid", "linked_accounts", "employment_effect", "income_effect_month", "effect_decay",
        "effective_tax", "base_employment",
    ),
    "evaluation": (
        "planned", "sample", "treated_share", "take_up_treated", "take_up_control", "attrition",
        "effects.outcome", "effects.effect",
    ),
}  # fmt: skip
"""For each section the fields that rules, costs and the checklist read, by dotted name within it.

They stand in the order of docs/fields.md. A name below a figure is a part of it (women, men), one
below a list a key of an entry.
"""
