"""The paths of fields in words, as a cell has room for them."""

from __future__ import annotations

import re

from kerja.adaptation import words

_MEASURED = re.compile(r"\.measurements\[([^\]]*)\]")


def named(path: str) -> str:
    """Say a path in words; a measurement is named at the end.

    >>> named("labour_force.measurements[lfs-2019].unemployed"), named("economy.ppp_rate")
    ('labour force: unemployed (lfs-2019)', 'economy: ppp rate')
    """
    measured = _MEASURED.search(path)
    spoken = words(_MEASURED.sub("", path))
    return f"{spoken} ({measured[1]})" if measured else spoken
