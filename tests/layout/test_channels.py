"""Lines between two rows: who shares a trunk, and who runs above whom."""

from hypothesis import given
from hypothesis import strategies as st

from editor.layout.layered.channels import BESIDE_PX, Crossover, tracks


def line(name: str, top: float, bottom: float, source: str | None = None, target: str | None = None) -> Crossover:
    return Crossover(name, top, bottom, source, target)


def test_lines_of_one_box_run_at_one_height() -> None:
    found = tracks([line("a", 0, -100, "box"), line("b", 0, 100, "box"), line("c", 0, 200, "box")])
    assert found.many == 1 and set(found.track.values()) == {0}


def test_lines_to_one_box_run_at_one_height() -> None:
    found = tracks([line("a", 0, 100, "one", "box"), line("b", 200, 100, "other", "box")])
    assert found.many == 1


def test_lines_of_different_boxes_that_meet_run_at_different_heights() -> None:
    found = tracks([line("a", 0, 200, "one", "low"), line("b", 100, 300, "other", "far")])
    assert found.many == 2


def test_lines_far_from_each_other_may_run_at_the_same_height() -> None:
    found = tracks([line("a", 0, 100, "one", "low"), line("b", 200, 300, "other", "far")])
    assert found.many == 1


def test_a_line_that_runs_straight_needs_no_height() -> None:
    assert tracks([line("a", 50, 50, "one", "low")]) == ({}, 0)


def test_the_one_that_comes_down_first_runs_above_the_one_that_goes_on_below_it() -> None:
    """Else the second would come down on the first, and look as if it went where that goes."""
    found = tracks([line("ends", 300, 100, "right", "low"), line("starts", 100, 0, "left", "far")])
    assert found.track["starts"] < found.track["ends"]


def test_of_two_that_would_cross_the_outer_runs_above() -> None:
    found = tracks([line("inner", 0, 100, "one", "near"), line("outer", 50, 300, "other", "far")])
    assert found.track["outer"] < found.track["inner"]


places = st.integers(0, 20).map(lambda number: number * 50.0)
boxes = st.sampled_from([None, "a", "b", "c"])


@given(st.lists(st.tuples(places, places, boxes, boxes), max_size=25))
def test_no_two_trunks_lie_on_each_other(drawn: list[tuple[float, float, str | None, str | None]]) -> None:
    lines = [line(f"l{number}", *one) for number, one in enumerate(drawn)]
    found = tracks(lines)
    across = [one for one in lines if one.top != one.bottom]
    assert found.track.keys() == {one.line for one in across}
    assert all(0 <= track < found.many for track in found.track.values())
    for one in across:
        for other in across:
            alike = one.source is not None and one.source == other.source
            alike = alike or (one.target is not None and one.target == other.target)
            if one is not other and not alike and found.track[one.line] == found.track[other.line]:
                left, right = sorted((sorted((one.top, one.bottom)), sorted((other.top, other.bottom))))
                assert right[0] >= left[1] + BESIDE_PX
