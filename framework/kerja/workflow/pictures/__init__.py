"""The workflow as a picture: what is placed where, and how it is written as SVG."""

from kerja.workflow.pictures.svg import to_svg as to_svg
