"""Language tags of BCP 47; the registers are loaded only when a tag is looked up."""

from __future__ import annotations

import re

from kerja.checks.lands import land

_SCRIPT = re.compile(r"[A-Za-z]{4}")
_REGION = re.compile(r"[A-Za-z]{2}")
_OTHER = re.compile(r"[A-Za-z0-9]{1,8}")


def language_meant(tag: str) -> str | None:
    """Return the BCP 47 tag that a language tag should be: itself if it is one; None if unclear.

    Language and country are looked up; script, variant and extension only have the right form.

    >>> language_meant("km"), language_meant("in"), language_meant("khm"), language_meant("ms_my")
    ('km', 'id', 'km', 'ms-MY')
    >>> language_meant("iban"), language_meant("Khmer"), language_meant("xx")
    ('iba', 'km', None)
    """
    first, *rest = re.split(r"[-_]", tag)
    language = _language(first)
    if language is None:
        return None
    subtags = [_subtag(part) for part in rest]
    return "-".join([language, *(subtag for subtag in subtags if subtag)])


def _subtag(written: str) -> str:
    """Return a subtag in its usual case, "" if it is none."""
    if _REGION.fullmatch(written):
        return written.upper() if land(written.upper()) else ""
    if _SCRIPT.fullmatch(written):
        return written.title()
    return written if _OTHER.fullmatch(written) else ""


def _language(written: str) -> str | None:
    from babel.core import get_global

    code = written.lower()
    replaced = get_global("language_aliases")
    if code in get_global("likely_subtags") and code not in replaced:
        return code
    return _registered(code) or _registered(str(replaced.get(code, "")).partition("_")[0])


def _registered(code: str) -> str | None:
    """Return the shortest code of a language of ISO 639, by code or by name."""
    import pycountry

    languages = pycountry.languages
    found = languages.get(alpha_2=code) or languages.get(alpha_3=code)
    if found is None:
        # A name is often written where a code belongs: Khmer, Iban.
        found = next((one for one in languages if one.name.lower() == code), None)
    return str(getattr(found, "alpha_2", found.alpha_3)) if found is not None else None
