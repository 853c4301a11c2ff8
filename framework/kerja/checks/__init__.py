"""What a sound profile fulfils: checks by family, each a function with its page."""

from kerja.checks import areas as areas
from kerja.checks import budget as budget
from kerja.checks import budget_currencies as budget_currencies
from kerja.checks import budget_parts as budget_parts
from kerja.checks import budget_slips as budget_slips
from kerja.checks import budget_years as budget_years
from kerja.checks import crisis as crisis
from kerja.checks import identity as identity
from kerja.checks import labour as labour
from kerja.checks import labour_bounds as labour_bounds
from kerja.checks import labour_definitions as labour_definitions
from kerja.checks import labour_groups as labour_groups
from kerja.checks import labour_levels as labour_levels
from kerja.checks import labour_rates as labour_rates
from kerja.checks import labour_slips as labour_slips
from kerja.checks import labour_sources as labour_sources
from kerja.checks import overriding as overriding
from kerja.checks import rails as rails
from kerja.checks import rails_fees as rails_fees
from kerja.checks import rails_payments as rails_payments
from kerja.checks import rails_reach as rails_reach
from kerja.checks import rails_users as rails_users
from kerja.checks import workflow as workflow
from kerja.checks import workflow_rights as workflow_rights
from kerja.checks import workflow_ways as workflow_ways
from kerja.checks.acceptance import accept as accept
from kerja.checks.examining import Examination as Examination
from kerja.checks.examining import examine as examine
from kerja.checks.registry import Check as Check
from kerja.checks.registry import Checked as Checked
from kerja.checks.registry import Hit as Hit
from kerja.checks.registry import NotEvaluated as NotEvaluated
from kerja.checks.registry import all_checks as all_checks
from kerja.checks.registry import check as check
from kerja.checks.registry import known as known
from kerja.checks.registry import run as run
from kerja.checks.registry import run_on_workflow as run_on_workflow

__all__ = [
    "Check",
    "Checked",
    "Examination",
    "Hit",
    "NotEvaluated",
    "accept",
    "all_checks",
    "check",
    "examine",
    "known",
    "run",
    "run_on_workflow",
]
