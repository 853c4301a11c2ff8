"""The profile: what a country says about itself; every figure has a source."""

from kerja.profile.facts import Assumption as Assumption
from kerja.profile.facts import Count as Count
from kerja.profile.facts import Fact as Fact
from kerja.profile.facts import Figure as Figure
from kerja.profile.facts import Knowledge as Knowledge
from kerja.profile.facts import Money as Money
from kerja.profile.facts import Number as Number
from kerja.profile.facts import Rate as Rate
from kerja.profile.facts import Share as Share
from kerja.profile.facts import WordList as WordList
from kerja.profile.facts import Words as Words
from kerja.profile.facts import YesNo as YesNo
from kerja.profile.openness import Listed as Listed
from kerja.profile.openness import OpenSection as OpenSection
from kerja.profile.people import LabourFigures as LabourFigures
from kerja.profile.people import LabourForce as LabourForce
from kerja.profile.people import LabourMeasurement as LabourMeasurement
from kerja.profile.people import SexFigures as SexFigures
from kerja.profile.profile import Origin as Origin
from kerja.profile.profile import Profile as Profile
from kerja.profile.profile import facts as facts
from kerja.profile.programme import Benefit as Benefit
from kerja.profile.ranges import Range as Range
from kerja.profile.ranges import point as point
from kerja.profile.ranges import range_of_assumption as range_of_assumption
from kerja.profile.ranges import range_of_figure as range_of_figure
from kerja.profile.section import Section as Section
from kerja.profile.wallets import Rail as Rail

__all__ = [
    "Assumption",
    "Benefit",
    "Count",
    "Fact",
    "Figure",
    "Knowledge",
    "LabourFigures",
    "LabourForce",
    "LabourMeasurement",
    "Listed",
    "Money",
    "Number",
    "OpenSection",
    "Origin",
    "Profile",
    "Rail",
    "Range",
    "Rate",
    "Section",
    "SexFigures",
    "Share",
    "WordList",
    "Words",
    "YesNo",
    "facts",
    "point",
    "range_of_assumption",
    "range_of_figure",
]
