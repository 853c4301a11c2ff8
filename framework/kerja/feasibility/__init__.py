"""What the country can carry: each limit in persons of a year, and which of them binds."""

from kerja.feasibility.limit import Binding as Binding
from kerja.feasibility.limit import Limit as Limit
from kerja.feasibility.limit import Standing as Standing
from kerja.feasibility.limits import applications_a_year as applications_a_year
from kerja.feasibility.limits import binding as binding

__all__ = ["Binding", "Limit", "Standing", "applications_a_year", "binding"]
