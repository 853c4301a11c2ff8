"""One item of the delivery-chain checklist: a question, four levels in words, what shows each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kerja.feasibility.evidence import Evidence
from kerja.feasibility.ladder import Rungs

DELIVERY = "World Bank, Sourcebook on the Foundations of Social Protection Delivery Systems (2020)"
IDENTITY = "ISPA, Identification Systems tool (2016)"
PAYMENTS = "ISPA, Social Protection Payments tool (2016)"
CHOICE = "CGAP, The Future of G2P Payments: Expanding Customer Choice (2019)"
ARCHITECTURE = "World Bank, Next Generation G2P Payments (2022)"
RESPONSIBLE = "UN Principles for Responsible Digital Payments (2021)"
PRIVACY = "SPIAC-B and GIZ, Good Practices for Ensuring Data Protection and Privacy (2022, 2024)"
SYSTEMS = "ISPA, Core Diagnostic Instrument (CODI)"


@dataclass(frozen=True, slots=True)
class Item:
    """One item. `levels` say in words what 0 to 3 are; `rungs` reads the facts that show them."""

    id: str
    phase: str
    question: str
    levels: tuple[str, str, str, str]
    source: str
    rungs: Callable[[Evidence], Rungs]
