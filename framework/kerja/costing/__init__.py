"""What a programme costs, in closed form: the funnel, the package, the options side by side."""

from kerja.costing.funnel import Funnel as Funnel
from kerja.costing.funnel import Range as Range
from kerja.costing.funnel import Stage as Stage
from kerja.costing.funnel import funnel as funnel
from kerja.costing.options import Option as Option
from kerja.costing.options import options as options

__all__ = ["Funnel", "Option", "Range", "Stage", "funnel", "options"]
