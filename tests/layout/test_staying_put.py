"""A box comes or goes anywhere in a real chart: room is made, branches are tidied, and all else stays where it is."""

import functools
import itertools
from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st
from layout_charts import PRESETS, overlapping
from matrix import VOCABULARY, lay_out, maker_of
from matrix_graphs import SAMPLES, framed, nested, sample
from municipalities import municipality

from editor.geometry import Rect, bounds_of
from editor.layout.answer import Arrangement
from editor.layout.applying import apply_arrangement, arranged
from editor.layout.run import arrange
from editor.layout.tidying import branch_document, tidied, widened
from editor.model import commands, outlining
from editor.model.companions import companions
from editor.model.document import Document
from editor.model.pushing import NEAR_PX
from editor.model.structure import Structure

GRAPHS = {
    **{name: functools.partial(sample, name) for name in SAMPLES},
    "municipality of 20": functools.partial(municipality, 20),
    "municipality of 74": functools.partial(municipality, 74),
    "without kinds": functools.partial(municipality, 40, kinds=False),
    "nested": functools.partial(nested, 6),
    "framed": functools.partial(framed, 4),
}
CHOSEN = ["municipal", "down", "right", "up", "left", "classic", "compact", "stacked", "stacked_two", "stacked_sides"]
Boxes = Mapping[str, Rect]
steady = settings(max_examples=120, deadline=None, derandomize=True)
"""The same examples each time: whoever changes something else must not find a rare one."""
some_chart = st.tuples(st.sampled_from(sorted(GRAPHS)), st.sampled_from(CHOSEN))


@functools.cache
def laid_out(name: str, preset: str) -> Document:
    document = GRAPHS[name]()
    return arranged(document, lay_out(document, PRESETS[preset]))


def fresh(name: str, preset: str) -> Document:
    document = laid_out(name, preset)
    return Document(document.nodes.values(), document.edges.values(), document.info)


def pin(document: Document, data: st.DataObject) -> Boxes:
    """Pin some boxes; returns where they stand."""
    count = data.draw(st.sampled_from([0, 0, 1, 3]))
    ids = [data.draw(st.sampled_from(list(document.nodes))) for _ in range(count)]
    with document.transaction("pin") as step:
        for id in ids:
            step.update(id, pinned=True)
    return {id: box for id in ids if (box := document.nodes[id].box) is not None}


def change(document: Document, data: st.DataObject) -> str | None:
    """Add or remove a box; returns the one above it."""
    structure = Structure(document, VOCABULARY)
    how = data.draw(st.sampled_from(["after", "under", "remove"]))
    if how == "remove":
        leaves = [id for id in document.nodes if not structure.children.get(id) and not document.nodes[id].pinned]
        gone = data.draw(st.sampled_from(leaves))
        commands.delete(document, [gone], "delete")
        return structure.parent[gone]
    id = data.draw(st.sampled_from(list(document.nodes)))
    if how == "under":
        commands.add(document, VOCABULARY, None, "Ny enhet", id, "add")
        return id
    with document.transaction("add") as step:
        outlining.add_after(document, step, VOCABULARY, id, "Ny enhet")
    return structure.parent[id]


def tidy(document: Document, id: str, preset: str) -> None:
    def ask(branch: Document, aspect: float) -> Arrangement:
        return arrange(branch, VOCABULARY, maker_of(branch).sizes(), PRESETS[preset], aspect=aspect)

    found = tidied(document, VOCABULARY, id, PRESETS[preset], ask)
    apply_arrangement(document, found, preset, "tidy")


def boxes_of(document: Document) -> dict[str, Rect]:
    return {id: box for id, node in document.nodes.items() if (box := node.box) is not None}


def out_of_order(document: Document, before: Boxes, after: Boxes) -> list[tuple[str, str]]:
    """Siblings in one row or column, of which one has passed the other."""
    found = []
    for siblings in Structure(document, VOCABULARY).children.values():
        for one, other in itertools.combinations([id for id in siblings if id in before and id in after], 2):
            was, now = (before[one], before[other]), (after[one], after[other])
            for along, across in ((0, 1), (1, 0)):
                in_line = all(abs(a[across] - b[across]) < 1.0 for a, b in (was, now))
                if in_line and (was[0][along] < was[1][along]) != (now[0][along] < now[1][along]):
                    found.append((one, other))
    return found


def on_each_other(document: Document) -> list[tuple[str, str]]:
    """Pairs of boxes. No frame has to grow over a pinned box: those pinned stand where a layout had them all apart."""
    return overlapping(boxes_of(document), document)


def still(document: Document, walls: Boxes) -> bool:
    """Pinned boxes are where they were; a pinned frame may have grown."""
    now = boxes_of(document)
    return all(now[id].encloses(wall) if document.nodes[id].is_group else now[id] == wall for id, wall in walls.items())


@steady
@given(some_chart, st.data())
def test_room_is_made(chart: tuple[str, str], data: st.DataObject) -> None:
    document = fresh(*chart)
    walls = pin(document, data)
    before = boxes_of(document)
    change(document, data)
    after = boxes_of(document)
    assert on_each_other(document) == [] and still(document, walls)
    if not walls:
        assert out_of_order(document, before, after) == []
    document.undo()
    assert boxes_of(document) == before


@steady
@given(some_chart, st.data())
def test_a_branch_is_tidied(chart: tuple[str, str], data: st.DataObject) -> None:
    document = fresh(*chart)
    walls = pin(document, data)
    parent = change(document, data)
    if parent is None:
        return
    structure = Structure(document, VOCABULARY)
    top, sides = widened(document, structure, parent), companions(document, structure, VOCABULARY)
    branch = set(branch_document(document, VOCABULARY, top, sides if PRESETS[chart[1]].companions else None).nodes)
    before = boxes_of(document)
    tidy(document, parent, chart[1])
    after = boxes_of(document)
    assert on_each_other(document) == [] and still(document, walls)
    outside = {id for id in before if id not in branch and not document.nodes[id].is_group}
    if not walls:
        others = {id: box for id, box in before.items() if id in outside}
        assert out_of_order(document, others, after) == []
    needed = bounds_of(after[id] for id in branch)
    assert needed is not None
    is_framed = any(before[id] != after[id] for id in before if id not in branch and document.nodes[id].is_group)
    if not is_framed and not any(before[id].overlaps(needed.grown(NEAR_PX)) for id in outside):
        assert [id for id in outside if before[id] != after[id]] == [], "there was room, and others moved"


def test_pinned_boxes_in_frames_do_not_drive_others_on_and_on() -> None:
    """A box pushed into a frame pushed what stands there, the frame grew and pushed the box: ten thousand pixels on."""
    document = fresh("nested", "left")
    with document.transaction("pin") as step:
        for id in ("g2b1", "g3b1", "g5b0"):
            step.update(id, pinned=True)
    commands.add(document, VOCABULARY, None, "Ny enhet", "g3", "add")
    tidy(document, "g3", "left")
    needed = bounds_of(boxes_of(document).values())
    assert needed is not None and needed.height < 1000.0
    assert on_each_other(document) == []
