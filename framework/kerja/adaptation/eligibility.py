"""Rules on who may take part and how that is checked (REG)."""

from __future__ import annotations

from kerja.adaptation.change import Addition, Change
from kerja.adaptation.looking import Look, both
from kerja.adaptation.registry import rule


@rule("REG-04", "income-test-without-data")
def income_test_without_data(look: Look) -> Change | None:
    """An income ceiling cannot be checked

    Why: Auditors found 119,494 recipients of 2021 above a wage line that no data could check and
        that the ministry said was no rule. A test that nobody can perform becomes an audit
        finding.
    Evidence: BPK report on 2021; answer of the ministry, Bisnis.com, 10 June 2022.
    Basis: sourced
    Asks: Is there to be an income ceiling? If so, on what evidence? The legislator decides.
    Owner: legislator
    """
    if not both(
        lambda: look.denies("registry.payroll_data"),
        lambda: look.denies("registry.social_security_data"),
    ):
        return None
    return Change(
        proposals=(
            "no income ceiling",
            "a ceiling on the person's own declaration, with a check of a sample afterwards",
            "a ceiling only after payroll or social-security data can be checked",
        ),
        documents=(
            Addition(
                "cabinet-memo",
                "No register allows an income ceiling to be checked. Three ways are open: no "
                "ceiling; a ceiling on declaration with sample checks; a ceiling once data exist.",
            ),
            Addition(
                "regulation-draft",
                "Drafting instructions: the clause on income follows the way that the legislator "
                "chooses, and names the data by which it is checked.",
            ),
        ),
    )
