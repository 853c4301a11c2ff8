"""Charts in SVG: ranges as bars, a band over time, and what moves a sum."""

from kerja.targets.charts.bands import Moment as Moment
from kerja.targets.charts.bands import band_chart as band_chart
from kerja.targets.charts.ranges import Spread as Spread
from kerja.targets.charts.ranges import range_chart as range_chart
from kerja.targets.charts.swings import Pull as Pull
from kerja.targets.charts.swings import swing_chart as swing_chart

__all__ = ["Moment", "Pull", "Spread", "band_chart", "range_chart", "swing_chart"]
