"""A slide is one page of native text that fits, the same bytes every time."""

from __future__ import annotations

import datetime
import io
import zipfile
from dataclasses import replace

import pptx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kerja.documents import Panel, Slide, to_pptx
from kerja.documents.slide_fitting import HEIGHT, MARGIN, WIDTH, fitted, plan

DATE = datetime.date(2025, 9, 30)
SMALLEST = 14.0
SLIDE = Slide(
    title="What is to be decided: កម្ពុជា",
    status="Draft",
    language="km",
    answer=("Places bind.", "Nobody knows the budget.", "A third sentence."),
    header=("Option", "People", "Cost", "Who agrees"),
    rows=(("As announced", "1,500,000", "KHR 1.68 trillion", "finance"), ("គ្រឹះស្ថាន", "១", "២", "")),
    numbers=frozenset({1, 2}),
    panels=(Panel("What binds", ("places",)), Panel("Decisions", ("D-01 one", "D-02 two"))),
    foot="Sources",
)
WORDS = st.text(st.sampled_from("ab កខ្ម9\u200b"), min_size=1, max_size=240)
SLIDES = st.builds(
    lambda title, answer, cells, lines: replace(
        SLIDE,
        title=title,
        answer=tuple(answer),
        rows=tuple((cell, "1", "2", cell) for cell in cells),
        panels=(Panel("a", tuple(lines)), Panel("b", tuple(reversed(lines)))),
    ),
    st.text(st.sampled_from("ab ក"), min_size=1, max_size=60),
    st.lists(WORDS, min_size=1, max_size=5),
    st.lists(st.text("ab ", max_size=60), min_size=1, max_size=6),
    st.lists(WORDS, min_size=1, max_size=5),
)


def opened(slide: Slide) -> pptx.presentation.Presentation:
    return pptx.Presentation(io.BytesIO(to_pptx(slide, date=DATE)))


def test_the_same_slide_gives_the_same_bytes_with_the_date_of_the_papers() -> None:
    content = to_pptx(SLIDE, date=DATE)
    assert content == to_pptx(SLIDE, date=DATE)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2025, 9, 30, 0, 0, 0)}
        assert not [name for name in package.namelist() if "thumbnail" in name]


def test_a_slide_is_one_page_with_a_title_a_native_table_and_no_picture() -> None:
    deck = opened(SLIDE)
    (page,) = deck.slides
    assert page.shapes.title is not None
    assert page.shapes.title.text_frame.text == SLIDE.title
    (table,) = [shape.table for shape in page.shapes if shape.has_table]
    assert [cell.text for cell in table.rows[0].cells] == list(SLIDE.header)
    assert table.first_row
    assert not [shape for shape in page.shapes if shape.shape_type == 13]


def test_everything_but_the_title_has_words_for_those_who_do_not_see_it() -> None:
    (page,) = opened(SLIDE).slides
    for shape in page.shapes:
        told = shape._element._nvXxPr.cNvPr.get("descr")
        assert told or shape == page.shapes.title


def test_each_script_has_its_own_font_and_no_text_is_small() -> None:
    (page,) = opened(SLIDE).slides
    frames = [shape.text_frame for shape in page.shapes if shape.has_text_frame]
    frames += [
        cell.text_frame
        for shape in page.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]
    runs = [run for frame in frames for paragraph in frame.paragraphs for run in paragraph.runs]
    assert runs
    for run in runs:
        assert run.font.size is not None
        assert run.font.size.pt >= SMALLEST
        assert (run.font.name == "Noto Sans Khmer") == any(
            "\u1780" <= c <= "\u17ff" for c in run.text
        )


@settings(max_examples=40, deadline=None)
@given(SLIDES)
def test_what_is_shown_stays_on_the_page(slide: Slide) -> None:
    shown = fitted(slide)
    where = plan(shown)
    least = len(shown.answer) == len(shown.rows) == 1
    assert where.fits or least
    assert len(shown.answer) <= 3
    for box in (where.title, where.answer, where.table, *where.panels):
        assert box.left >= MARGIN
        assert box.left + box.width <= WIDTH - MARGIN + 0.01
        assert not where.fits or box.top + box.height <= HEIGHT


def test_a_slide_that_fits_loses_nothing() -> None:
    assert fitted(SLIDE) == SLIDE


def test_words_are_left_out_before_lines_are() -> None:
    wordy = tuple(f"D-0{n} decide: {'why ' * 80}" for n in range(1, 4))
    short = tuple(line.partition(":")[0] for line in wordy)
    shown = fitted(replace(SLIDE, panels=(Panel("Decisions", wordy, short),)))
    assert shown.panels[0].lines == short
    assert shown.rows == SLIDE.rows


def test_a_slide_without_options_has_no_table() -> None:
    (page,) = opened(replace(SLIDE, rows=())).slides
    assert not [shape for shape in page.shapes if shape.has_table]


@pytest.mark.parametrize("panels", [(), (Panel("One", ("line",)),)])
def test_a_slide_may_have_fewer_panels(panels: tuple[Panel, ...]) -> None:
    (page,) = opened(replace(SLIDE, panels=panels)).slides
    assert len(page.shapes) == 5 + len(panels)
