"""Words on lines stand clear of boxes and of each other, on their own line where that is possible."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.drawing.maker import DrawingMaker
from editor.drawing.marks import mark_area
from editor.drawing.shapes import Box
from editor.drawing.spots import Word, spots
from editor.drawing.theme import LIGHT
from editor.drawing.typography import Paragraph
from editor.drawing.words import Words
from editor.geometry import Point, Rect
from editor.model.commands import move_by
from editor.model.document import Document
from editor.model.ids import new_id
from editor.model.records import Edge, Node
from editor.model.vocabulary import Vocabulary
from editor.text.fixed import FixedMeasurer
from editor.text.measure import TextStyle

SIZE = (60.0, 20.0)
PARAGRAPH = Paragraph(("ord",), TextStyle(12.0), "#000000")


def word(*line: tuple[float, float], joint: bool = False) -> Word:
    return Word(PARAGRAPH, *SIZE, tuple(Point(*corner) for corner in line), joint)


def words_of(document: Document) -> Words:
    def straight(id: str) -> Word | None:
        edge = document.edges[id]
        boxes = document.nodes[edge.source].box, document.nodes[edge.target].box
        return None if None in boxes or not edge.name else word(*(box.centre for box in boxes if box is not None))

    return Words(document, straight, lambda id: document.nodes[id].box, lambda _: True)


def chart(*places: tuple[float, float], pairs: str) -> Document:
    nodes = [Node(f"{n}", f"{n}", box=Rect(*place, 40, 40), order=float(n)) for n, place in enumerate(places)]
    edges = [Edge(f"e{n}", pair[0], pair[1], name="ord", order=float(n)) for n, pair in enumerate(pairs.split())]
    return Document(nodes, edges)


def areas(document: Document) -> dict[str, Rect]:
    words = words_of(document)
    found = {id: words.set_at(id) for id in document.edges}
    return {id: one[1].area for id, one in found.items() if one is not None}


def test_the_first_spot_is_the_middle_of_the_first_stretch_with_room() -> None:
    first = next(spots(word((0, 0), (50, 0), (50, 300), (500, 300))))
    assert first.area.centre == Point(50, 150)


def test_a_joint_word_stands_above_its_level_line_without_a_pill() -> None:
    first = next(spots(word((0, 0), (200, 0), joint=True)))
    assert first.above and first.area.bottom < 0


def test_a_word_moves_along_its_line_from_a_box_that_lies_on_it() -> None:
    document = chart((0, 0), (600, 0), (300, 0), pairs="01")
    (area,) = areas(document).values()
    assert area.centre.y == 20 and not area.overlaps(Rect(300, 0, 40, 40))


def test_words_of_lines_that_lie_on_each_other_stand_apart() -> None:
    document = chart((0, 0), (400, 0), pairs="01 10 01 10 01 10 01")
    for one, other in itertools.combinations(areas(document).values(), 2):
        assert not one.overlaps(other)


def test_a_word_between_boxes_close_together_stands_beside_them() -> None:
    document = chart((0, 0), (50, 0), pairs="01")
    (area,) = areas(document).values()
    assert not any(node.box is not None and area.overlaps(node.box) for node in document.nodes.values())


def test_without_any_free_spot_the_word_is_still_shown() -> None:
    document = chart((0, 0), (100, 0), pairs="01")
    with document.transaction("wall") as step:
        step.add(Node("wall", "wall", box=Rect(-2000, -2000, 4000, 4000)))
    assert len(areas(document)) == 1


PLACE = st.tuples(st.integers(0, 12), st.integers(0, 12))
CHANGES = st.lists(
    st.tuples(st.sampled_from(["move", "name", "cut", "add", "drop", "order"]), st.integers(0, 5), PLACE)
)


@settings(max_examples=80)
@given(st.lists(PLACE, min_size=6, max_size=6), CHANGES, st.booleans())
def test_following_changes_gives_what_finding_all_anew_gives(
    places: list[tuple[int, int]], changes: list[tuple[str, int, tuple[int, int]]], is_in_haste: bool
) -> None:
    """In haste nothing is found at once; what waits is found in the end, here after every second change."""
    document = chart(*((x * 30.0, y * 20.0) for x, y in places), pairs="01 12 23 34 45 50 03 14")
    words = words_of(document)
    known = {id: words.set_at(id) for id in document.edges}
    told: set[str] = set()

    def follow(change: object) -> None:
        ids = set(change.ids)  # type: ignore[attr-defined]
        for id in [id for id in ids if id in document.nodes]:
            ids.update(document.indexes.edges_at(id))
        told.update(ids | words.follow(ids, 0.0 if is_in_haste else None))
        assert all(words.set_at(id) is not None for id in document.edges if document.edges[id].name)

    document.listen(follow)
    for what, number, (x, y) in changes:
        with document.transaction(what) as step:
            edge, node = f"e{number}", f"{number}"
            if what == "move" and node in document.nodes:
                step.update(node, box=Rect(x * 30.0, y * 20.0, 40, 40))
            elif what == "name" and edge in document.edges:
                step.update(edge, name="" if document.edges[edge].name else "ord")
            elif what == "order" and edge in document.edges:
                step.update(edge, order=float(x))
            elif what == "cut" and edge in document.edges:
                step.remove(edge)
            elif what == "drop" and node in document.nodes:
                step.remove(node)
            elif what == "add" and node in document.nodes and f"{x % 6}" in document.nodes:
                id = new_id("ny", lambda id: document.record(id) is not None)
                step.add(Edge(id, node, f"{x % 6}", name="ord", order=float(y)))
        if is_in_haste and x % 2:
            continue
        told.update(words.go_on())
        anew = words_of(document)
        fresh = {id: anew.set_at(id) for id in document.edges}
        assert {id: words.set_at(id) for id in document.edges} == fresh
        assert {id for id in fresh if fresh[id] != known.get(id)} <= told
        known = fresh
        told.clear()


def test_a_move_of_many_finds_every_word_that_it_may_touch() -> None:
    nodes = [Node(f"n{at}", box=Rect(at % 6 * 130.0, at // 6 * 90.0, 40, 40), order=at) for at in range(36)]
    pairs = [(at, (at * 7 + 3) % 36) for at in range(36) if at != (at * 7 + 3) % 36]
    edges = [Edge(f"e{at}", f"n{one}", f"n{other}", name="ord", order=at) for at, (one, other) in enumerate(pairs)]
    document = Document(nodes, edges)
    words = words_of(document)
    for id in document.edges:
        words.set_at(id)
    document.listen(lambda change: words.follow({*change.ids, *document.edges}, 0.0) and None)
    for by in (40.0, -75.0, 900.0, -870.0):
        move_by(document, [f"n{at}" for at in range(0, 36, 2)], by, by / 2, "move")
    with document.transaction("more boxes, and a line with a word") as step:
        step.put(*(Node(f"m{at}", box=Rect(at * 50.0, 700.0, 40, 40), order=50 + at) for at in range(20)))
        step.put(Edge("new", "m3", "n7", name="ord", order=50), Node("m30", box=Rect(0, 800, 40, 40), order=80))
        step.put(
            *(Node(f"m{at}", box=Rect(at * 50.0, 600.0, 40, 40), order=50 + at) for at in range(20)),
            Edge("newer", "m4", "n8", name="ord", order=51),
        )
    words.go_on()
    anew = words_of(document)
    assert {id: words.set_at(id) for id in document.edges} == {id: anew.set_at(id) for id in document.edges}


def test_a_word_keeps_clear_of_the_marks_of_its_own_and_of_other_lines() -> None:
    document = chart((0, 0), (0, 300), (400, 0), (400, 300), pairs="01 23")
    lines = {"e0": word((20, 40), (20, 300)), "e1": word((420, 40), (420, 300))}
    middle = Rect(15, 165, 10, 10)
    free = Words(document, lambda id: lines[id], lambda id: document.nodes[id].box, lambda _: True).set_at("e0")
    lines["e1"] = lines["e1"]._replace(marks=(middle,))
    kept = Words(document, lambda id: lines[id], lambda id: document.nodes[id].box, lambda _: True).set_at("e0")
    assert free is not None and free[1].area.overlaps(middle)
    assert kept is not None and not kept[1].area.overlaps(middle)


def test_the_mark_of_a_relation_is_told_to_its_word() -> None:
    nodes = [Node("a", "A", box=Rect(0, 0, 80, 30)), Node("b", "B", box=Rect(0, 46, 80, 30), order=1.0)]
    document = Document(nodes, [Edge("e", "a", "b", name="beslutar", directed=True)])
    maker = DrawingMaker(document, Vocabulary(), LIGHT, FixedMeasurer(), "sv")
    block = maker.block("e")
    assert block is not None
    tip = Point(40, 46)
    pill = next(shape.rect for shape in block.shapes if isinstance(shape, Box))
    assert not pill.overlaps(mark_area(tip, Point(40, 30)))


def test_a_word_stands_where_the_file_puts_it_unless_something_is_there() -> None:
    line = word((0, 0), (400, 0))._replace(at=Point(100.0, -30.0))
    assert next(spots(line)).area == Rect(70, -40, *SIZE)
    assert next(spots(line._replace(at=None))).area == Rect(170, -10, *SIZE)


def test_a_box_on_which_an_end_stands_is_no_hindrance() -> None:
    document = chart((0, 0), (400, 0), pairs="01")
    free = areas(document)["e0"]
    with document.transaction("a ground below both, and one beside") as step:
        step.put(Node("ground", box=Rect(-50, -50, 600, 200)))
    assert areas(document)["e0"] == free
    with document.transaction("beside") as step:
        step.put(Node("ground", box=Rect(100, -50, 250, 200)))
    assert not areas(document)["e0"].overlaps(Rect(100, -50, 250, 200))
