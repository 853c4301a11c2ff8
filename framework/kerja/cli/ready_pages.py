"""Pages of readiness and of the checklist, in plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kerja.feasibility import DIMENSIONS, ITEMS, MEANINGS, PHASES, Dimension, Item

_BASES = {"judgement": "Kerja's judgement"}


def ready_pages() -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Yield (name, title, parts) of each page: the overviews, the dimensions, the items."""
    yield "readiness", "readiness", _overview()
    yield "checklist", "checklist", _items()
    for dimension in DIMENSIONS:
        yield dimension.name, f"{dimension.name}: {dimension.title}", _dimension(dimension)
    for item in ITEMS:
        yield item.id.lower(), f"{item.id} {item.question}", _item(item)


def _overview() -> Mapping[str, str]:
    levels = ", ".join(f"R{level} {meaning}" for level, meaning in enumerate(MEANINGS))
    return {
        "": f"Where a country stands on {len(DIMENSIONS)} dimensions: {levels}, or unknown. "
        "There is no average and no index: what binds is the lowest.",
        **{dimension.name: dimension.title for dimension in DIMENSIONS},
    }


def _items() -> Mapping[str, str]:
    by_phase = {
        title: ", ".join(item.id for item in ITEMS if item.phase == name)
        for name, title in PHASES.items()
    }
    return {
        "": f"{len(ITEMS)} items of the delivery chain, each 0 to 3 or unknown. What no fact and "
        "no document shows is unknown and never 0. There is no average.",
        **by_phase,
        "Documents": "institutions.documents says which are in force and what each proves: P7.2",
    }


def _dimension(dimension: Dimension) -> Mapping[str, str]:
    return {
        "Why": dimension.why,
        **{f"R{level}": text for level, text in enumerate(dimension.rungs)},
        "Thresholds": _BASES.get(dimension.basis, dimension.basis),
        "Source": dimension.source,
    }


def _item(item: Item) -> Mapping[str, str]:
    return {
        "Phase": PHASES[item.phase],
        **{str(level): text for level, text in enumerate(item.levels)},
        "Source": item.source,
    }
