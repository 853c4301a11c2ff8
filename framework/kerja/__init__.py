"""From one profile of a country to a skills-card programme that can be decided on and run.

The public interface, in the order of the pipeline. Names are imported when they are first used, so
that the command line starts in a blink.

    >>> import kerja
    >>> from kerja.resources import shipped
    >>> examination = kerja.examine("khm", folders=(shipped("country_profiles"),))
    >>> blueprint = kerja.adapt(examination.profile)
    >>> [decision.rule for decision in blueprint.decisions if decision.acts]
    ['EXI-01', 'INS-07', 'LIT-01', 'PAY-01', 'PPL-03']
    >>> limit = kerja.binding(blueprint.profile).binds
    >>> limit.name if limit else "nothing is known"
    'demand'
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kerja.blueprint import Blueprint as Blueprint
    from kerja.blueprint import adapt as adapt
    from kerja.checks import Examination as Examination
    from kerja.checks import examine as examine
    from kerja.comparison import Plan as Plan
    from kerja.comparison import diff as diff
    from kerja.comparison.tables import Comparison as Comparison
    from kerja.comparison.tables import compare_profiles as compare_profiles
    from kerja.comparison.tables.entering import enter as enter
    from kerja.costing import Costing as Costing
    from kerja.costing import Option as Option
    from kerja.costing import cost as cost
    from kerja.costing import options as options
    from kerja.errors import KerjaError as KerjaError
    from kerja.feasibility import Binding as Binding
    from kerja.feasibility import binding as binding
    from kerja.findings import Finding as Finding
    from kerja.forecast import Forecast as Forecast
    from kerja.forecast.outlook import Outlook as Outlook
    from kerja.forecast.outlook import outlook as outlook
    from kerja.outputs import Order as Order
    from kerja.outputs import build as build
    from kerja.outputs import draft as draft
    from kerja.outputs import write as write
    from kerja.profile import Profile as Profile
    from kerja.register import Register as Register
    from kerja.workflow import Workflow as Workflow
    from kerja.workflow import build_workflow as build_workflow

__version__ = "0.1.0"

_HOMES = {
    "KerjaError": "errors",
    "Finding": "findings",
    "Profile": "profile",
    "Examination": "checks",
    "examine": "checks",
    "Workflow": "workflow",
    "build_workflow": "workflow",
    "Blueprint": "blueprint",
    "adapt": "blueprint",
    "Costing": "costing",
    "cost": "costing",
    "Option": "costing",
    "options": "costing",
    "Binding": "feasibility",
    "binding": "feasibility",
    "Forecast": "forecast",
    "Outlook": "forecast.outlook",
    "outlook": "forecast.outlook",
    "Register": "register",
    "Plan": "comparison",
    "diff": "comparison",
    "enter": "comparison.tables.entering",
    "Comparison": "comparison.tables",
    "compare_profiles": "comparison.tables",
    "Order": "outputs",
    "draft": "outputs",
    "build": "outputs",
    "write": "outputs",
}
"""Every public name and the module it lives in, in pipeline order."""

__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(importlib.import_module(f"kerja.{_HOMES[name]}"), name)
    raise AttributeError(f"module kerja has no attribute {name}")
