"""People, queues and cash over time: one compiled scheme, and the engines that run it."""

from kerja.forecast.as_json import to_json as to_json
from kerja.forecast.breaking import Break as Break
from kerja.forecast.breaking import breaks as breaks
from kerja.forecast.compiling import compile_scheme as compile_scheme
from kerja.forecast.forecasting import RUNS as RUNS
from kerja.forecast.forecasting import SEED as SEED
from kerja.forecast.forecasting import Forecast as Forecast
from kerja.forecast.forecasting import Stage as Stage
from kerja.forecast.forecasting import forecast as forecast
from kerja.forecast.results import Run as Run
from kerja.forecast.scheme import Input as Input
from kerja.forecast.scheme import Scheme as Scheme
from kerja.forecast.scheme import Unknown as Unknown
from kerja.forecast.world import World as World
from kerja.forecast.world import base_values as base_values
from kerja.forecast.world import settle as settle

__all__ = [
    "RUNS",
    "SEED",
    "Break",
    "Forecast",
    "Input",
    "Run",
    "Scheme",
    "Stage",
    "Unknown",
    "World",
    "base_values",
    "breaks",
    "compile_scheme",
    "forecast",
    "settle",
    "to_json",
]
