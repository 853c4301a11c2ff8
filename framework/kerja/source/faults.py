"""Every kind of finding of the reader: code, name, weight, why it matters and what is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kerja.findings import Finding, Place, Related, Severity


@dataclass(frozen=True, slots=True)
class FindingKind:
    """One kind of finding. A code or a name, once published, never means anything else."""

    code: str
    name: str
    severity: Severity
    why: str
    right: str


def fault(
    name: str,
    message: str,
    place: Place,
    *,
    hint: str | None = None,
    path: str = "",
    related: Sequence[Related] = (),
) -> Finding:
    """Return a finding of the kind `name`; without a hint, the kind's own advice is given."""
    kind = _BY_NAME[name]
    return Finding(
        code=kind.code,
        name=kind.name,
        severity=kind.severity,
        message=message,
        place=place,
        hint=kind.right if hint is None else hint,
        path=path,
        related=tuple(related),
    )


_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO
# fmt: off
_KINDS = (
    # The file
    FindingKind("KY001", "too-large", _E,
        "A profile is some pages of text; a file of megabytes is something else.",
        "keep the file under 2 MB"),
    FindingKind("KY002", "byte-order-mark", _I,
        "Some tools read the invisible mark as part of the first key.",
        "save as UTF-8 without BOM"),
    FindingKind("KY003", "utf-16", _E,
        "Profiles are UTF-8, so that every tool reads the same text.",
        "save the file as UTF-8"),
    FindingKind("KY004", "not-utf-8", _E,
        "In another encoding, names and currency signs turn into other characters.",
        "save the file as UTF-8"),
    FindingKind("KY005", "not-text", _E,
        "A profile is a text file.",
        "save the profile as plain text; .docx, .xlsx and .pdf cannot be read"),
    FindingKind("KY006", "line-separator", _W,
        "Editors and YAML count such a character differently as an end of line.",
        "delete the character, or press Enter there"),
    FindingKind("KY007", "control-character", _E,
        "Control characters cannot be seen and change how text is read.",
        "delete the character"),
    FindingKind("KY008", "nothing-to-read", _E,
        "A file without keys describes no country.",
        "start from the profile of a shipped example"),
    FindingKind("KY009", "not-key-and-value", _E,
        "A profile is a list of named values.",
        "start with kerja: 1, then one `key: value` a line"),
    FindingKind("KY010", "unreadable-line", _E,
        "The line is not YAML.",
        "write `key: value`, children indented by two spaces"),
    FindingKind("KY011", "lines-skipped", _I,
        "What stands in unreadable lines is not checked, and may be reported as missing.",
        "mend the lines, then check again"),
    FindingKind("KY012", "tab-indentation", _E,
        "A tab is as wide as each editor likes, so YAML forbids it as indentation.",
        "indent by spaces"),
    # The characters and numbers of a value
    FindingKind("KY101", "invisible-character", _E,
        "Zero-width and direction marks make a text read differently from how it looks.",
        "delete the word and type it again"),
    FindingKind("KY102", "pasted-character", _W,
        "Word and Excel put in look-alikes of digits, minus, quotes and spaces.",
        "type it again on the keyboard"),
    FindingKind("KY104", "leading-zero", _I,
        "A number that starts with 0 is kept as text: it may be a code.",
        "quote a code, drop the zeros of a number"),
    FindingKind("KY105", "hexadecimal-number", _W,
        "0x1F and 0o17 are numbers to programmers only; here they stay text.",
        "write the number in ordinary digits"),
    FindingKind("KY107", "comma-ended-number", _E,
        "Inside { } a comma starts the next key, so the number would lose its end.",
        "group digits by _ or not at all: 89_878"),
    FindingKind("KY108", "too-many-digits", _E,
        "No figure has more than 30 digits; an identifier does.",
        "quote it if it is an identifier"),
    FindingKind("KY109", "not-a-number", _E,
        "Infinity and not-a-number cannot be computed with.",
        "write unknown if the figure is not published"),
    FindingKind("KY110", "comma-ended-text", _E,
        "Inside { } a comma starts the next key, so the text would lose its end.",
        "put a text with commas in quotes"),
    # The structure
    FindingKind("KY111", "nested-too-deep", _E,
        "No section is nested deeper than 64 levels.",
        "look for brackets that are not closed"),
    FindingKind("KY112", "undefined-alias", _E,
        "*name repeats a value marked &name further up, and there is none.",
        "quote the text if the * belongs to it"),
    FindingKind("KY113", "too-many-values", _E,
        "References to references can grow a small file beyond any memory.",
        "keep a profile under 100,000 values"),
    FindingKind("KY114", "duplicate-key", _E,
        "YAML would keep one of the two values in silence.",
        "keep one of the two"),
    FindingKind("KY115", "key-not-text", _E,
        "A key is a word, not a list or a section, and never empty.",
        "write `key: value`"),
    FindingKind("KY116", "merge-key", _E,
        "With << and extends together nobody could tell where a value comes from.",
        "extends is the only way to vary a profile"),
    FindingKind("KY117", "tag", _E,
        "Tags such as !!int ask a YAML tool to run code or to change a type.",
        "remove it; put quotes around a text that starts with !"),
    FindingKind("KY118", "second-document", _E,
        "A file is one profile.",
        "put the second profile in a file of its own"),
    FindingKind("KY119", "recursive-alias", _E,
        "A value that contains itself has no end.",
        "write the value out"),
    FindingKind("KY120", "duplicate-id", _E,
        "Items are known by their id; two of one id cannot be told apart or merged.",
        "give each item an id of its own"),
    # The head
    FindingKind("KY201", "language-version-missing", _E,
        "Without it a later kerja cannot know how to read the file.",
        "add kerja: 1 at the top"),
    FindingKind("KY202", "language-version-unknown", _E,
        "The version is a whole number that some kerja has known.",
        "write kerja: 1"),
    FindingKind("KY203", "newer-language", _E,
        "The file uses a later version of the language than this kerja reads.",
        "update kerja"),
    FindingKind("KY204", "kind-missing", _E,
        "What is checked depends on what the file describes.",
        "add kind: country (or model, area, scenario)"),
    FindingKind("KY205", "kind-unknown", _E,
        "A profile is one of four kinds.",
        "model, country, area or scenario"),
    # The basis of a section
    FindingKind("KY301", "basis-key-unknown", _E,
        "A mistyped key of a basis would leave the figures without their source.",
        "year, month, quarter, date, source, confidence, status, definition, ages, for"),
    FindingKind("KY302", "basis-not-plain", _E,
        "A basis is repeated for every figure, so it holds single values only.",
        "basis: {year: 2024, source: key-of-a-source}"),
    FindingKind("KY303", "basis-for-nothing", _W,
        "The basis is meant for a part that this file does not hold.",
        "name a part of this file and section"),
    # Acceptance in place
    FindingKind("KY401", "acceptance-without-reason", _E,
        "A finding is accepted for a reason that the next reader needs.",
        "# kerja: ignore[KL103] reason"),
    FindingKind("KY402", "acceptance-unreadable", _E,
        "A comment that accepts nothing would look as if it did.",
        "# kerja: ignore[KL103] reason"),
    FindingKind("KY403", "unused-acceptance", _W,
        "A comment that accepts what is no longer there hides what comes next.",
        "delete the comment"),
    # Extending
    FindingKind("KX701", "deletes-nothing", _W,
        "What is deleted or removed is not in the profile that this one extends.",
        "look for a typing mistake, or drop the line"),
    FindingKind("KX703", "parent-not-found", _E,
        "Without its parent the profile is incomplete.",
        "name a shipped profile or a file beside this one"),
    FindingKind("KX704", "parent-outside", _E,
        "A profile reads its own folder, --profiles and the shipped profiles, nothing else.",
        "put the parent beside the profile, or give its folder by --profiles"),
    FindingKind("KX705", "circular-extends", _E,
        "A profile that extends itself has no beginning.",
        "extend a model or another profile"),
    FindingKind("KX706", "chain-too-long", _E,
        "Nobody can follow a value through more than 16 files.",
        "extend a profile nearer to the model"),
    FindingKind("KX707", "extends-not-a-name", _E,
        "A profile has one parent, given by name.",
        "extends: prakerja-2023"),
    FindingKind("KX708", "empty-value", _E,
        "Nothing may mean delete, keep or unknown, and these differ.",
        "write null to delete, unknown if it is not published"),
    FindingKind("KX709", "metadata-without-figure", _E,
        "A new year or source on an inherited figure would claim what nobody measured.",
        "repeat the value: {value: …, year: …}"),
    FindingKind("KX710", "parent-kind", _E,
        "A model stands alone; a country builds on a model, an area on a country.",
        "extend a profile of a fitting kind"),
    FindingKind("KX711", "item-without-id", _W,
        "Lists are merged by id; with one id missing the whole inherited list is replaced.",
        "give each item an id"),
    FindingKind("KX712", "remove-not-true", _E,
        "remove deletes an inherited item and knows one answer.",
        "{id: …, remove: true}"),
    FindingKind("KX713", "option-not-found", _E,
        "Options stand side by side; without the file of one the choice is incomplete.",
        "name a file of the folder options/ beside the profile"),
)
# fmt: on

_BY_NAME = {kind.name: kind for kind in _KINDS}
LOADER_FINDINGS: Mapping[str, FindingKind] = {kind.code: kind for kind in _KINDS}
"""Every kind of finding of the reader, by code."""
