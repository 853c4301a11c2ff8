"""Runs of text as WordprocessingML: fonts by script, links, footnotes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count

from kerja.documents.languages import Language
from kerja.documents.scripts import LATIN, by_font
from kerja.documents.tree import Run, Runs
from kerja.documents.word_package import Relations
from kerja.documents.word_xml import Element, element, text, valued


@dataclass(slots=True)
class Writer:
    """Writes runs into one part of a package.

    `numbers` gives the number of every note; the first reference to one is the footnote itself,
    further ones are fields that repeat its number.
    """

    language: Language
    relations: Relations
    numbers: Mapping[str, int]
    _referred: set[str] = field(default_factory=set)
    _identifiers: count[int] = field(default_factory=lambda: count(1))

    def paragraph(self, style: str, runs: Runs, settings: tuple[Element, ...] = ()) -> Element:
        """Return a paragraph. `settings` are further properties, in the order of the schema."""
        properties = element("w:pPr", None, (valued("w:pStyle", style), *settings))
        return element("w:p", None, (properties, *self.runs(runs)))

    def runs(self, runs: Runs) -> list[Element]:
        """Return the elements of a paragraph's text."""
        result: list[Element] = []
        for run in runs:
            if run.note:
                result += self._note(run.note)
            elif run.link:
                target = self.relations.add("hyperlink", run.link)
                result.append(element("w:hyperlink", {"r:id": target}, self._stretches(run)))
            else:
                result += self._stretches(run)
        return result

    def bookmark(self, name: str, inside: list[Element]) -> list[Element]:
        """Return elements that a field or link can refer to by name."""
        identifier = {"w:id": str(next(self._identifiers))}
        start = element("w:bookmarkStart", {**identifier, "w:name": name})
        return [start, *inside, element("w:bookmarkEnd", identifier)]

    def _note(self, key: str) -> list[Element]:
        number = self.numbers[key]
        style = (valued("w:rStyle", "FootnoteReference"),)
        name = f"_Note{number}"
        if key in self._referred:
            return field_of(f" NOTEREF {name} \\h \\f ", str(number), style)
        self._referred.add(key)
        reference = element("w:footnoteReference", {"w:id": str(number)})
        return self.bookmark(
            name, [element("w:r", None, (element("w:rPr", None, style), reference))]
        )

    def _stretches(self, run: Run) -> list[Element]:
        return [self._stretch(run, font, part) for font, part in by_font(run.text)]

    def _stretch(self, run: Run, font: str, part: str) -> Element:
        style = "Hyperlink" if run.link else "Code" if run.code else ""
        properties = [valued("w:rStyle", style)] if style else []
        # The document's default covers the script of its language; another one needs its own font.
        if font not in (LATIN, self.language.fonts[0]):
            properties.append(element("w:rFonts", {"w:cs": font}))
        if run.bold:
            properties += [element("w:b"), element("w:bCs")]
        if run.italic:
            properties += [element("w:i"), element("w:iCs")]
        if font == "Noto Sans Arabic":
            properties.append(element("w:rtl"))
        result = element("w:r", None, (element("w:rPr", None, properties),) if properties else ())
        for position, line in enumerate(part.split("\n")):
            if position:
                result.append(element("w:br"))
            if line:
                result.append(text("w:t", line))
        return result


def field_of(instruction: str, shown: str, style: tuple[Element, ...] = ()) -> list[Element]:
    """Return a field: Word recalculates it, other readers show `shown`."""

    def run(child: Element) -> Element:
        properties = (element("w:rPr", None, style),) if style else ()
        return element("w:r", None, (*properties, child))

    return [
        run(element("w:fldChar", {"w:fldCharType": "begin"})),
        run(text("w:instrText", instruction)),
        run(element("w:fldChar", {"w:fldCharType": "separate"})),
        run(text("w:t", shown)),
        run(element("w:fldChar", {"w:fldCharType": "end"})),
    ]
