"""The parts of a DOCX file and the zip archive that holds them, the same bytes every time."""

from __future__ import annotations

import datetime
import io
import zipfile
from dataclasses import dataclass, field

from kerja.documents.word_xml import Element, element, serialised

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DEFAULTS = {
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "svg": "image/svg+xml",
    "xml": "application/xml",
}
_TYPES = {
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "word/document.xml": _WORD + "document.main+xml",
    "word/fontTable.xml": _WORD + "fontTable+xml",
    "word/footer.xml": _WORD + "footer+xml",
    "word/footer_landscape.xml": _WORD + "footer+xml",
    "word/footnotes.xml": _WORD + "footnotes+xml",
    "word/numbering.xml": _WORD + "numbering+xml",
    "word/settings.xml": _WORD + "settings+xml",
    "word/styles.xml": _WORD + "styles+xml",
}


@dataclass(slots=True)
class Relations:
    """What one part refers to: other parts, pictures, addresses."""

    _known: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, kind: str, target: str) -> str:
        """Return the identifier of a target, the same for the same one. `kind` as in "image"."""
        return self._known.setdefault((kind, target), f"rId{len(self._known) + 1}")

    def part(self) -> Element:
        """Return the relations as a part of the package."""
        root = Element("Relationships", {"xmlns": _PACKAGE + "relationships"})
        for (kind, target), identifier in self._known.items():
            kind_address = kind if kind.startswith("http") else _OFFICE + kind
            attributes = {"Id": identifier, "Type": kind_address, "Target": target}
            if kind == "hyperlink":
                attributes["TargetMode"] = "External"
            root.append(Element("Relationship", attributes))
        return root


def archive(parts: dict[str, bytes], date: datetime.date) -> bytes:
    """Return the DOCX file that holds `parts` by name, every entry dated `date`."""
    root = Relations()
    root.add("officeDocument", "word/document.xml")
    root.add(_CORE, "docProps/core.xml")
    root.add("extended-properties", "docProps/app.xml")
    head = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": serialised(root.part())}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive_file:
        for name, content in (*head.items(), *sorted(parts.items())):
            entry = zipfile.ZipInfo(name, (max(date.year, 1980), date.month, date.day, 0, 0, 0))
            entry.create_system = 3
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive_file.writestr(entry, content)
    return out.getvalue()


def _content_types(parts: dict[str, bytes]) -> bytes:
    root = element("Types", {"xmlns": _PACKAGE + "content-types"})
    for extension, kind in _DEFAULTS.items():
        root.append(Element("Default", {"Extension": extension, "ContentType": kind}))
    for name, kind in _TYPES.items():
        if name in parts:
            root.append(Element("Override", {"PartName": f"/{name}", "ContentType": kind}))
    return serialised(root)
