"""The build: from the name of a profile to a folder of files, whole or not at all."""

from kerja.outputs.building import Order as Order
from kerja.outputs.building import build as build
from kerja.outputs.building import draft as draft
from kerja.outputs.building import examine_options as examine_options
from kerja.outputs.building import replaced as replaced
from kerja.outputs.plan import Build as Build
from kerja.outputs.plan import write as write

__all__ = ["Build", "Order", "build", "draft", "examine_options", "replaced", "write"]
