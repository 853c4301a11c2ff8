"""The public interface is what `kerja.__all__` names, and asking for it is cheap."""

from __future__ import annotations

import subprocess
import sys

import pytest

import kerja


@pytest.mark.parametrize("name", kerja.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(kerja, name) is not None


def test_a_name_that_is_not_public_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute nothing"):
        _ = getattr(kerja, "nothing")  # noqa: B009


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    code = (
        "import sys; from kerja.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'pydantic', 'yaml', 'jinja2', 'typst', 'babel', 'pycountry'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_check_loads_neither_documents_nor_languages() -> None:
    code = (
        "import sys; from kerja.cli import main\n"
        "try: main(['check', 'prakerja-2023'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'jinja2', 'typst', 'markdown_it', 'networkx'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_names_stand_in_the_order_of_the_pipeline() -> None:
    names = kerja.__all__
    assert names.index("Register") < names.index("Plan") < names.index("diff")
    assert names.index("diff") < names.index("build")


def test_importing_kerja_imports_none_of_its_layers() -> None:
    code = "import sys, kerja; print([m for m in sys.modules if m.startswith('kerja.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
