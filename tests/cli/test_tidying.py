"""After an edit only the branches concerned are laid out anew, when asked for; else every box stays where it is."""

import json
from pathlib import Path

import pytest

from editor.cli.start import main
from editor.geometry import Rect
from editor.graphml.reading import read_graphml
from editor.graphml.writing import new_baseline, write_graphml
from editor.model.document import Document
from editor.model.records import Edge, Node


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    """A top, three offices under it, two units under each, laid out."""
    nodes, edges = [Node("top", "Styrelsen")], []
    for office in range(3):
        nodes.append(Node(f"o{office}", f"Kontor {office}", order=1.0 + office))
        edges.append(Edge(f"e{office}", "top", f"o{office}", order=float(office)))
        for unit in range(2):
            nodes.append(Node(f"o{office}u{unit}", f"Enhet {unit}", order=10.0 + 2 * office + unit))
            edges.append(Edge(f"e{office}{unit}", f"o{office}", f"o{office}u{unit}", order=10.0 + 2 * office + unit))
    path = tmp_path / "chart.graphml"
    path.write_bytes(write_graphml(Document(nodes, edges), new_baseline()))
    assert main(["layout", str(path), "-o", str(path), "--preset", "classic"]) == 0
    return path


def boxes(path: Path) -> dict[str, Rect | None]:
    return {id: node.box for id, node in read_graphml(path.read_bytes()).document.nodes.items()}


def edited(chart: Path, *words: str) -> dict[str, Rect | None]:
    target = chart.with_name("out.graphml")
    assert main(["edit", str(chart), *words, "-o", str(target)]) == 0
    return boxes(target)


def test_without_tidy_nothing_else_moves(chart: Path) -> None:
    before = boxes(chart)
    after = edited(chart, "--add", "", "Ny enhet", "--under", "o1")
    assert {id: after[id] for id in before} == before


def test_a_branch_is_tidied_and_what_stands_before_it_stays(chart: Path) -> None:
    before = boxes(chart)
    after = edited(chart, "--add", "", "Ny enhet", "--under", "o1", "--tidy", "branch")
    assert all(after[id] == before[id] for id in ("top", "o0", "o0u0", "o0u1"))
    new = next(after[id] for id in after if id not in before)
    assert new is not None and new.y == after["o1u0"].y  # type: ignore[union-attr]
    rects = [rect for rect in after.values() if rect is not None]
    assert not any(one.overlaps(other) for n, one in enumerate(rects) for other in rects[n + 1 :])


def test_what_was_moved_by_hand_stays_there(chart: Path) -> None:
    after = edited(chart, "--move", "o2u1", "2000", "900", "--tidy", "branch")
    assert after["o2u1"] is not None and after["o2u1"][:2] == (2000, 900)


def test_all_is_tidied(chart: Path) -> None:
    after = edited(chart, "--delete", "o1", "--tidy", "all")
    top, first, last = after["top"], after["o0"], after["o2"]
    assert top is not None and first is not None and last is not None
    assert top.centre.x == pytest.approx((first.centre.x + last.centre.x) / 2, abs=2)


def test_another_word_is_refused(chart: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edit", str(chart), "--rename", "o1", "X", "--tidy", "some", "-o", str(chart)]) == 2
    assert "tidy" in capsys.readouterr().err


def test_how_far_others_moved_is_reported(chart: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(chart, "--rename", "o1u0", "Enhet A", "--tidy", "branch", "--report", "json")
    assert json.loads(capsys.readouterr().out)["moved_px"] == 0.0
    edited(chart, "--delete", "o1u0", "--tidy", "branch", "--report", "json")
    said = json.loads(capsys.readouterr().out)
    assert said["moved_px"] == 0.0 and said["overlaps"] == 0
    words = [word for number in range(3) for word in ("--add", "", f"Ny enhet {number}", "--under", "o1")]
    before = boxes(chart)
    after = edited(chart, *words, "--tidy", "branch", "--report", "json")
    out = capsys.readouterr().out
    moved = json.loads(out[out.index("{") :])["moved_px"]
    inside = {"o1", "o1u0", "o1u1"}
    assert moved == pytest.approx(sum(distance(before[id], after[id]) for id in before if id not in inside), abs=0.1)
    assert moved > 0


def distance(one: Rect | None, other: Rect | None) -> float:
    assert one is not None and other is not None
    return one.centre.distance_to(other.centre)
