"""Dates as a profile writes them: a day, a month or a year that exists, or a day of every year."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

_MONTH_AND_DAY = re.compile(r"([0-9]{2})-([0-9]{2})", re.ASCII)
_COMMON_YEAR = 2001
_EVERY_YEAR = "MM-DD, a month and a day of every year, as 10-01 is the first of October"


def _exists(text: str) -> str:
    year, month, day = (*text.split("-"), "01", "01")[:3]
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        said = {"pattern": "of a date that exists"}
        raise PydanticCustomError("text-form", "no such date", said) from None
    return text


def _comes_every_year(text: str) -> str:
    found = _MONTH_AND_DAY.fullmatch(text)
    month, day = (int(found[1]), int(found[2])) if found is not None else (0, 0)
    try:
        # 29 February is no day of every year.
        date(_COMMON_YEAR, month, day)
    except ValueError:
        said = {"pattern": _EVERY_YEAR, "cure": "month and day: 01-01, 10-01"}
        raise PydanticCustomError("text-form", "no such day", said) from None
    return text


IsoDate = Annotated[
    str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"), AfterValidator(_exists)
]
"""ISO 8601: 2025, 2025-08 or 2025-08-31."""

IsoDay = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_exists)]
"""ISO 8601, a whole day: 2025-08-31."""

MonthDay = Annotated[str, AfterValidator(_comes_every_year)]
"""Month and day of every year: 10-01 is the first of October."""
