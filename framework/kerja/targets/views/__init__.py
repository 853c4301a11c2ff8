"""What documents and pages show of a blueprint: rows whose figures are already printed."""

from kerja.targets.views.choices import AmountRow as AmountRow
from kerja.targets.views.choices import LimitRow as LimitRow
from kerja.targets.views.choices import OptionRow as OptionRow
from kerja.targets.views.choices import ReachRow as ReachRow
from kerja.targets.views.choices import StageRow as StageRow
from kerja.targets.views.choices import YearRow as YearRow
from kerja.targets.views.choices import context_rows as context_rows
from kerja.targets.views.choices import limit_rows as limit_rows
from kerja.targets.views.choices import option_rows as option_rows
from kerja.targets.views.choices import partial_note as partial_note
from kerja.targets.views.choices import reach_rows as reach_rows
from kerja.targets.views.choices import stage_rows as stage_rows
from kerja.targets.views.crisis import CrisisRow as CrisisRow
from kerja.targets.views.crisis import crisis_rows as crisis_rows
from kerja.targets.views.decisions import DecisionRow as DecisionRow
from kerja.targets.views.decisions import GateRow as GateRow
from kerja.targets.views.decisions import UnjudgedRow as UnjudgedRow
from kerja.targets.views.decisions import decision_rows as decision_rows
from kerja.targets.views.decisions import gate_rows as gate_rows
from kerja.targets.views.decisions import reason as reason
from kerja.targets.views.decisions import unjudged_rows as unjudged_rows
from kerja.targets.views.design import BenefitRow as BenefitRow
from kerja.targets.views.design import FeatureRow as FeatureRow
from kerja.targets.views.design import FurtherDocument as FurtherDocument
from kerja.targets.views.design import GrievanceRow as GrievanceRow
from kerja.targets.views.design import SettingRow as SettingRow
from kerja.targets.views.design import StepRow as StepRow
from kerja.targets.views.design import additions as additions
from kerja.targets.views.design import answer_word as answer_word
from kerja.targets.views.design import benefit_rows as benefit_rows
from kerja.targets.views.design import fact_word as fact_word
from kerja.targets.views.design import feature_rows as feature_rows
from kerja.targets.views.design import further_documents as further_documents
from kerja.targets.views.design import grievance_row as grievance_row
from kerja.targets.views.design import setting_rows as setting_rows
from kerja.targets.views.design import step_rows as step_rows
from kerja.targets.views.foreseen import ForecastView as ForecastView
from kerja.targets.views.foreseen import forecast_view as forecast_view
from kerja.targets.views.money import CaseRow as CaseRow
from kerja.targets.views.money import CostRow as CostRow
from kerja.targets.views.money import FiscalRow as FiscalRow
from kerja.targets.views.money import LineRow as LineRow
from kerja.targets.views.money import OutsideRow as OutsideRow
from kerja.targets.views.money import PaidRow as PaidRow
from kerja.targets.views.money import cost_rows as cost_rows
from kerja.targets.views.money import method_rows as method_rows
from kerja.targets.views.money_open import LackRow as LackRow
from kerja.targets.views.money_open import PriceRow as PriceRow
from kerja.targets.views.money_open import lack_rows as lack_rows
from kerja.targets.views.money_open import money_points as money_points
from kerja.targets.views.money_open import price_rows as price_rows
from kerja.targets.views.obtaining import GapRow as GapRow
from kerja.targets.views.obtaining import LeverRow as LeverRow
from kerja.targets.views.obtaining import gap_rows as gap_rows
from kerja.targets.views.obtaining import lever_rows as lever_rows
from kerja.targets.views.option_cells import Statement as Statement
from kerja.targets.views.option_table import Criterion as Criterion
from kerja.targets.views.option_table import criteria as criteria
from kerja.targets.views.points import FindingRow as FindingRow
from kerja.targets.views.points import PointRow as PointRow
from kerja.targets.views.points import finding_rows as finding_rows
from kerja.targets.views.points import point_rows as point_rows
from kerja.targets.views.readiness import GradeRow as GradeRow
from kerja.targets.views.readiness import ItemRow as ItemRow
from kerja.targets.views.readiness import LevelRow as LevelRow
from kerja.targets.views.readiness import PhaseRow as PhaseRow
from kerja.targets.views.readiness import grade_row as grade_row
from kerja.targets.views.readiness import phase_rows as phase_rows
from kerja.targets.views.readiness import readiness_rows as readiness_rows
from kerja.targets.views.tracks import TrackRow as TrackRow
from kerja.targets.views.tracks import track_rows as track_rows
from kerja.targets.views.worth import WorthOfOption as WorthOfOption
from kerja.targets.views.worth import WorthRow as WorthRow
from kerja.targets.views.worth import worth_rows as worth_rows
from kerja.targets.views.worth_open import WorthLackRow as WorthLackRow
from kerja.targets.views.worth_open import worth_lack_rows as worth_lack_rows

__all__ = [
    "AmountRow",
    "BenefitRow",
    "CaseRow",
    "CostRow",
    "CrisisRow",
    "Criterion",
    "DecisionRow",
    "FeatureRow",
    "FindingRow",
    "FiscalRow",
    "ForecastView",
    "FurtherDocument",
    "GapRow",
    "GateRow",
    "GradeRow",
    "GrievanceRow",
    "ItemRow",
    "LackRow",
    "LevelRow",
    "LeverRow",
    "LimitRow",
    "LineRow",
    "OptionRow",
    "OutsideRow",
    "PaidRow",
    "PhaseRow",
    "PointRow",
    "PriceRow",
    "ReachRow",
    "SettingRow",
    "StageRow",
    "Statement",
    "StepRow",
    "TrackRow",
    "UnjudgedRow",
    "WorthLackRow",
    "WorthOfOption",
    "WorthRow",
    "YearRow",
    "additions",
    "answer_word",
    "benefit_rows",
    "context_rows",
    "cost_rows",
    "crisis_rows",
    "criteria",
    "decision_rows",
    "fact_word",
    "feature_rows",
    "finding_rows",
    "forecast_view",
    "further_documents",
    "gap_rows",
    "gate_rows",
    "grade_row",
    "grievance_row",
    "lack_rows",
    "lever_rows",
    "limit_rows",
    "method_rows",
    "money_points",
    "option_rows",
    "partial_note",
    "phase_rows",
    "point_rows",
    "price_rows",
    "reach_rows",
    "readiness_rows",
    "reason",
    "setting_rows",
    "stage_rows",
    "step_rows",
    "track_rows",
    "unjudged_rows",
    "worth_lack_rows",
    "worth_rows",
]
