"""Groups: frames around their members, what hangs under a member below the frame, joint tasks inside."""

import itertools
from pathlib import Path

import msgspec
import pytest
from layout_charts import PRESETS, SIZE, overlapping

from editor.geometry import rect_between
from editor.graphml.reading import read_graphml
from editor.layout.run import arrange
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.model.vocabulary import Vocabulary, load_vocabulary

ROOT = Path(__file__).parents[2]
VOCABULARY = load_vocabulary(ROOT / "resources" / "vocabulary.toml")
SAMPLES = sorted((ROOT / "samples").glob("*.graphml"))
FRAME = (200.0, 130.0)


def shared(folded: bool = False) -> Document:
    """A board over a frame of two directors, each with offices outside the frame, and a team led by both."""
    nodes = [
        Node("ks", "KS", "executive_board", order=0),
        Node("ram", "Ram", "shared_leadership", order=1, is_group=True, folded=folded),
        Node("kd", "KD", "post", group="ram", order=2),
        Node("cd", "CD", "post", group="ram", order=3),
        *(Node(f"a{number}", "A", "administration", order=4 + number) for number in range(5)),
        *(Node(f"b{number}", "B", "administration", order=10 + number) for number in range(3)),
        Node("team", "T", "management_team", order=20),
    ]
    edges = [Edge("r", "ram", "ks", kind="reports_to"), Edge("t", "ram", "team", kind="leads")]
    edges += [Edge(f"ea{number}", "kd", f"a{number}", kind="responsible_for") for number in range(5)]
    edges += [Edge(f"eb{number}", "cd", f"b{number}", kind="responsible_for") for number in range(3)]
    return Document(nodes, edges)


def sizes(document: Document) -> dict[str, tuple[float, float]]:
    return {id: FRAME if node.is_group else SIZE for id, node in document.nodes.items()}


@pytest.mark.parametrize("preset", [id for id, preset in PRESETS.items() if preset.engine == "dot"])
def test_members_stand_inside_and_what_they_lead_outside(preset: str) -> None:
    document = shared()
    boxes = dict(arrange(document, VOCABULARY, sizes(document), PRESETS[preset]).boxes)
    assert set(boxes) == set(document.nodes)
    assert overlapping(boxes, document) == []
    assert all(boxes["ram"].encloses(boxes[id]) for id in ("kd", "cd"))
    assert not any(boxes["ram"].overlaps(boxes[id]) for id in document.nodes if id not in ("ram", "kd", "cd"))


def test_offices_stand_under_their_own_director_below_the_frame() -> None:
    document = shared()
    boxes = arrange(document, VOCABULARY, sizes(document), PRESETS["down"]).boxes
    assert boxes["kd"].y == boxes["cd"].y and boxes["kd"].right + 100 < boxes["cd"].x
    assert min(boxes[id].y for id in document.nodes if id[0] in "ab") > boxes["ram"].bottom
    assert max(boxes[f"a{number}"].right for number in range(5)) < min(boxes[f"b{number}"].x for number in range(3))


def test_the_trunks_of_two_members_are_two_lines() -> None:
    document = shared()
    bends = arrange(document, VOCABULARY, sizes(document), PRESETS["down"]).bends
    trunks = [min(point.y for point in bends[id]) for id in ("ea0", "eb0")]
    assert trunks[0] != trunks[1]


def test_a_frame_has_room_for_its_joint_tasks_below_its_members() -> None:
    document = shared()
    plain = arrange(document, VOCABULARY, {**sizes(document), "ram": (200.0, 64.0)}, PRESETS["down"]).boxes["ram"]
    tasked = arrange(document, VOCABULARY, sizes(document), PRESETS["down"]).boxes["ram"]
    assert tasked.height == pytest.approx(plain.height + FRAME[1] - 64)


def test_what_hangs_under_hidden_members_hangs_under_the_folded_group() -> None:
    document = shared(folded=True)
    boxes = dict(arrange(document, VOCABULARY, sizes(document), PRESETS["down"]).boxes)
    assert set(boxes) == set(document.nodes) - {"kd", "cd"}
    assert overlapping(boxes, document) == []
    assert min(boxes[id].y for id in document.nodes if id[0] in "ab") > boxes["ram"].bottom


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_comes_out_whole_and_apart(sample: Path, preset: str) -> None:
    document = read_graphml(sample.read_bytes()).document
    boxes = dict(arrange(document, VOCABULARY, sizes(document), PRESETS[preset]).boxes)
    assert set(boxes) == set(document.nodes)
    assert overlapping(boxes, document) == []


def test_groups_six_deep() -> None:
    nodes = [
        Node(f"g{level}", group=f"g{level - 1}" if level else None, is_group=True, order=level) for level in range(6)
    ]
    nodes += [Node(f"n{level}", group=f"g{level}", order=10 + level) for level in range(6)]
    document = Document(nodes, [Edge(f"e{level}", f"n{level}", f"n{level + 1}") for level in range(5)])
    boxes = dict(arrange(document, Vocabulary(), sizes(document), PRESETS["down"]).boxes)
    assert overlapping(boxes, document) == []
    for node in document.nodes.values():
        assert node.group is None or boxes[node.group].encloses(boxes[node.id])


def test_lines_that_a_box_stands_in_the_way_of_go_around_it() -> None:
    document = shared()
    with document.transaction("Line") as step:
        step.add(Edge("x", "a0", "b2", kind="cooperates_with", order=99.0))
        step.put(msgspec.structs.replace(document.nodes["team"], name="Team"))
    arrangement = arrange(document, VOCABULARY, sizes(document), PRESETS["down"])
    boxes = arrangement.boxes
    way = (boxes["a0"].centre, *arrangement.bends["x"], boxes["b2"].centre)
    others = [boxes[id] for id in document.nodes if id not in ("a0", "b2", "ram")]
    assert not any(box.overlaps(rect_between(a, b).grown(0.5)) for a, b in itertools.pairwise(way) for box in others)
