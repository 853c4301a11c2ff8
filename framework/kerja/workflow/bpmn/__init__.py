"""The workflow as a process that engines execute, with eligibility as a decision table."""

from kerja.workflow.bpmn.as_bpmn import to_bpmn as to_bpmn
from kerja.workflow.bpmn.as_bpmn import write_process as write_process
from kerja.workflow.bpmn.as_dmn import to_dmn as to_dmn
from kerja.workflow.bpmn.compiling import to_process as to_process
from kerja.workflow.bpmn.contract import contract as contract
from kerja.workflow.bpmn.dialects import DIALECTS as DIALECTS
from kerja.workflow.bpmn.eligibility import eligibility_table as eligibility_table
from kerja.workflow.bpmn.process import PROCESS as PROCESS
from kerja.workflow.bpmn.process import Process as Process
from kerja.workflow.bpmn.table import Answer as Answer
from kerja.workflow.bpmn.table import DecisionTable as DecisionTable
from kerja.workflow.bpmn.table import Rule as Rule
