"""A new box gets room beside its siblings: what is in its way moves with its branch, order and pinned boxes stay."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.geometry import Point, Rect, bounds_of
from editor.model import commands, edits, outlining
from editor.model.collapsing import set_collapsed
from editor.model.document import Document
from editor.model.places import NEW_SIZE
from editor.model.pushing import Taken, hidden_ids
from editor.model.records import Edge, Node
from editor.model.room import Room
from editor.model.structure import Structure
from editor.model.vocabulary import Relation, Vocabulary

VOCABULARY = Vocabulary()
WIDTH, HEIGHT = 100.0, 40.0


def chart(places: dict[str, tuple[float, float]], lines: list[tuple[str, str]], **pinned: bool) -> Document:
    nodes = [
        Node(id, id.upper(), box=Rect(*at, WIDTH, HEIGHT), order=number, pinned=pinned.get(id, False))
        for number, (id, at) in enumerate(places.items())
    ]
    return Document(nodes, [Edge(f"{up}-{down}", up, down, order=n) for n, (up, down) in enumerate(lines)])


def two_departments(**pinned: bool) -> Document:
    """Top over One and Two side by side; One over a stack of a, b, c; Two over a stack of d."""
    places = {
        "top": (150.0, 0.0), "one": (0.0, 100.0), "two": (200.0, 100.0),
        "a": (20.0, 180.0), "b": (20.0, 236.0), "c": (20.0, 292.0), "d": (220.0, 180.0),
    }  # fmt: skip
    return chart(places, [("top", "one"), ("top", "two"), *(("one", id) for id in "abc"), ("two", "d")], **pinned)


def box(document: Document, id: str) -> Rect:
    found = document.nodes[id].box
    assert found is not None
    return found


def after(document: Document, id: str) -> str:
    with document.transaction("add") as step:
        return outlining.add_after(document, step, VOCABULARY, id, "New")


def under(document: Document, id: str) -> str:
    return commands.add(document, VOCABULARY, None, "New", id, "add")


def moved(document: Document, before: dict[str, Rect | None]) -> set[str]:
    return {id for id, rect in before.items() if document.nodes[id].box != rect}


def boxes(document: Document) -> dict[str, Rect | None]:
    return {id: node.box for id, node in document.nodes.items()}


def overlaps(document: Document) -> list[tuple[str, str]]:
    shown = [node for node in document.nodes.values() if node.id not in hidden_ids(document, VOCABULARY)]
    return [
        (one.id, other.id)
        for one, other in itertools.combinations(shown, 2)
        if one.box is not None and other.box is not None and one.box.overlaps(other.box)
    ]


def test_in_a_stack_those_below_move_down_and_nobody_else() -> None:
    document = two_departments()
    before = boxes(document)
    new = after(document, "a")
    assert box(document, new) == Rect(20, 236, WIDTH, 48)
    assert moved(document, before) == {"b", "c"} and overlaps(document) == []
    assert box(document, "b").y - box(document, new).bottom == 16
    assert Structure(document, VOCABULARY).children["one"] == ["a", new, "b", "c"]
    document.undo()
    assert boxes(document) == before and not document.history.done


def test_last_in_a_stack_nobody_moves() -> None:
    document = two_departments()
    before = boxes(document)
    new = under(document, "one")
    assert box(document, new) == Rect(20, 348, WIDTH, 48) and moved(document, before) == set()


def test_in_a_row_the_branches_to_the_right_move_whole() -> None:
    document = two_departments()
    before = boxes(document)
    new = after(document, "one")
    assert moved(document, before) == {"two", "d"}
    assert box(document, new).y == 100 and box(document, new).x > box(document, "a").right
    assert box(document, "two").x > box(document, new).right
    assert box(document, "d").x - box(document, "two").x == 20, "the branch keeps its shape"


def test_where_there_is_room_other_branches_stay() -> None:
    document = two_departments()
    with document.transaction("away") as step:
        for id in ("two", "d"):
            step.update(id, box=box(document, id).moved(600, 0))
    before = boxes(document)
    after(document, "one")
    assert moved(document, before) == set()


def test_a_pinned_box_stays_and_the_new_one_goes_past_it() -> None:
    document = two_departments(b=True)
    before = boxes(document)
    new = after(document, "a")
    assert "b" not in moved(document, before) and overlaps(document) == []
    assert box(document, new).y > box(document, "b").bottom


def test_what_moves_goes_past_a_pinned_box_too() -> None:
    document = two_departments(c=True)
    new = after(document, "a")
    assert box(document, "c").y == 292 and overlaps(document) == []
    assert box(document, "b").y > box(document, "c").bottom and box(document, new).y == 236


def test_the_first_child_in_a_stack_is_set_in_and_those_below_give_way() -> None:
    document = two_departments()
    new = under(document, "b")
    assert box(document, new).x == 52 and box(document, "c").y > box(document, new).bottom
    assert overlaps(document) == []


def test_a_frame_grows_and_what_is_beside_it_moves() -> None:
    document = two_departments()
    with document.transaction("frame") as step:
        step.add(Node("g", "G", is_group=True, box=Rect(-10, 500, 200, 120), order=20))
        step.add(Node("m", "M", group="g", box=Rect(20, 540, WIDTH, HEIGHT), order=21))
        step.add(Node("x", "X", box=Rect(0, 630, WIDTH, HEIGHT), order=22))
    new = under(document, "g")
    assert document.nodes[new].group == "g" and box(document, "g").encloses(box(document, new))
    assert box(document, "x").y > box(document, "g").bottom


def test_a_new_line_runs_along_the_rail_of_its_siblings() -> None:
    document = two_departments()
    with document.transaction("rail") as step:
        step.update("one-c", bends=(Point(50, 150), Point(8, 150), Point(8, 312)))
    new = under(document, "one")
    (line,) = document.indexes.edges_at(new)
    assert document.edges[line].bends == (Point(50, 150), Point(8, 150), Point(8, box(document, new).centre.y))


def test_a_line_that_ran_straight_gets_corners_instead_of_running_aslant() -> None:
    document = two_departments()
    with document.transaction("kinds") as step:
        step.update("two", box=Rect(200, 100, WIDTH, HEIGHT))
        step.update("d", box=Rect(200, 300, WIDTH, HEIGHT))
        step.update("two-d", kind="leads")
        step.add(Edge("d-two", "d", "b", kind="hears", order=30))
    step_before = document.edges["two-d"].bends
    with document.transaction("push") as step:
        room = Room(document, step, VOCABULARY)
        room.clear([Taken(Rect(250, 290, 60, 60), frozenset({"top", "two"}), "right")], 16)
    assert step_before == () and len(document.edges["two-d"].bends) == 2
    ends = [box(document, id).centre for id in ("two", "d")]
    line = (ends[0], *document.edges["two-d"].bends, ends[1])
    assert all(one.x == other.x or one.y == other.y for one, other in itertools.pairwise(line))


def test_a_line_from_the_new_box_runs_one_way() -> None:
    document = chart({"top": (200, 0), "a": (0, 100), "b": (200, 100)}, [])
    with document.transaction("lines") as step:
        for number, id in enumerate("ab"):
            step.add(Edge(id + "t", id, "top", kind="answers", order=number))
    words = Vocabulary(relations={"answers": Relation(id="answers", label={"en": "answers"}, hangs="source")})
    with document.transaction("add") as step:
        new = outlining.add_under(document, step, words, "top", None, "New")
    (line,) = (document.edges[edge] for edge in document.indexes.edges_at(new))
    assert (line.source, line.target, line.kind) == (new, "top", "answers")
    way = [box(document, new).centre, *line.bends, box(document, "top").centre]
    assert way[1].x == way[0].x and way[-2].x == way[-1].x


def test_what_is_expanded_gets_its_room_back() -> None:
    document = two_departments()
    with document.transaction("collapse") as step:
        set_collapsed(document, step, VOCABULARY, ["one"], True)
        step.update("two", box=box(document, "two").moved(-250, 120))
        step.update("d", box=box(document, "d").moved(-250, 120))
    before = boxes(document)
    with document.transaction("expand") as step:
        hidden = hidden_ids(document, VOCABULARY)
        set_collapsed(document, step, VOCABULARY, ["one"], False)
        Room(document, step, VOCABULARY).reveal(hidden)
    assert moved(document, before) == {"two", "d"} and overlaps(document) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 7), min_size=2, max_size=9),
    st.lists(st.tuples(st.sampled_from(["after", "under"]), st.integers(0, 30)), max_size=12),
)
def test_any_additions_leave_no_overlap_and_keep_order(parents: list[int], additions: list[tuple[str, int]]) -> None:
    """A tree drawn as an indented list, the plainest of layouts, grows wherever somebody adds."""
    document = listed(parents, set())
    start = boxes(document)
    grow(document, additions)
    assert overlaps(document) == []
    for siblings in Structure(document, VOCABULARY).children.values():
        tops = [box(document, id) for id in siblings]
        for one, other in itertools.pairwise(tops):
            assert other.y >= one.y or other.x >= one.x, "no sibling passes another"
    while document.undo() is not None:
        pass
    assert boxes(document) == start


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 7), min_size=2, max_size=9),
    st.lists(st.tuples(st.sampled_from(["after", "under"]), st.integers(0, 30)), max_size=8),
    st.sets(st.integers(0, 9), min_size=1, max_size=3),
)
def test_pinned_boxes_never_move(parents: list[int], additions: list[tuple[str, int]], pinned: set[int]) -> None:
    document = listed(parents, pinned)
    walls = {id: node.box for id, node in document.nodes.items() if node.pinned}
    grow(document, additions)
    assert {id: document.nodes[id].box for id in walls} == walls
    new = [id for id in document.nodes if int(id[1:]) > len(parents)]
    assert not any(box(document, id).overlaps(wall) for id in new for wall in walls.values() if wall is not None)


def grow(document: Document, additions: list[tuple[str, int]]) -> None:
    for how, at in additions:
        ids = list(document.nodes)
        id = ids[at % len(ids)]
        after(document, id) if how == "after" else under(document, id)


def listed(parents: list[int], pinned: set[int]) -> Document:
    """Node n hangs under parents[n-1] where that comes before it."""
    count = len(parents) + 1
    above = {child: parent for child, parent in enumerate(parents, 1) if parent < child}
    children: dict[int | None, list[int]] = {}
    for child in range(count):
        children.setdefault(above.get(child), []).append(child)
    places: dict[str, tuple[float, float]] = {}

    def put(number: int, depth: int) -> None:
        places[f"n{number}"] = (depth * 32.0, len(places) * 56.0)
        for child in children.get(number, []):
            put(child, depth + 1)

    for root in children[None]:
        put(root, 0)
    lines = [(f"n{parent}", f"n{child}") for child, parent in above.items()]
    return chart(places, lines, **{f"n{number}": True for number in pinned})


def test_many_additions_stay_in_their_branch() -> None:
    document = two_departments()
    for _ in range(40):
        under(document, "two")
    assert overlaps(document) == []
    area = bounds_of(box(document, id) for id in "abc")
    assert area == Rect(20, 180, 100, 152), "the other department is where it was"


def test_what_follows_a_box_straight_below_its_parent_stands_beside_it() -> None:
    """Below it, the line from the parent would run through the first and make a chain of the two."""
    document = chart({"top": (100.0, 0.0), "only": (100.0, 100.0)}, [("top", "only")])
    for before in ("only", after(document, "only")):
        new = after(document, before)
        assert box(document, new).y == box(document, "only").y
        (line,) = (edge for edge in document.edges.values() if edge.target == new)
        assert len(line.bends) == 2 and line.bends[0].x == box(document, "top").centre.x
    set_in = chart({"top": (100.0, 0.0), "only": (132.0, 100.0)}, [("top", "only")])
    assert box(set_in, after(set_in, "only")).y > box(set_in, "only").bottom


def test_what_is_put_under_a_parent_whose_children_stand_in_a_row_ends_the_row() -> None:
    document = chart(
        {"top": (100.0, 0.0), "a": (0.0, 100.0), "b": (200.0, 100.0), "c": (600.0, 400.0)}, [("top", "a"), ("top", "b")]
    )
    with document.transaction("move") as step:
        new = edits.add(document, step, VOCABULARY, None, "New", "top")
    assert box(document, new) == Rect(316.0, 100.0, *NEW_SIZE)


def test_at_the_end_of_a_column_the_column_grows() -> None:
    places = {"top": (100.0, 0.0), "a": (0, 100), "b": (0, 156), "c": (120, 100), "d": (120, 156)}
    document = chart(places, [("top", id) for id in "abcd"])
    before = boxes(document)
    new = after(document, "b")
    assert box(document, new).x == 0 and box(document, new).y > box(document, "b").bottom
    assert moved(document, before) == set()


def test_in_a_chart_that_runs_upwards_all_goes_upwards() -> None:
    places = {"top": (0.0, 0.0), "a": (24, -100), "b": (24, -156)}
    document = chart(places, [("top", "a"), ("top", "b")])
    new = after(document, "a")
    assert box(document, new).bottom <= box(document, "a").y
    assert box(document, "b").bottom <= box(document, new).y
    first = under(document, "b")
    assert box(document, first).bottom <= box(document, "b").y and overlaps(document) == []


def test_in_a_chart_that_runs_to_the_right_a_child_stands_at_the_right() -> None:
    document = chart({"top": (0.0, 0.0), "a": (150, -30), "b": (150, 30)}, [("top", "a"), ("top", "b")])
    new = under(document, "b")
    assert box(document, new).x > box(document, "b").right and overlaps(document) == []


def test_who_stands_at_the_side_of_a_box_moves_with_it() -> None:
    places = {"top": (200.0, 0.0), "a": (0, 100), "b": (200, 100), "chief": (320, 100), "c": (500, 100)}
    document = chart(places, [("top", "a"), ("top", "b"), ("top", "c"), ("c", "chief")])
    with document.transaction("line") as step:
        step.add(Edge("leads", "chief", "b", kind="leads", order=50))
        step.update("c", box=Rect(500, 100, WIDTH, HEIGHT))
    words = Vocabulary(relations={"leads": Relation(id="leads", label={"en": "leads"}, beside=True)})
    far = box(document, "c")
    with document.transaction("push") as step:
        Room(document, step, words).clear([Taken(Rect(190, 90, 30, 60), frozenset({"top"}), "right")], 16)
    assert box(document, "chief").x - box(document, "b").x == 120 and box(document, "b").x == 236
    assert box(document, "c").y == far.y and overlaps(document) == []
