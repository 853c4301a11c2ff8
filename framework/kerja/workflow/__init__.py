"""The journey of a participant: steps, proofs that it is sound, changes to it, pictures of it."""

from kerja.workflow.as_dot import to_dot as to_dot
from kerja.workflow.as_json import Json as Json
from kerja.workflow.as_json import to_json as to_json
from kerja.workflow.as_mermaid import to_mermaid as to_mermaid
from kerja.workflow.as_text import to_text as to_text
from kerja.workflow.building import build_workflow as build_workflow
from kerja.workflow.editing import edit as edit
from kerja.workflow.operations import AddBranch as AddBranch
from kerja.workflow.operations import Clash as Clash
from kerja.workflow.operations import InsertAfter as InsertAfter
from kerja.workflow.operations import InsertBefore as InsertBefore
from kerja.workflow.operations import Operation as Operation
from kerja.workflow.operations import Remove as Remove
from kerja.workflow.operations import Replace as Replace
from kerja.workflow.proofs import Unproven as Unproven
from kerja.workflow.proofs import unmet_needs as unmet_needs
from kerja.workflow.proofs import unproven_payments as unproven_payments
from kerja.workflow.reachability import UnknownTarget as UnknownTarget
from kerja.workflow.reachability import dead_ends as dead_ends
from kerja.workflow.reachability import (
    deadlines_without_consequence as deadlines_without_consequence,
)
from kerja.workflow.reachability import deadlines_without_days as deadlines_without_days
from kerja.workflow.reachability import unbounded_loops as unbounded_loops
from kerja.workflow.reachability import unknown_deadlines as unknown_deadlines
from kerja.workflow.reachability import unknown_targets as unknown_targets
from kerja.workflow.reachability import unreachable as unreachable
from kerja.workflow.reachability import waiting_without_deadline as waiting_without_deadline
from kerja.workflow.step import Deadline as Deadline
from kerja.workflow.step import Step as Step
from kerja.workflow.step import Way as Way
from kerja.workflow.svg import to_svg as to_svg
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
