"""Where everything in the diagram of a process stands: lanes kept, flows at right angles."""

from kerja.workflow.bpmn.layout.drawing import Drawing as Drawing
from kerja.workflow.bpmn.layout.drawing import draw as draw
from kerja.workflow.bpmn.layout.sizes import Box as Box
from kerja.workflow.bpmn.layout.sizes import Point as Point
