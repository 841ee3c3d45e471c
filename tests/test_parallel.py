"""The index of parallel stretches finds exactly what a search through everything finds."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from editor.geometry import Rect
from editor.routing.parallel import ParallelIndex

PLACES = st.floats(-1e6, 1e6) | st.integers(-4, 4).map(lambda number: number * 128.0)
LENGTHS = st.floats(0, 1e5) | st.sampled_from((0.0, 128.0, 256.0, 512.0))
AREAS = st.builds(Rect, PLACES, PLACES, LENGTHS, LENGTHS)
STEPS = st.tuples(st.integers(0, 20), st.none() | st.tuples(PLACES, PLACES, LENGTHS))


@pytest.mark.parametrize("upright", [True, False])
@given(steps=st.lists(STEPS, max_size=60), areas=st.lists(AREAS, min_size=1, max_size=3))
def test_found_is_what_touches(
    upright: bool, steps: list[tuple[int, tuple[float, float, float] | None]], areas: list[Rect]
) -> None:
    index = ParallelIndex(upright)
    plain: dict[str, Rect] = {}
    for number, stretch in steps:
        if stretch is None:
            index.discard(str(number))
            plain.pop(str(number), None)
        else:
            x, y, length = stretch
            plain[str(number)] = Rect(x, y, 0.0, length) if upright else Rect(x, y, length, 0.0)
            index.put(str(number), plain[str(number)])
        assert index.touching(areas[0]) == {id for id, rect in plain.items() if rect.touches(areas[0])}
    for area in areas:
        assert index.touching(area) == {id for id, rect in plain.items() if rect.touches(area)}
    assert len(index) == len(plain)
