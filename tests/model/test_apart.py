"""What lies on each other comes apart: frames around what stays keep clear of what else stays, and little moves."""

from collections.abc import Mapping

from editor.geometry import Rect
from editor.model.apart import Nest, Spacing, apart, nearest, on_each_other
from editor.routing.spatial import SpatialIndex

GAP = 16.0
SPACING = Spacing(GAP, 24.0)


def box(x: float, y: float) -> Rect:
    return Rect(x, y, 100.0, 40.0)


def parted(nest: Nest, boxes: Mapping[str, Rect], before: Mapping[str, Rect] | None = None) -> dict[str, Rect]:
    found = {**boxes, **apart(nest, boxes, SPACING, before or {})}
    there = SpatialIndex()
    there.fill(found)
    assert list(on_each_other(nest, there, found, before or {})) == []
    return found


def test_a_frame_grows_to_the_other_side_of_a_pinned_box() -> None:
    groups = {"frame": None, "stays": "frame", "free": "frame", "wall": None}
    boxes = {
        "frame": Rect(-24, -24, 388, 88), "stays": box(0, 0), "free": box(240, 0), "wall": box(130, 0),
    }  # fmt: skip
    found = parted(Nest(groups, {"stays", "wall"}), boxes)
    assert found["stays"] == boxes["stays"] and found["wall"] == boxes["wall"]
    assert found["frame"].encloses(found["free"]) and found["frame"].right <= found["wall"].x


def test_a_frame_without_anything_that_stays_moves_as_a_whole() -> None:
    groups = {"frame": None, "a": "frame", "b": "frame", "wall": None}
    boxes = {"frame": Rect(-24, -24, 264, 88), "a": box(0, 0), "b": box(116, 0), "wall": box(-60, 0)}
    found = parted(Nest(groups, {"wall"}), boxes)
    moves = {(found[id].x - boxes[id].x, found[id].y - boxes[id].y) for id in ("frame", "a", "b")}
    assert len(moves) == 1 and found["wall"] == boxes["wall"]


def test_a_box_steps_aside_for_a_frame_and_nobody_else_moves() -> None:
    groups = {"frame": None, "stays": "frame", "aside": None, "far": None}
    boxes = {"frame": Rect(-24, -24, 200, 88), "stays": box(0, 0), "aside": box(150, 0), "far": box(600, 0)}
    found = parted(Nest(groups, {"stays"}), boxes)
    assert {id for id in boxes if boxes[id] != found[id]} == {"aside"}
    assert found["aside"] == box(176 + GAP, 0)


def test_two_frames_between_which_there_is_room_keep_apart() -> None:
    groups = {"one": None, "a": "one", "b": "one", "two": None, "c": "two", "d": "two"}
    boxes = {
        "one": Rect(-24, -24, 448, 88), "a": box(0, 0), "b": box(300, 0),
        "two": Rect(176, -24, 448, 88), "c": box(500, 0), "d": box(200, 0),
    }  # fmt: skip
    found = parted(Nest(groups, {"a", "c"}), boxes)
    assert found["one"].encloses(found["b"]) and found["two"].encloses(found["d"])


def test_what_lay_on_each_other_before_may_stay() -> None:
    boxes = {"one": box(0, 0), "other": box(50, 10), "wall": box(300, 0), "hit": box(350, 0)}
    nest = Nest(dict.fromkeys(boxes), {"wall"})
    before = {"one": boxes["one"], "other": boxes["other"], "wall": boxes["wall"], "hit": box(350, 200)}
    found = parted(nest, boxes, before)
    assert {id for id in boxes if boxes[id] != found[id]} == {"hit"}


def test_nearer_is_better_but_back_past_the_parent_is_far() -> None:
    wall = Rect(0, 0, 100, 40)
    onward = nearest(box(10, -5), lambda place: wall if place.grown(GAP - 1).overlaps(wall) else None, GAP, (0.0, 1.0))
    assert onward == box(10, 40 + GAP)


def test_where_there_is_no_place_there_is_none() -> None:
    region = Rect(0, 0, 150, 60)
    assert nearest(box(10, 10), lambda _: region, GAP, (0.0, 1.0), region) is None
