"""YAML text -> a tree in which every key and value knows its place; one profile extends another."""

from kerja.source.acceptance import Ignore
from kerja.source.faults import LOADER_FINDINGS, FindingKind, fault
from kerja.source.language import KINDS, LANGUAGE
from kerja.source.locating import locate, shipped_names
from kerja.source.merging import is_figure
from kerja.source.nodes import Mapping, Node, Plain, Scalar, Sequence, find, plain, walk
from kerja.source.reading import Document, read, read_text
from kerja.source.spelling import closest

__all__ = [
    "KINDS",
    "LANGUAGE",
    "LOADER_FINDINGS",
    "Document",
    "FindingKind",
    "Ignore",
    "Mapping",
    "Node",
    "Plain",
    "Scalar",
    "Sequence",
    "closest",
    "fault",
    "find",
    "is_figure",
    "locate",
    "plain",
    "read",
    "read_text",
    "shipped_names",
    "walk",
]
