"""Markdown becomes a tree; a value never becomes Markdown."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kerja.documents import Markdown, parse
from kerja.documents.sheets import sheets
from kerja.documents.shielding import printable, shield, unshield
from kerja.documents.tree import (
    Alignment,
    Box,
    BoxKind,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Run,
    Table,
    note_numbers,
    outline,
    plain,
)
from kerja.errors import KerjaError


def test_a_note_used_twice_has_one_number() -> None:
    blocks = parse("a[^x] b[^y] c[^x]\n\n[^y]: Y\n[^x]: X\n").blocks
    assert note_numbers(blocks) == {"x": 1, "y": 2}


def test_notes_in_the_caption_of_a_table_come_before_those_in_its_cells() -> None:
    blocks = parse("|a[^x]|\n|-|\n\n: words[^y]\n\n[^x]: X\n[^y]: Y").blocks
    assert note_numbers(blocks) == {"y": 1, "x": 2}


def test_a_note_given_by_the_caller_is_literal_unless_it_is_markdown() -> None:
    notes = parse("a[^x] b[^y]", {"x": "*X*", "y": Markdown("*Y*")}).notes
    assert notes == {"x": (Run("*X*"),), "y": (Run("Y", italic=True),)}


def test_a_note_without_words_is_an_error_that_names_it() -> None:
    with pytest.raises(KerjaError, match=r'note "x\.y"'):
        parse("a[^x.y]")


def test_notes_that_nothing_refers_to_are_left_out() -> None:
    assert parse("a\n\n[^x]: X").notes == {}


def test_a_note_may_go_on_over_lines() -> None:
    assert plain(parse("a[^x]\n\n[^x]: one\ntwo\n\nthree").notes["x"]) == "one two"


@pytest.mark.parametrize("kind", ["answer", "decision", "note"])
def test_a_quotation_with_a_mark_is_a_box_with_a_title(kind: str) -> None:
    (box,) = parse(f"> [!{kind}] The *title*\n> words").blocks
    assert box == Box(
        BoxKind(kind), (Paragraph((Run("words"),)),), (Run("The "), Run("title", italic=True))
    )


def test_a_quotation_without_a_mark_stays_one() -> None:
    assert parse("> words").blocks == (Box(BoxKind.QUOTE, (Paragraph((Run("words"),)),)),)


def test_a_table_knows_its_alignments_and_its_caption() -> None:
    (table,) = parse("|a|b|c|\n|--|-:|:-:|\n|1|2|\n\n: words").blocks
    assert isinstance(table, Table)
    assert table.alignments == (Alignment.START, Alignment.END, Alignment.CENTER)
    assert [plain(cell) for cell in table.rows[0]] == ["1", "2", ""]
    assert plain(table.caption) == "words"


def test_a_picture_has_its_words_and_a_caption() -> None:
    assert parse('![bars](a.svg "people")').blocks == (Figure("a.svg", "bars", (Run("people"),)),)
    assert parse("![bars](a.svg)\n\n: people").blocks == (
        Figure("a.svg", "bars", (Run("people"),)),
    )


def test_a_picture_inside_a_line_is_an_error() -> None:
    with pytest.raises(KerjaError, match=r'"a\.svg" stands inside a line'):
        parse("words ![bars](a.svg)")


def test_no_heading_skips_a_level() -> None:
    entries = outline(parse("### a\n\n##### b\n\n# c\n\n## d").blocks)
    assert [entry.number for entry in entries] == ["1", "1.1", "2", "2.1"]


def test_a_heading_inside_a_box_is_a_bold_line() -> None:
    (box,) = parse("> # words").blocks
    assert isinstance(box, Box)
    assert box.blocks == (Paragraph((Run("words", bold=True),)),)


def test_a_numbered_list_keeps_its_first_number() -> None:
    (numbers,) = parse("4. a\n5. b").blocks
    assert isinstance(numbers, NumberedList)
    assert numbers.start == 4


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.org", "a.html"],
)
def test_only_web_and_mail_addresses_are_links(address: str) -> None:
    (paragraph,) = parse(f"[words]({address})").blocks
    assert paragraph == Paragraph((Run("words"),))


def test_an_address_cannot_be_completed_by_a_value() -> None:
    (paragraph,) = parse(f"[words](java{shield('script:alert(1)')})").blocks
    assert paragraph == Paragraph((Run("words"),))


def test_raw_html_is_text() -> None:
    assert parse("a <b>c</b>").blocks == (Paragraph((Run("a <b>c</b>"),)),)


def test_bold_needs_no_space_beside_khmer_or_thai_letters() -> None:
    text = f"ក្រសួង**{shield('(50%)')}**នៃប្រជាជន"
    (paragraph,) = parse(text).blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.runs[1] == Run("(50%)", bold=True)


HOSTILE = st.text(
    st.one_of(
        st.sampled_from("*_`[]()#+-.!|<>~&\"'$@:^=\\{}%0123456789 \n\r\t;/>ក្រไ\u202e\u00a0"),
        st.characters(),
    ),
    min_size=1,
    max_size=20,
)
PAGE = """# {0}

