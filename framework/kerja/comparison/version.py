"""One of the two versions that are compared."""

from __future__ import annotations

from dataclasses import dataclass

from kerja.blueprint import Blueprint
from kerja.costing import Option
from kerja.feasibility import Binding
from kerja.profile import Profile
from kerja.register import Register


@dataclass(frozen=True, slots=True)
class Version:
    """A blueprint with its results, under the name that the reader gave it."""

    name: str
    blueprint: Blueprint
    options: tuple[Option, ...]
    limits: Binding
    register: Register

    @property
    def profile(self) -> Profile:
        """The profile behind the blueprint."""
        return self.blueprint.profile
