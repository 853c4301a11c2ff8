"""The register: every figure of a blueprint under one key, with unit, source and status."""

from kerja.register.decided import bound_key as bound_key
from kerja.register.decided import lever_key as lever_key
from kerja.register.decided import with_decided as with_decided
from kerja.register.entry import Entry as Entry
from kerja.register.entry import Register as Register
from kerja.register.foreseen import with_foreseen as with_foreseen
from kerja.register.gathering import register as register

__all__ = [
    "Entry",
    "Register",
    "bound_key",
    "lever_key",
    "register",
    "with_decided",
    "with_foreseen",
]
