"""The register: every figure of a blueprint under one key, with unit, source and status."""

from kerja.register.entry import Entry as Entry
from kerja.register.entry import Register as Register
from kerja.register.gathering import register as register

__all__ = ["Entry", "Register", "register"]
