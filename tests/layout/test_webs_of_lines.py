"""Graphs with more lines than anybody can follow: no way around boxes is sought, so that a picture comes at all."""

import itertools

import pytest

from editor.geometry import Rect
from editor.layout import lines
from editor.layout.lines import plain_bends
from editor.model.document import Document
from editor.model.records import Edge, Node
from editor.routing.ways import between


def test_beyond_a_measure_lines_take_their_simple_way(monkeypatch: pytest.MonkeyPatch) -> None:
    places = {f"n{x}{y}": Rect(x * 100.0, y * 60.0, 80.0, 30.0) for x in range(5) for y in range(5)}
    pairs = list(itertools.combinations(places, 2))
    document = Document([Node(id) for id in places], [Edge(f"{one} {other}", one, other) for one, other in pairs])
    simple = {f"{one} {other}": between(places[one], places[other]) for one, other in pairs}
    around = plain_bends(document, places)
    assert around.keys() == simple.keys() and around != simple
    monkeypatch.setattr(lines, "MOST_EFFORT", len(pairs))
    assert plain_bends(document, places) == simple
