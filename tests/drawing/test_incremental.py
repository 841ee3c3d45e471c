"""Redrawing only what a change concerns gives the same picture as drawing everything."""

from example_charts import VOCABULARY
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.drawing.maker import DrawingMaker
from editor.drawing.shapes import Block
from editor.drawing.theme import LIGHT
from editor.geometry import Point, Rect
from editor.model.changes import ChangeSet
from editor.model.document import Document
from editor.model.line_style import LINE_STYLES, lines_of, with_lines
from editor.model.records import Edge, Facts, Node
from editor.model.transaction import Transaction
from editor.text.fixed import FixedMeasurer

IDS = ("a", "b", "c", "d")
STEPS = st.lists(st.tuples(st.sampled_from(["move", "name", "fold", "edge", "bend", "cut", "drop", "state", "lines"]),
                           st.sampled_from(IDS), st.sampled_from(IDS)), max_size=8)  # fmt: skip


def chart() -> Document:
    nodes = [
        Node("g", "Grupp", is_group=True, box=Rect(0, 0, 400, 300)),
        *(Node(id, id.upper(), "post", group="g" if id in "ab" else None, box=Rect(20 + 90 * at, 40, 80, 40), order=at)
          for at, id in enumerate(IDS)),
    ]  # fmt: skip
    return Document(nodes, [Edge("e0", "a", "b"), Edge("e1", "a", "c", kind="leads", name="leder")])


def step(document: Document, write: Transaction, what: str, first: str, second: str) -> None:
    if first not in document.nodes or second not in document.nodes:
        return
    if what == "move":
        box = document.nodes[first].box
        write.update(first, box=Rect(17, 33, 80, 40) if box is None else box.moved(13, 7))
    elif what == "name":
        write.update(first, name=document.nodes[first].name + " x")
    elif what == "fold":
        write.update("g", folded=not document.nodes["g"].folded)
    elif what == "edge":
        write.add(
            Edge(next(f"n{at}" for at in range(100) if f"n{at}" not in document.edges), first, second, name="bereder")
        )
    elif what == "bend" and document.edges:
        write.update(next(iter(document.edges)), bends=(Point(5, 5),))
    elif what == "cut" and document.edges:
        write.remove(next(iter(document.edges)))
    elif what == "drop":
        write.remove(first)
    elif what == "lines":
        before = LINE_STYLES.index(lines_of(document.info))
        write.put(with_lines(document.info, LINE_STYLES[before - 1]))
    elif what == "state":
        write.update(first, facts=Facts(status="planned"))


@settings(max_examples=60)
@given(STEPS)
def test_the_blocks_concerned_by_a_change_are_all_that_change(steps: list[tuple[str, str, str]]) -> None:
    document = chart()
    maker = DrawingMaker(document, VOCABULARY, LIGHT, FixedMeasurer(), "sv")
    shown = {id: maker.block(id) for id in maker.ids_in_order()}

    def redraw(change: ChangeSet) -> None:
        for id in maker.concerned(change):
            shown[id] = maker.block(id)

    document.listen(redraw)
    for what, first, second in steps:
        with document.transaction(what) as write:
            step(document, write, what, first, second)
        assert _visible(shown) == _all_anew(document)
    while document.undo() is not None:
        assert _visible(shown) == _all_anew(document)
    assert _visible(shown) == _all_anew(document)


def _all_anew(document: Document) -> dict[str, Block]:
    maker = DrawingMaker(document, VOCABULARY, LIGHT, FixedMeasurer(), "sv")
    return _visible({id: maker.block(id) for id in maker.ids_in_order()})


def _visible(blocks: dict[str, Block | None]) -> dict[str, Block]:
    return {id: block for id, block in blocks.items() if block is not None}