{0}. words **{0}** ក**{0}**ក _{0}_

| {0} | b |
|--|--|
| {0} | `c` |

: {0}

- {0}
- x {0}

> [!note] {0}
> {0}

1. {0}

![{0}](a.svg "{0}")

[{0}](https://example.org/)
{0}[^a]
{0}

[^a]: {0}
"""


@given(HOSTILE)
@example("1. x")
@example("\x00\x0b\ud800\ufffe")
@example("[^a]: x")
@example("!](b.svg)")
@example("  ")
def test_a_value_is_text_wherever_it_stands(value: str) -> None:
    body = parse(PAGE.format(shield(value)))
    shown = printable(value).replace("\n", " ")
    shown = "".join("\ufffd" if ord(c) >= 0xF0000 else c for c in shown)
    heading, paragraph, table, _, box, _, figure, last = body.blocks
    assert heading == Heading(1, (Run(shown),))
    assert isinstance(paragraph, Paragraph)
    assert [run.text for run in paragraph.runs if run.bold or run.italic] == [shown] * 3
    assert isinstance(table, Table)
    assert table.header[0] == table.rows[0][0] == table.caption == (Run(shown),)
    assert isinstance(box, Box)
    assert (box.title, box.blocks) == ((Run(shown),), (Paragraph((Run(shown),)),))
    assert isinstance(figure, Figure)
    assert (figure.alt, plain(figure.caption)) == (shown, shown)
    assert isinstance(last, Paragraph)
    assert [run.link for run in last.runs if run.link] == ["https://example.org/"]
    assert body.notes == {"a": (Run(shown),)}


@given(st.text())
def test_shielding_is_undone_without_loss(text: str) -> None:
    assert unshield(shield(unshield(shield(text)))) == unshield(shield(text))


def test_a_picture_may_ask_for_a_turned_page() -> None:
    (picture,) = parse('![bars](a.svg "people"){.landscape}').blocks
    assert picture == Figure("a.svg", "bars", (Run("people"),), landscape=True)
    (picture,) = parse("![bars](a.svg){.landscape}\n\n: people").blocks
    assert picture == Figure("a.svg", "bars", (Run("people"),), landscape=True)


@pytest.mark.parametrize("text", ["- ![a](b.svg){.landscape}", "> ![a](b.svg){.landscape}"])
def test_a_turned_page_inside_a_list_or_a_box_is_an_error(text: str) -> None:
    with pytest.raises(KerjaError, match=r'landscape picture "b\.svg" stands inside'):
        parse(text)


def test_words_after_a_picture_are_no_mark_for_a_turned_page() -> None:
    with pytest.raises(KerjaError, match="stands inside a line"):
        parse("![bars](a.svg) {landscape}")


def test_headings_right_above_a_landscape_picture_go_with_it() -> None:
    text = "# a\n\nwords\n\n# b\n\n## c\n\n![bars](a.svg){.landscape}\n\n# d\n\nwords"
    first, turned, last = sheets(parse(text).blocks)
    assert [first.landscape, turned.landscape, last.landscape] == [False, True, False]
    assert [type(block) for block in turned.blocks] == [Heading, Heading, Figure]
    assert [type(block) for block in last.blocks] == [Heading, Paragraph]


@given(st.lists(st.sampled_from(["# a", "words", "![bars](a.svg)", "![b](a.svg){.landscape}"])))
def test_sheets_hold_all_blocks_in_order_and_only_the_first_may_be_empty(texts: list[str]) -> None:
    blocks = parse("\n\n".join(texts)).blocks
    first, *others = sheets(blocks)
    assert (*first.blocks, *(block for sheet in others for block in sheet.blocks)) == blocks
    assert not first.landscape
    assert all(sheet.blocks for sheet in others)
