"""The 32 published statistics of Kartu Prakerja, and three beyond that list."""

from __future__ import annotations

from tests.history import accounts_and_effects, beyond, people_and_money

STATISTICS = (*people_and_money.ROWS, *accounts_and_effects.ROWS)
"""The list, in its order."""

BEYOND = beyond.ROWS
"""January 2023 and Cambodia."""
