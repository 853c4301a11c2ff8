"""One document with everything in it, in English, Khmer and Thai."""

from __future__ import annotations

import datetime

import pytest

from kerja.documents import Document, parse

TEXT = """
> [!answer] The answer
> Places bind: **89,878** people[^ppp] of 1.5 million[^app].

# Options

| Option | People | Who agrees |
|---|--:|:-:|
| As announced[^app] | 1,500,000 | finance |
| គ្រឹះស្ថានបណ្តុះបណ្តាល | ៨៩,៨៧៨ | สถาบันฝึกอบรม |

: What each reaches[^ppp]

## ប្រាក់លើកទឹកចិត្ត

ក្រសួង**៥០%**នៃប្រជាជន and กรุงเทพมหานคร, see [the source](https://example.org/a b).

- one
  1. inner
- two

3. three
4. four

> [!decision]
> Decide.

![ក្រសួង](chart.svg)

: People by option

```
seats: unknown
```

---

[^ppp]: Phnom Penh Post 2023 ភ្នំពេញ.
[^app]: APP, 14 November 2023.
"""

CHART = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60" font-family="Noto Sans">'
    '<rect width="200" height="40" fill="#14507d"/><text x="9" y="55">ភ្នំពេញ ไทย → 60%</text></svg>'
)


@pytest.fixture
def date() -> datetime.date:
    return datetime.date(2026, 10, 1)


@pytest.fixture
def images() -> dict[str, str]:
    return {"chart.svg": CHART}


@pytest.fixture(params=["en", "km", "th"])
def document(request: pytest.FixtureRequest) -> Document:
    body = parse(TEXT.replace("a b", "a%20b"))
    return Document(
        "A skills card: ប័ណ្ណជំនាញ",
        request.param,
        body.blocks,
        subtitle="Policy brief",
        date="1 October 2026",
        status="Draft for decision",
        notes=body.notes,
        contents=True,
    )
