"""Several profiles side by side, and the comparison as text, JSON, CSV and a workbook."""

from kerja.comparison.tables.as_json import to_json as to_json
from kerja.comparison.tables.comparing import compare_profiles as compare_profiles
from kerja.comparison.tables.comparison import Comparison as Comparison
from kerja.comparison.tables.comparison import DesignRow as DesignRow
from kerja.comparison.tables.comparison import Ground as Ground
from kerja.comparison.tables.comparison import Journey as Journey
from kerja.comparison.tables.comparison import ReadinessRow as ReadinessRow
from kerja.comparison.tables.comparison import Standing as Standing
from kerja.comparison.tables.comparison import StepNote as StepNote
from kerja.comparison.tables.comparison import Term as Term
from kerja.comparison.tables.entrant import Entrant as Entrant
from kerja.comparison.tables.party import Evidence as Evidence
from kerja.comparison.tables.party import Fault as Fault
from kerja.comparison.tables.party import Missing as Missing
from kerja.comparison.tables.party import Party as Party
from kerja.comparison.tables.party import Publication as Publication
from kerja.comparison.tables.row import Cell as Cell
from kerja.comparison.tables.row import CellMark as CellMark
from kerja.comparison.tables.row import Group as Group
from kerja.comparison.tables.row import Normal as Normal
from kerja.comparison.tables.row import Normalised as Normalised
from kerja.comparison.tables.row import Row as Row

__all__ = [
    "Cell", "CellMark", "Comparison", "DesignRow", "Entrant", "Evidence", "Fault", "Ground",
    "Group", "Journey", "Missing", "Normal", "Normalised", "Party", "Publication", "ReadinessRow",
    "Row", "Standing", "StepNote", "Term", "compare_profiles", "to_json",
]  # fmt: skip
