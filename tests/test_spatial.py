"""The spatial index finds exactly what a search through everything finds."""

import hypothesis.strategies as st
from hypothesis import given

from editor.geometry import Rect
from editor.routing.spatial import SpatialIndex

PLACES = st.floats(-1e6, 1e6)
SIZES = st.floats(0, 1e5)
RECTS = st.builds(Rect, PLACES, PLACES, SIZES, SIZES)


@given(st.lists(st.tuples(st.integers(0, 20), st.none() | RECTS), max_size=60), RECTS)
def test_found_is_what_touches(steps: list[tuple[int, Rect | None]], area: Rect) -> None:
    index = SpatialIndex()
    plain: dict[str, Rect] = {}
    for number, rect in steps:
        if rect is None:
            index.discard(str(number))
            plain.pop(str(number), None)
        else:
            index.put(str(number), rect)
            plain[str(number)] = rect
    assert index.touching(area) == {id for id, rect in plain.items() if rect.touches(area)}
    assert index.touches(area) == bool(index.touching(area))
    assert len(index) == len(plain)
