"""Dates as a profile writes them: a day, a month or a year that exists."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError


def _exists(text: str) -> str:
    year, month, day = (*text.split("-"), "01", "01")[:3]
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        said = {"pattern": "of a date that exists"}
        raise PydanticCustomError("text-form", "no such date", said) from None
    return text


IsoDate = Annotated[
    str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"), AfterValidator(_exists)
]
"""ISO 8601: 2025, 2025-08 or 2025-08-31."""

IsoDay = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_exists)]
"""ISO 8601, a whole day: 2025-08-31."""
