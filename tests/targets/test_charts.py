"""Charts: what they show lies where its number says, and nothing lies outside the sheet."""

from xml.etree import ElementTree as Tree

from hypothesis import given
from hypothesis import strategies as st

from kerja.targets.charts import Moment, Pull, Spread, band_chart, range_chart, swing_chart

SVG = "{http://www.w3.org/2000/svg}"
NUMBERS = st.floats(0, 1e13)


def _spread(name: str, ends: list[float]) -> Spread:
    low, middle, high = sorted(ends)
    return Spread(name, low, middle, high, f"{middle:,.0f}")


SPREADS = st.lists(
    st.builds(
        _spread,
        st.sampled_from(
            ["paid", "ត្រូវបានជ្រើសរើស", "a name that is far too long for one line of it"]
        ),
        st.lists(NUMBERS, min_size=3, max_size=3),
    ),
    min_size=1,
    max_size=9,
)


def _sheet(text: str) -> tuple[Tree.Element, float, float]:
    root = Tree.fromstring(text)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    return root, width, height


@given(SPREADS)
def test_every_bar_lies_on_the_sheet_and_the_longest_range_is_the_widest(
    rows: list[Spread],
) -> None:
    root, width, height = _sheet(range_chart(rows, title="t", description="d"))
    for bar in root.iter(f"{SVG}rect"):
        at = {name: float(bar.get(name, 0)) for name in ("x", "y", "width", "height")}
        assert 0 <= at["x"] <= at["x"] + at["width"] <= width + 0.01
        assert 0 <= at["y"] <= at["y"] + at["height"] <= height + 0.01
    dots = [float(dot.attrib["cx"]) for dot in root.iter(f"{SVG}circle")]
    largest = max(rows, key=lambda row: row.middle)
    assert max(dots) == dots[rows.index(largest)]


@given(st.lists(st.lists(NUMBERS, min_size=3, max_size=3), min_size=1, max_size=40))
def test_the_line_of_a_band_never_leaves_the_band(triples: list[list[float]]) -> None:
    ends = [sorted(triple) for triple in triples]
    moments = [Moment("m", low, middle, high) for low, middle, high in ends]
    root, _, height = _sheet(
        band_chart(moments, title="t", description="d", said=lambda n: f"{n:,.0f}")
    )
    polygon, line = next(root.iter(f"{SVG}polygon")), next(root.iter(f"{SVG}polyline"))
    edge, middle = (
        [float(point.split(",")[1]) for point in shape.attrib["points"].split()]
        for shape in (polygon, line)
    )
    upper, lower = edge[: len(middle)], edge[len(middle) :][::-1]
    for high, at, low in zip(upper, middle, lower, strict=True):
        assert -0.01 <= high <= at + 0.02 <= low + 0.04 <= height


def test_a_swing_is_drawn_from_the_centre_to_both_ends() -> None:
    pulls = [Pull("places", 40.0, 90.0), Pull("price", 60.0, 55.0)]
    text = swing_chart(pulls, centre=60.0, title="t", description="d", said=str)
    root, _, _ = _sheet(text)
    low, high, none, down = list(root.iter(f"{SVG}rect"))[1:]
    centre = float(high.attrib["x"])
    assert float(low.attrib["x"]) + float(low.attrib["width"]) == centre
    assert abs(float(high.attrib["width"]) - 1.5 * float(low.attrib["width"])) < 0.02
    assert float(none.attrib["width"]) < 1 < float(down.attrib["width"])
    assert float(down.attrib["x"]) + float(down.attrib["width"]) == centre
