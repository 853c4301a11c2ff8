"""Indicators of countries and programmes: what each is, its value, and how far it compares."""

from kerja.indicators.catalogue import indicator as indicator
from kerja.indicators.catalogue import indicators as indicators
from kerja.indicators.indicator import Basis as Basis
from kerja.indicators.indicator import Direction as Direction
from kerja.indicators.indicator import Indicator as Indicator
from kerja.indicators.indicator import Way as Way
from kerja.indicators.mark import Flaw as Flaw
from kerja.indicators.mark import Mark as Mark
from kerja.indicators.marking import marks_between as marks_between
from kerja.indicators.ranking import Place as Place
from kerja.indicators.ranking import Ranking as Ranking
from kerja.indicators.ranking import Unranked as Unranked
from kerja.indicators.ranking import ranks as ranks
from kerja.indicators.reading import About as About
from kerja.indicators.reading import Amounts as Amounts
from kerja.indicators.reading import Lack as Lack
from kerja.indicators.reading import Reading as Reading
from kerja.indicators.reckoning import read as read
from kerja.indicators.reckoning import read_all as read_all
from kerja.indicators.subject import Subject as Subject
from kerja.indicators.subject import subject as subject
from kerja.indicators.term import Input as Input
from kerja.indicators.terms import fields_behind as fields_behind
from kerja.indicators.terms import in_words as in_words
from kerja.indicators.terms import meaning as meaning

__all__ = [
    "About", "Amounts", "Basis", "Direction", "Flaw", "Indicator", "Input", "Lack", "Mark", "Place",
    "Ranking", "Reading", "Subject", "Unranked", "Way", "fields_behind", "in_words", "indicator",
    "indicators", "marks_between", "meaning", "ranks", "read", "read_all", "subject",
]  # fmt: skip
