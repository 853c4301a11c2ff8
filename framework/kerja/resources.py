"""Where the shipped profiles and templates are: in the installed wheel or in a checkout."""

from pathlib import Path

from kerja.errors import KerjaError

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent


def shipped(folder: str) -> Path:
    """Return the shipped `folder` ("country_profiles", "templates").

    A checkout wins over the wheel's copy: an editable install keeps a stale copy of forced files.

    Raises:
        KerjaError: the installation lacks the folder.
    """
    for candidate in (_CHECKOUT / folder, _PACKAGE / "_data" / folder):
        ours = (candidate.parent / "pyproject.toml").is_file() or candidate.parent.name == "_data"
        if ours and candidate.is_dir():
            return candidate
    raise KerjaError(
        f'the folder "{folder}" is missing from this installation', "install kerja again"
    )
