"""A comparison as one HTML file that loads nothing: tables, charts, a source for each value."""

from kerja.comparison.pages.writing import to_html as to_html

__all__ = ["to_html"]
