"""How a country's facts change the design: rules, decisions, fidelity, the decision sheet."""

from kerja.adaptation import accounts as accounts
from kerja.adaptation import civil_society as civil_society
from kerja.adaptation import connectivity as connectivity
from kerja.adaptation import context as context
from kerja.adaptation import digital as digital
from kerja.adaptation import eligibility as eligibility
from kerja.adaptation import existing as existing
from kerja.adaptation import grievance as grievance
from kerja.adaptation import identity as identity
from kerja.adaptation import identity_checks as identity_checks
from kerja.adaptation import incentives as incentives
from kerja.adaptation import institutions as institutions
from kerja.adaptation import legal as legal
from kerja.adaptation import literacy as literacy
from kerja.adaptation import money as money
from kerja.adaptation import payments as payments
from kerja.adaptation import people as people
from kerja.adaptation import placement as placement
from kerja.adaptation import programme as programme
from kerja.adaptation import providers as providers
from kerja.adaptation import provinces as provinces
from kerja.adaptation import rails as rails
from kerja.adaptation import registers as registers
from kerja.adaptation import returnees as returnees
from kerja.adaptation import selection as selection
from kerja.adaptation import shock as shock
from kerja.adaptation import skills as skills
from kerja.adaptation import supply as supply
from kerja.adaptation import tracks as tracks
from kerja.adaptation.change import Addition as Addition
from kerja.adaptation.change import Change as Change
from kerja.adaptation.change import Conflict as Conflict
from kerja.adaptation.change import Decision as Decision
from kerja.adaptation.change import ExtraCost as ExtraCost
from kerja.adaptation.change import Gate as Gate
from kerja.adaptation.change import Outcome as Outcome
from kerja.adaptation.change import Setting as Setting
from kerja.adaptation.change import SettingValue as SettingValue
from kerja.adaptation.fidelity import Feature as Feature
from kerja.adaptation.fidelity import Likeness as Likeness
from kerja.adaptation.fidelity import describe as describe
from kerja.adaptation.fidelity import fidelity as fidelity
from kerja.adaptation.gaps import Gap as Gap
from kerja.adaptation.gaps import data_to_obtain as data_to_obtain
from kerja.adaptation.inheritance import INHERITED as INHERITED
from kerja.adaptation.inheritance import NATIONAL as NATIONAL
from kerja.adaptation.inheritance import is_inherited as is_inherited
from kerja.adaptation.inheritance import is_national as is_national
from kerja.adaptation.inheritance import taken_over as taken_over
from kerja.adaptation.registry import Rule as Rule
from kerja.adaptation.registry import all_rules as all_rules
from kerja.adaptation.registry import decide as decide
from kerja.adaptation.registry import fits as fits
from kerja.adaptation.registry import judge as judge
from kerja.adaptation.settings import settle as settle
from kerja.adaptation.sheet import Point as Point
from kerja.adaptation.sheet import decision_sheet as decision_sheet
from kerja.adaptation.wording import words as words

__all__ = [
    "INHERITED",
    "NATIONAL",
    "Addition",
    "Change",
    "Conflict",
    "Decision",
    "ExtraCost",
    "Feature",
    "Gap",
    "Gate",
    "Likeness",
    "Outcome",
    "Point",
    "Rule",
    "Setting",
    "SettingValue",
    "all_rules",
    "data_to_obtain",
    "decide",
    "decision_sheet",
    "describe",
    "fidelity",
    "fits",
    "is_inherited",
    "is_national",
    "judge",
    "settle",
    "taken_over",
    "words",
]
