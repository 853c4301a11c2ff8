"""Random numbers that depend on nothing but their key: seed, run, step, visit, purpose, person.

A number is a mixed hash of its key (counter-based generation: Salmon et al., Parallel random
numbers: as easy as 1, 2, 3, SC 2011; the mixing is that of SplitMix64: Steele et al., Fast
splittable pseudorandom number generators, OOPSLA 2014). It does not depend on the order in which
people are treated, nor on how work is split, and two schemes that share a step share its luck.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.signedinteger]
    Counts = NDArray[np.integer]
    Words = NDArray[np.uint64]

_MASK = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15
_FIRST = 0xBF58476D1CE4E5B9
_SECOND = 0x94D049BB133111EB
_VISIT_BITS = 40
_ONE = 0x3FF0000000000000
_BLOCK = 1 << 14

ARRIVAL, GROUP, SCORE, DURATION, OUTCOME, LOT, HOUSEHOLD = range(7)
"""What a number is drawn for."""


@dataclass(frozen=True, slots=True)
class Luck:
    """The source of all draws of one run."""

    seed: int
    run: int = 0

    def key(self, purpose: int, salt: int = 0) -> int:
        """Return the key of a purpose at a step: a word of 64 bits."""
        found = mixed((self.seed + _GOLDEN) & _MASK)
        for part in (self.run, salt, purpose):
            found = mixed(found ^ mixed((part + 1) * _GOLDEN & _MASK))
        return found

    def uniform(self, key: int, persons: Ints, visits: Counts | None = None) -> Floats:
        """Return numbers in the open interval (0, 1), one for each person and visit.

        Args:
            key: from `key`.
            persons: positions of persons, 0 and more, below 2^40.
            visits: number of this visit from 1 for each of them; 1 for all, if not given.
        """
        import numpy as np

        words = np.empty(persons.size, dtype=np.uint64)
        spare = np.empty(min(persons.size, _BLOCK), dtype=np.uint64)
        numbers = persons.view(np.uint64)
        # Block by block, all of whose steps find it in the cache of the processor.
        for low in range(0, persons.size, _BLOCK):
            block = slice(low, low + _BLOCK)
            word = np.multiply(numbers[block], np.uint64(_GOLDEN), out=words[block])
            if visits is not None:
                again = visits[block].astype(np.uint64) - np.uint64(1)
                word += again * np.uint64((_GOLDEN << _VISIT_BITS) & _MASK)
            word ^= np.uint64(key)
            _mix(word, spare[: word.size])
            # The bits of a number from 1 to 2, whose first bits are the word's: faster than a
            # division.
            word >>= np.uint64(12)
            word |= np.uint64(_ONE)
            even = word.view(np.float64)
            even -= 1 - 2.0**-53
        return words.view(np.float64)


def mixed(word: int) -> int:
    """Mix the bits of a word of 64 bits: one to one, each bit depends on all."""
    word = (word ^ (word >> 30)) * _FIRST & _MASK
    word = (word ^ (word >> 27)) * _SECOND & _MASK
    return word ^ (word >> 31)


def salt_of(name: str) -> int:
    """Return a number for the name of a step, the same on every machine."""
    found = 0
    for byte in name.encode():
        found = mixed(found ^ ((byte + 1) * _GOLDEN & _MASK))
    return found


def _mix(word: Words, spare: Words) -> None:
    import numpy as np

    np.right_shift(word, np.uint64(30), out=spare)
    word ^= spare
    word *= np.uint64(_FIRST)
    np.right_shift(word, np.uint64(27), out=spare)
    word ^= spare
    word *= np.uint64(_SECOND)
    np.right_shift(word, np.uint64(31), out=spare)
    word ^= spare
