"""People, queues and cash over time: one compiled scheme, and the engines that run it."""

from kerja.forecast.as_json import solution_to_json as solution_to_json
from kerja.forecast.as_json import to_json as to_json
from kerja.forecast.breaking import Break as Break
from kerja.forecast.breaking import breaks as breaks
from kerja.forecast.compiling import compile_scheme as compile_scheme
from kerja.forecast.drivers import Driver as Driver
from kerja.forecast.executors import Executor as Executor
from kerja.forecast.executors import executor_at as executor_at
from kerja.forecast.forecasting import RUNS as RUNS
from kerja.forecast.forecasting import SEED as SEED
from kerja.forecast.forecasting import Forecast as Forecast
from kerja.forecast.forecasting import Stage as Stage
from kerja.forecast.forecasting import forecast as forecast
from kerja.forecast.grounding import Ground as Ground
from kerja.forecast.grounding import grounds as grounds
from kerja.forecast.outcomes import Outcomes as Outcomes
from kerja.forecast.questions import Target as Target
from kerja.forecast.questions import What as What
from kerja.forecast.results import Run as Run
from kerja.forecast.scheme import Input as Input
from kerja.forecast.scheme import Scheme as Scheme
from kerja.forecast.scheme import Unknown as Unknown
from kerja.forecast.solving import Solution as Solution
from kerja.forecast.solving import solve as solve
from kerja.forecast.uncertainty import WORLDS as WORLDS
from kerja.forecast.uncertainty import Band as Band
from kerja.forecast.uncertainty import Bands as Bands
from kerja.forecast.uncertainty import bands as bands
from kerja.forecast.world import World as World
from kerja.forecast.world import base_values as base_values
from kerja.forecast.world import settle as settle

__all__ = [
    "RUNS",
    "SEED",
    "WORLDS",
    "Band",
    "Bands",
    "Break",
    "Driver",
    "Executor",
    "Forecast",
    "Ground",
    "Input",
    "Outcomes",
    "Run",
    "Scheme",
    "Solution",
    "Stage",
    "Target",
    "Unknown",
    "What",
    "World",
    "bands",
    "base_values",
    "breaks",
    "compile_scheme",
    "executor_at",
    "forecast",
    "grounds",
    "settle",
    "solution_to_json",
    "solve",
    "to_json",
]
