"""The workflow target: the journey as a picture, as Mermaid and as JSON."""

from __future__ import annotations

import json

from kerja.targets.printing import Printer
from kerja.targets.registry import Draft, Files
from kerja.workflow import LABELS, to_json, to_mermaid, to_svg


def workflow_files(draft: Draft) -> Files:
    """Return workflow/workflow.{svg,mmd,json}."""
    workflow = draft.blueprint.workflow
    return {
        "workflow/workflow.svg": picture(draft).encode(),
        "workflow/workflow.mmd": to_mermaid(workflow).encode(),
        "workflow/workflow.json": (
            json.dumps(to_json(workflow), ensure_ascii=False, indent=1) + "\n"
        ).encode(),
    }


def picture(draft: Draft, printer: Printer | None = None) -> str:
    """Return the workflow as SVG text: in the printer's language, in English without one."""
    profile, workflow = draft.blueprint.profile, draft.blueprint.workflow
    name = printer.country if printer else profile.country.name or profile.origin.name
    say = printer.say if printer else str
    return to_svg(
        workflow,
        title=f"{name}: {say('the journey of a participant')}",
        names={step.id: say(step.name) for step in workflow},
        labels={
            **{key: say(text) for key, text in LABELS.items()},
            **{way.when: say(way.when) for step in workflow for way in step.ways if way.when},
        },
    )
