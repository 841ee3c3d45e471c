"""A branch is tidied where it stands: what is outside of it stays, or moves aside no farther than it must."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st
from layout_charts import PRESETS, SIZE, chart, overlapping, sizes_of

from editor.geometry import Point, Rect
from editor.layout.answer import Arrangement
from editor.layout.applying import apply_arrangement
from editor.layout.following import Following
from editor.layout.presets import Preset
from editor.layout.run import arrange
from editor.layout.tidying import branch_document, tidied
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import Vocabulary

VOCABULARY = Vocabulary()


def laid_out(document: Document, preset: Preset) -> Document:
    apply_arrangement(document, arrange(document, VOCABULARY, sizes_of(document), preset), preset.id, "lay out")
    return document


def tidy(document: Document, id: str, preset: Preset) -> Arrangement:
    def lay_out(branch: Document, aspect: float) -> Arrangement:
        return arrange(branch, VOCABULARY, sizes_of(branch), preset, aspect=aspect)

    arrangement = tidied(document, VOCABULARY, id, preset, lay_out)
    apply_arrangement(document, arrangement, preset.id, "tidy")
    return arrangement


def boxes_of(document: Document) -> dict[str, Rect]:
    return {id: node.box for id, node in document.nodes.items() if node.box is not None}


def company(*units: int) -> Document:
    pairs = [("top", f"d{number}") for number in range(len(units))]
    pairs += [(f"d{number}", f"d{number}u{unit}") for number, count in enumerate(units) for unit in range(count)]
    return chart(pairs)


def add_under(document: Document, parent: str, id: str) -> None:
    with document.transaction("add") as step:
        step.add(Node(id, id, box=Rect(0, 0, *SIZE), order=999.0))
        step.add(Edge(f"{parent}>{id}", parent, id, order=999.0))


def test_a_branch_by_itself() -> None:
    part = branch_document(company(2, 2), VOCABULARY, "d0")
    assert set(part.nodes) == {"d0", "d0u0", "d0u1"} and len(part.edges) == 2


def test_what_is_tidy_stays() -> None:
    document = laid_out(company(3, 3, 3), PRESETS["down"])
    before = boxes_of(document)
    tidy(document, "d1", PRESETS["down"])
    assert boxes_of(document) == before


def test_room_is_made_only_after_the_branch() -> None:
    document = laid_out(company(1, 1, 1), PRESETS["classic"])
    before = boxes_of(document)
    for number in range(3):
        add_under(document, "d1", f"new{number}")
    tidy(document, "d1", PRESETS["classic"])
    after = boxes_of(document)
    assert overlapping(after, document) == []
    assert {id for id in before if before[id] != after[id]} <= {"d1", "d1u0", "d2", "d2u0"}
    assert after["d2"].y == before["d2"].y


def test_a_pinned_box_never_moves() -> None:
    document = laid_out(company(1, 1, 1), PRESETS["classic"])
    with document.transaction("pin") as step:
        step.update("d2", pinned=True)
    pinned = document.nodes["d2"].box
    for number in range(3):
        add_under(document, "d1", f"new{number}")
    tidy(document, "d1", PRESETS["classic"])
    assert document.nodes["d2"].box == pinned


Side = tuple[str, str, str]


def sides(ids: list[str], boxes: Mapping[str, Rect]) -> set[Side]:
    """Who stands beside whom in a row, and who above whom in a column."""
    pairs = [(one, other, boxes[one], boxes[other]) for one in ids for other in ids if one != other]
    rows = {
        (one, "left of", other) for one, other, a, b in pairs if a.right <= b.x and a.y < b.bottom and b.y < a.bottom
    }
    return rows | {
        (one, "above", other) for one, other, a, b in pairs if a.bottom <= b.y and a.x < b.right and b.x < a.right
    }


def turned(before: set[Side], boxes: Mapping[str, Rect]) -> list[Side]:
    """Those that no longer stand as they stood."""
    return sorted(
        (one, side, other)
        for one, side, other in before
        if not (boxes[one].x < boxes[other].x if side == "left of" else boxes[one].y < boxes[other].y)
    )


@settings(max_examples=40)
@given(
    st.lists(st.integers(0, 4), min_size=2, max_size=5),
    st.data(),
    st.sampled_from(["down", "classic", "stacked", "right"]),
    st.integers(1, 4),
)
def test_after_any_addition_order_is_kept_nothing_overlaps_and_earlier_ones_stay(
    units: list[int], data: st.DataObject, preset: str, count: int
) -> None:
    document = laid_out(company(*units), PRESETS[preset])
    number = data.draw(st.integers(0, len(units) - 1))
    before = boxes_of(document)
    for new in range(count):
        add_under(document, f"d{number}", f"new{new}")
    tidy(document, f"d{number}", PRESETS[preset])
    after = boxes_of(document)
    assert overlapping(after, document) == []
    assert turned(sides([f"d{number}" for number in range(len(units))], before), after) == []
    document.undo()
    assert {id: box for id, box in boxes_of(document).items() if id in before} == before


def test_a_line_to_what_is_not_shown_in_the_branch_is_left_as_it_is() -> None:
    boxes = {"a": Rect(0, 0, 100, 40), "b": Rect(0, 100, 100, 40), "c": Rect(200, 100, 100, 40)}
    document = Document([Node(id, box=box) for id, box in boxes.items()], [Edge("ab", "a", "b"), Edge("ac", "a", "c")])
    moved = {"a": boxes["a"], "b": boxes["b"].moved(40, 0)}
    bends, _ = Following(document, moved).bends(moved, {"ab": (), "ac": (Point(250, 20),)})
    assert "ac" not in bends
