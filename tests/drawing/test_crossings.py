"""Where lines cross it is seen which goes over, and a change finds anew only what it concerns."""

from collections.abc import Callable

from example_charts import VOCABULARY
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.drawing.crossings import GAP_PX, Gap, cut
from editor.drawing.maker import DrawingMaker
from editor.drawing.quality import chart_of, words_crossed
from editor.drawing.shapes import Block, Move, Path
from editor.drawing.theme import LIGHT
from editor.geometry import Point, Rect
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.text.fixed import FixedMeasurer

PLACES = {"w": (0, 100), "e": (300, 100), "n": (90, 0), "s": (90, 300)}
"""The lines cross where neither has its word."""


def cross(level: str | None = None, upright: str | None = None) -> Document:
    nodes = [Node(id, id, box=Rect(*place, 60, 30)) for id, place in PLACES.items()]
    return Document(nodes, [Edge("level", "w", "e", kind=level), Edge("upright", "n", "s", kind=upright)])


def maker_of(document: Document) -> DrawingMaker:
    return DrawingMaker(document, VOCABULARY, LIGHT, FixedMeasurer(), "sv")


def pieces(block: Block | None) -> int:
    assert block is not None
    path = next(shape for shape in block.shapes if isinstance(shape, Path))
    return sum(isinstance(step, Move) for step in path.steps)


def gapped(document: Document) -> set[str]:
    maker = maker_of(document)
    return {id for id in document.edges if pieces(maker.block(id)) > 1}


def test_of_two_of_a_sort_the_upright_one_goes_over() -> None:
    assert gapped(cross()) == {"level"}


def test_a_whole_line_goes_over_a_dashed_one() -> None:
    assert VOCABULARY.relation("cooperates_with").line in ("dashed", "dotted")
    assert gapped(cross(upright="cooperates_with")) == {"upright"}
    assert gapped(cross(level="cooperates_with")) == {"level"}


def test_lines_that_meet_at_a_box_or_run_on_each_other_have_no_gap() -> None:
    boxes = [Node(id, id, box=Rect(*place, 60, 30)) for id, place in PLACES.items()]
    shared = (Point(30, 60), Point(330, 60))
    document = Document(boxes, [Edge("one", "w", "e", bends=shared), Edge("two", "w", "n"), Edge("three", "w", "s")])
    assert gapped(document) == set()


def test_under_the_word_of_another_line_every_line_is_left_out() -> None:
    document = cross(level="cooperates_with")
    with document.transaction("across its word") as step:
        step.update("n", box=Rect(150, 0, 60, 30))
        step.update("s", box=Rect(150, 300, 60, 30))
    maker = maker_of(document)
    chart = chart_of(document, maker.drawing())
    word = chart.words["level"]
    assert any(word.x < corner.x < word.right for corner in chart.lines["upright"])
    assert list(words_crossed(chart)) == [] and pieces(maker.block("upright")) == 2


def test_a_line_too_long_to_be_crossed_is_left_out_under_words_nevertheless() -> None:
    """As the trunk of a row of hundreds."""
    document = cross(upright="cooperates_with")
    with document.transaction("apart") as step:
        step.update("w", box=Rect(-40_000, 150, 60, 30))
        step.update("e", box=Rect(40_000, 150, 60, 30))
    maker = maker_of(document)
    document.listen(lambda change: told.update(maker.concerned(change)))
    told: set[str] = set()
    word = chart_of(document, maker.drawing()).words["upright"]
    assert word.y < 165 < word.bottom and pieces(maker.block("level")) == 2
    assert list(words_crossed(chart_of(document, maker.drawing()))) == []
    with document.transaction("farther down") as step:
        step.update("s", box=Rect(90, 700, 60, 30))
    assert "level" in told and pieces(maker.block("level")) == 1


def test_a_word_that_moves_takes_the_gap_along() -> None:
    document = cross(level="cooperates_with")
    maker = maker_of(document)
    assert pieces(maker.block("upright")) == 1
    document.listen(lambda change: told.update(maker.concerned(change)))
    told: set[str] = set()
    with document.transaction("farther") as step:
        step.update("e", box=Rect(180, 100, 60, 30))
    assert "upright" in told
    assert list(words_crossed(chart_of(document, maker.drawing()))) == []


def test_from_far_away_no_gap_is_looked_for() -> None:
    assert pieces(maker_of(cross()).block("level", "far")) == 1


def test_the_pieces_of_a_line() -> None:
    line = [Point(0, 0), Point(100, 0), Point(100, 50)]
    found = cut(line, [Gap(0, 20, 30), Gap(1, 10, 20)])
    assert found == [[line[0], Point(20, 0)], [Point(30, 0), line[1], Point(100, 10)], [Point(100, 20), line[2]]]


