"""Turning a blueprint into files: each target serves one kind of reader or system."""

from kerja.targets.bpmn import bpmn_files
from kerja.targets.data import data_files
from kerja.targets.documents import document_files
from kerja.targets.page import page_files
from kerja.targets.registry import Draft as Draft
from kerja.targets.registry import Files as Files
from kerja.targets.registry import Target as Target
from kerja.targets.workbook import workbook_files
from kerja.targets.workflow import workflow_files

TARGETS = (
    Target("page", "index.html: the answer, then everything else", ("index.html",), page_files),
    Target(
        "documents",
        "policy brief, budget annex, cabinet memo, manual: DOCX, PDF, HTML; a slide: PPTX",
        ("documents/",),
        document_files,
    ),
    Target(
        "workbook",
        "budget.xlsx: every cost as a live formula, in the low, base and high case",
        ("budget.xlsx",),
        workbook_files,
    ),
    Target(
        "workflow",
        "the journey as SVG, Mermaid, JSON",
        ("workflow/workflow.svg", "workflow/workflow.mmd", "workflow/workflow.json"),
        workflow_files,
    ),
    Target(
        "bpmn",
        "the journey as BPMN that engines execute, eligibility as a DMN table",
        (
            "workflow/workflow.bpmn",
            "workflow/eligibility.dmn",
            "configuration/README.md",
            "configuration/spiffworkflow/",
            "configuration/camunda7/",
            "configuration/camunda8/",
        ),
        bpmn_files,
    ),
    Target("data", "everything as JSON, the sources as CSV", ("data/",), data_files),
)
"""All targets, in the order of the reader's way through them."""

__all__ = ["TARGETS", "Draft", "Files", "Target"]
