"""Dialects of BPMN: what each engine wants to be told otherwise. No file mixes two."""

from kerja.workflow.bpmn.dialects.camunda7 import HISTORY as HISTORY
from kerja.workflow.bpmn.dialects.camunda7 import Camunda7
from kerja.workflow.bpmn.dialects.camunda8 import Camunda8
from kerja.workflow.bpmn.dialects.dialect import Detail as Detail
from kerja.workflow.bpmn.dialects.dialect import Dialect as Dialect
from kerja.workflow.bpmn.dialects.spiffworkflow import SpiffWorkflow

DIALECTS: dict[str, Dialect] = {
    dialect.name: dialect for dialect in (Dialect(), SpiffWorkflow(), Camunda7(), Camunda8())
}
"""Every dialect by name, the plain one first."""
