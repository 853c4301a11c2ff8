"""Two versions of a profile side by side: what changed in it, and what that does to the design."""

from kerja.comparison.as_json import to_json as to_json
from kerja.comparison.differing import diff as diff
from kerja.comparison.plan import DecisionChange as DecisionChange
from kerja.comparison.plan import Difference as Difference
from kerja.comparison.plan import Kind as Kind
from kerja.comparison.plan import Level as Level
from kerja.comparison.plan import Notice as Notice
from kerja.comparison.plan import OptionChange as OptionChange
from kerja.comparison.plan import Plan as Plan
from kerja.comparison.plan import Presence as Presence
from kerja.comparison.plan import Said as Said
from kerja.comparison.plan import StepChange as StepChange
from kerja.comparison.plan import ValueChange as ValueChange
from kerja.comparison.plan import Verdict as Verdict
from kerja.comparison.statements import exact as exact
from kerja.comparison.statements import said as said
from kerja.comparison.statements import told as told
from kerja.comparison.version import Version as Version

__all__ = [
    "DecisionChange",
    "Difference",
    "Kind",
    "Level",
    "Notice",
    "OptionChange",
    "Plan",
    "Presence",
    "Said",
    "StepChange",
    "ValueChange",
    "Verdict",
    "Version",
    "diff",
    "exact",
    "said",
    "to_json",
    "told",
]
