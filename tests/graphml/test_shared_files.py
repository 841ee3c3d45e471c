"""Real files of many programs: opened or refused as their index states, and left as they were."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from editor.errors import UserError
from editor.geometry import Rect
from editor.graphml.reading import read_graphml
from editor.graphml.writing import write_graphml, written
from editor.model.document import Document
from editor.model.records import Node

SHARED = Path(__file__).parents[2].parent / "shared" / "graphml"
CASES = [
    json.loads(line) for index in sorted(SHARED.glob("*/index.jsonl")) for line in index.read_text("utf-8").splitlines()
]
SMALL_BYTES = 300_000
SMALL = [
    case for case in CASES if case["expect"].startswith("open") and (SHARED / case["file"]).stat().st_size < SMALL_BYTES
]

pytestmark = pytest.mark.skipif(not CASES, reason="the folder of real files is not here")


def name_of(case: dict[str, Any]) -> str:
    return str(case["file"])


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_opens_or_is_refused_as_stated(case: dict[str, Any]) -> None:
    data = (SHARED / case["file"]).read_bytes()
    try:
        reading = read_graphml(data)
    except UserError:
        assert "refuse" in case["expect"]
        return
    assert "open" in case["expect"]
    assert (reading.report.nodes, reading.report.edges) == (case["nodes"], case["edges"])
    assert write_graphml(reading.document, reading.baseline) == data


def rename(document: Document, node: Node) -> None:
    with document.transaction("rename") as step:
        step.update(node.id, name='Namn <nytt> & "å"')


def move(document: Document, node: Node) -> None:
    with document.transaction("move") as step:
        step.update(node.id, box=Rect(12.5, -7.0, 90.0, 31.0), placed=True)


def add(document: Document, node: Node) -> None:
    with document.transaction("add") as step:
        step.add(Node(id="brand-new", name="Ny", box=Rect(0.0, 0.0, 100.0, 40.0), order=1e6))


def delete(document: Document, node: Node) -> None:
    with document.transaction("delete") as step:
        step.remove(node.id)


@pytest.mark.parametrize("change", [rename, move, add, delete])
@pytest.mark.parametrize("case", SMALL, ids=name_of)
def test_a_change_is_written_and_the_next_save_changes_nothing(
    case: dict[str, Any], change: Callable[[Document, Node], None]
) -> None:
    reading = read_graphml((SHARED / case["file"]).read_bytes())
    nodes = list(reading.document.nodes.values())
    if not nodes:
        pytest.skip("no node to change")
    change(reading.document, nodes[len(nodes) // 2])
    data, baseline = written(reading.document, reading.baseline)
    assert data != reading.baseline.data
    assert written(reading.document, baseline)[0] == data
