"""Measures of a workflow in closed form: reach, time, cost, capacity, and what is not known."""

from kerja.workflow.measures.as_json import Json as Json
from kerja.workflow.measures.as_json import measures_to_json as measures_to_json
from kerja.workflow.measures.as_text import measures_to_text as measures_to_text
from kerja.workflow.measures.bounds import Bounds as Bounds
from kerja.workflow.measures.measuring import measure as measure
from kerja.workflow.measures.result import Cost as Cost
from kerja.workflow.measures.result import CriticalPath as CriticalPath
from kerja.workflow.measures.result import Expectation as Expectation
from kerja.workflow.measures.result import Load as Load
from kerja.workflow.measures.result import Measures as Measures
from kerja.workflow.measures.result import Missing as Missing
from kerja.workflow.measures.result import StepMeasure as StepMeasure
