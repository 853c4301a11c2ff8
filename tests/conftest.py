"""What all tests share: comparing generated text with the committed file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

Golden = Callable[[str, Path], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite",
        action="store_true",
        help="write generated files anew instead of comparing them; the diff is the review",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a committed file, or rewrite that file with `pytest --rewrite`."""

    def compare(text: str, path: Path) -> None:
        if request.config.getoption("--rewrite"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            return
        committed = path.read_text(encoding="utf-8") if path.is_file() else ""
        assert text == committed, f"{path.relative_to(ROOT)} is out of date: pytest --rewrite"

    return compare
