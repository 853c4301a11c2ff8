"""The journey of a participant: steps, proofs that it is sound, changes to it, pictures of it."""

from kerja.workflow.as_dot import to_dot as to_dot
from kerja.workflow.as_json import Json as Json
from kerja.workflow.as_json import to_json as to_json
from kerja.workflow.as_mermaid import to_mermaid as to_mermaid
from kerja.workflow.as_text import to_text as to_text
from kerja.workflow.building import build_workflow as build_workflow
from kerja.workflow.changes_as_json import changes_to_json as changes_to_json
from kerja.workflow.changes_as_text import changes_to_text as changes_to_text
from kerja.workflow.comparing import Comparison as Comparison
from kerja.workflow.comparing import PartDifference as PartDifference
from kerja.workflow.comparing import StepDifference as StepDifference
from kerja.workflow.comparing import compare as compare
from kerja.workflow.editing import edit as edit
from kerja.workflow.measures import Bounds as Bounds
from kerja.workflow.measures import Measures as Measures
from kerja.workflow.measures import measure as measure
from kerja.workflow.operations import AddBranch as AddBranch
from kerja.workflow.operations import Clash as Clash
from kerja.workflow.operations import InsertAfter as InsertAfter
from kerja.workflow.operations import InsertBefore as InsertBefore
from kerja.workflow.operations import Operation as Operation
from kerja.workflow.operations import Remove as Remove
from kerja.workflow.operations import Replace as Replace
from kerja.workflow.pictures.svg import to_svg as to_svg
from kerja.workflow.soundness.appeals import APPEAL as APPEAL
from kerja.workflow.soundness.appeals import Refusal as Refusal
from kerja.workflow.soundness.appeals import refusals_without_appeal as refusals_without_appeal
from kerja.workflow.soundness.duties import OneOffice as OneOffice
from kerja.workflow.soundness.duties import undivided_duties as undivided_duties
from kerja.workflow.soundness.loops import unbounded_loops as unbounded_loops
from kerja.workflow.soundness.proofs import Unproven as Unproven
from kerja.workflow.soundness.proofs import unmet_needs as unmet_needs
from kerja.workflow.soundness.proofs import unproven_payments as unproven_payments
from kerja.workflow.soundness.proving import prove as prove
from kerja.workflow.soundness.reachability import Nowhere as Nowhere
from kerja.workflow.soundness.reachability import UnknownTarget as UnknownTarget
from kerja.workflow.soundness.reachability import dead_ends as dead_ends
from kerja.workflow.soundness.reachability import (
    deadlines_without_consequence as deadlines_without_consequence,
)
from kerja.workflow.soundness.reachability import (
    deadlines_without_days as deadlines_without_days,
)
from kerja.workflow.soundness.reachability import shortest_path as shortest_path
from kerja.workflow.soundness.reachability import unknown_deadlines as unknown_deadlines
from kerja.workflow.soundness.reachability import unknown_targets as unknown_targets
from kerja.workflow.soundness.reachability import unreachable as unreachable
from kerja.workflow.soundness.reachability import (
    waiting_without_deadline as waiting_without_deadline,
)
from kerja.workflow.soundness.reachability import ways_to_nowhere as ways_to_nowhere
from kerja.workflow.soundness.splits import SameOutcome as SameOutcome
from kerja.workflow.soundness.splits import WrongShares as WrongShares
from kerja.workflow.soundness.splits import same_outcomes as same_outcomes
from kerja.workflow.soundness.splits import unknown_shares as unknown_shares
from kerja.workflow.soundness.splits import wrong_shares as wrong_shares
from kerja.workflow.soundness.verdict import Failure as Failure
from kerja.workflow.soundness.verdict import Verdict as Verdict
from kerja.workflow.step import Deadline as Deadline
from kerja.workflow.step import Step as Step
from kerja.workflow.step import Way as Way
from kerja.workflow.telling import numbers as numbers
from kerja.workflow.walking import LATE as LATE
from kerja.workflow.walking import Journey as Journey
from kerja.workflow.walking import Outcomes as Outcomes
from kerja.workflow.walking import Visit as Visit
from kerja.workflow.walking import walk as walk
from kerja.workflow.walking import ways_into as ways_into
from kerja.workflow.wording import LABELS as LABELS
from kerja.workflow.workflow import Workflow as Workflow
from kerja.workflow.workflow import reading_order as reading_order