def test_dust_between_two_gaps_is_left_out_and_short_ends_are_not() -> None:
    line = [Point(0, 0), Point(60, 0), Point(60, 1), Point(120, 1)]
    gaps = [Gap(0, 1, 60), Gap(2, 0, 59)]
    assert cut(line, gaps) == [[Point(0, 0), Point(1, 0)], [Point(119, 1), Point(120, 1)]]


def test_crossings_close_together_are_one_gap() -> None:
    document = cross()
    with document.transaction("add") as step:
        step.add(Node("n2", "n2", box=Rect(90 + GAP_PX, 0, 60, 30)))
        step.add(Node("s2", "s2", box=Rect(90 + GAP_PX, 300, 60, 30)))
        step.add(Edge("beside", "n2", "s2"))
    assert pieces(maker_of(document).block("level")) == 2


MOVES = st.lists(st.tuples(st.sampled_from(sorted(PLACES)), st.integers(-9, 9), st.integers(-9, 9)), max_size=8)


@settings(max_examples=60)
@given(MOVES, st.sampled_from([None, "cooperates_with"]))
def test_following_changes_gives_what_finding_all_anew_gives(
    moves: list[tuple[str, int, int]], kind: str | None
) -> None:
    document = cross(level=kind)
    maker = maker_of(document)
    shown = {id: maker.block(id) for id in maker.ids_in_order()}
    document.listen(lambda change: shown.update({id: maker.block(id) for id in maker.concerned(change)}))
    for id, dx, dy in moves:
        with document.transaction("move") as step:
            box = document.nodes[id].box
            assert box is not None
            step.update(id, box=box.moved(dx * 10, dy * 10))
    while True:
        fresh = maker_of(document)
        assert shown == {id: fresh.block(id) for id in fresh.ids_in_order()}
        if document.undo() is None:
            break


def test_a_slanted_line_has_its_gap_too() -> None:
    document = cross(level="cooperates_with")
    with document.transaction("aslant") as step:
        step.update("n", box=Rect(130, 0, 60, 30))
        step.update("s", box=Rect(190, 230, 60, 30))
    maker = maker_of(document)
    assert pieces(maker.block("upright")) == 2
    assert list(words_crossed(chart_of(document, maker.drawing()))) == []


def grid(count: int, apart: float) -> Document:
    """So many level lines across as many upright ones."""
    far = apart * (count + 1)
    level = [(f"w{n}", f"e{n}", Rect(-40, apart * n, 20, 4), Rect(far, apart * n, 20, 4)) for n in range(count)]
    upright = [(f"n{n}", f"s{n}", Rect(apart * n, -40, 4, 20), Rect(apart * n, far, 4, 20)) for n in range(count)]
    pairs = level + upright
    boxes = [Node(id, id, box=box) for one, other, *two in pairs for id, box in zip((one, other), two, strict=True)]
    return Document(boxes, [Edge(f"{one} {other}", one, other) for one, other, *_ in pairs])


def test_in_a_mesh_of_thousands_no_gap_is_looked_for() -> None:
    assert gapped(grid(10, apart=6)) and gapped(grid(50, apart=60))
    dense = grid(1_000, apart=6)
    maker = maker_of(dense)
    assert {pieces(maker.block(id)) for id in list(dense.edges)[:20]} == {1}


def test_lines_on_one_trunk_are_no_work_for_each_other(
    calls: Callable[[Callable[[], object]], int],
) -> None:
    def changed(count: int) -> int:
        """The calls it takes to find all gaps below one box with so many under it, and to take that back."""
        nodes = [Node("top", box=Rect(0, 0, 100, 40), order=0)]
        nodes += [Node(f"n{at}", box=Rect(at * 200, 400, 100, 40), order=at + 1) for at in range(count)]
        edges = [
            Edge(f"e{at}", "top", f"n{at}", bends=(Point(50, 100), Point(at * 200 + 50, 100)), order=at)
            for at in range(count)
        ]
        document = Document([nodes[0]], [])
        maker = DrawingMaker(document, VOCABULARY, LIGHT, FixedMeasurer(), "sv")

        def paste() -> None:
            with document.transaction("paste") as step:
                step.put(*nodes[1:], *edges)
            for edge in edges:
                maker.block(edge.id, "seen")
            document.undo()

        document.listen(lambda change: maker.concerned(change))
        return calls(paste)

    assert changed(2400) < 3 * changed(1200)
