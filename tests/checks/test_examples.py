"""Tests of the pages: what each check says of itself is complete, and its examples are true."""

import re
from collections.abc import Callable

import pytest

from kerja.checks import Check, Examination, all_checks

Examine = Callable[[str], Examination]

CHECKS = all_checks()
NAMES = {check.code: check.name for check in CHECKS}
every_check = pytest.mark.parametrize("check", CHECKS, ids=list(NAMES))


def said(examination: Examination) -> str:
    return "\n".join(f"{f.place} {f.code} {f.path}: {f.message}" for f in examination.findings)


def lacking(examination: Examination, code: str) -> set[str]:
    return {name for one in examination.not_evaluated if one.code == code for name in one.lacks}


@every_check
def test_the_bad_example_gives_this_finding_and_no_other(check: Check, examined: Examine) -> None:
    examination = examined(check.page.bad)
    codes = {finding.code for finding in examination.findings}
    assert check.code in codes, said(examination)
    assert codes - {check.code} <= set(check.beside), said(examination)
    assert bool(codes - {check.code}) == bool(check.beside), said(examination)


@every_check
def test_the_good_example_gives_no_finding(check: Check, examined: Examine) -> None:
    examination = examined(check.page.good)
    assert not examination.findings, said(examination)


@every_check
def test_the_good_example_passes_because_it_was_evaluated(check: Check, examined: Examine) -> None:
    good, bad = (lacking(examined(text), check.code) for text in (check.page.good, check.page.bad))
    assert good <= bad


@every_check
def test_a_finding_says_where_what_is_wrong_and_what_would_be_right(
    check: Check, examined: Examine
) -> None:
    for finding in examined(check.page.bad).findings:
        assert finding.message
        assert finding.hint
        assert finding.place.line > 1
        assert finding.name == NAMES[finding.code]


@every_check
def test_every_part_of_a_page_is_written(check: Check) -> None:
    page = check.page
    assert all((page.summary, page.why, page.bad, page.good, page.source))
    assert page.bad != page.good
    for text in (page.summary, page.why, page.source):
        assert text.endswith("."), text
    for text in (page.summary, page.why):
        assert text[:1].isupper() or not text[:1].isalpha(), text


@every_check
def test_a_name_is_lower_case_words_with_hyphens(check: Check) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", check.name)


def test_codes_and_names_are_unique_and_codes_sorted() -> None:
    codes = [check.code for check in CHECKS]
    assert codes == sorted(set(codes))
    assert len(set(NAMES.values())) == len(NAMES)
    assert all(re.fullmatch(r"K[A-Z][0-9]{3}", code) for code in codes)


def test_a_check_beside_others_names_registered_ones() -> None:
    assert all(set(check.beside) <= NAMES.keys() - {check.code} for check in CHECKS)
