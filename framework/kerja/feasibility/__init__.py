"""What the country can carry, and how ready it is: limits, dimensions, the checklist."""

from kerja.feasibility.checklist import ITEMS as ITEMS
from kerja.feasibility.checklist import PHASES as PHASES
from kerja.feasibility.checklist import Checklist as Checklist
from kerja.feasibility.checklist import Grade as Grade
from kerja.feasibility.checklist import Phase as Phase
from kerja.feasibility.checklist import Score as Score
from kerja.feasibility.checklist import checklist as checklist
from kerja.feasibility.credible import Credible as Credible
from kerja.feasibility.deciding import Bound as Bound
from kerja.feasibility.deciding import Deciding as Deciding
from kerja.feasibility.deciding import Turned as Turned
from kerja.feasibility.deciding import Weight as Weight
from kerja.feasibility.deciding import could_bind as could_bind
from kerja.feasibility.deciding import deciding as deciding
from kerja.feasibility.dimension import Dimension as Dimension
from kerja.feasibility.item import Item as Item
from kerja.feasibility.ladder import Asks as Asks
from kerja.feasibility.ladder import Condition as Condition
from kerja.feasibility.ladder import Level as Level
from kerja.feasibility.lifting import Lever as Lever
from kerja.feasibility.lifting import levers as levers
from kerja.feasibility.limit import Binding as Binding
from kerja.feasibility.limit import Limit as Limit
from kerja.feasibility.limit import Standing as Standing
from kerja.feasibility.limits import applications_a_year as applications_a_year
from kerja.feasibility.limits import binding as binding
from kerja.feasibility.readiness import DIMENSIONS as DIMENSIONS
from kerja.feasibility.readiness import MEANINGS as MEANINGS
from kerja.feasibility.readiness import Readiness as Readiness
from kerja.feasibility.readiness import Share as Share
from kerja.feasibility.readiness import bottlenecks as bottlenecks
from kerja.feasibility.readiness import computed_shares as computed_shares
from kerja.feasibility.readiness import readiness as readiness

__all__ = [
    "DIMENSIONS",
    "ITEMS",
    "MEANINGS",
    "PHASES",
    "Asks",
    "Binding",
    "Bound",
    "Checklist",
    "Condition",
    "Credible",
    "Deciding",
    "Dimension",
    "Grade",
    "Item",
    "Level",
    "Lever",
    "Limit",
    "Phase",
    "Readiness",
    "Score",
    "Share",
    "Standing",
    "Turned",
    "Weight",
    "applications_a_year",
    "binding",
    "bottlenecks",
    "checklist",
    "computed_shares",
    "could_bind",
    "deciding",
    "levers",
    "readiness",
]
