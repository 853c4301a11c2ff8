"""A blank profile: the text that `kerja new` gives a country to fill in."""

from kerja.blank.slots import SLOTS as SLOTS
from kerja.blank.territory import Territory as Territory
from kerja.blank.territory import territory as territory
from kerja.blank.writing import blank_profile as blank_profile

__all__ = ["SLOTS", "Territory", "blank_profile", "territory"]
