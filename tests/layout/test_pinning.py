"""Boxes are pinned anywhere: they stay, frames hold what is in them, and nothing lies on anything that can avoid it."""

import functools
import itertools
from collections.abc import Iterator

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from layout_charts import PRESETS, overlapping
from matrix import VOCABULARY, maker_of
from matrix_graphs import framed, nested

from editor.geometry import Rect, bounds_of
from editor.layout.applying import arranged
from editor.layout.run import arrange
from editor.model.document import Document
from editor.model.moving import with_members

GRAPHS = {
    "framed": functools.partial(framed, 3),
    "framed, wide": functools.partial(framed, 4),
    "nested": functools.partial(nested, 6),
    "nested, wide": functools.partial(nested, 3, 3),
}
STEP_PX = 8.0
Sizes = dict[str, tuple[float, float]]


@functools.cache
def graph(name: str) -> tuple[Document, Sizes]:
    document = GRAPHS[name]()
    return document, dict(maker_of(document).sizes())


@st.composite
def pinned_charts(draw: st.DrawFn) -> tuple[Document, Sizes]:
    document, sizes = graph(draw(st.sampled_from(sorted(GRAPHS))))
    ids = draw(st.lists(st.sampled_from(list(document.nodes)), min_size=1, max_size=4, unique=True))
    corners = {id: (draw(st.integers(-75, 175)), draw(st.integers(-40, 110))) for id in ids}
    places = {id: Rect(x * STEP_PX, y * STEP_PX, *sizes[id]) for id, (x, y) in corners.items()}
    nodes = [
        msgspec.structs.replace(node, box=places[node.id], pinned=True) if node.id in places else node
        for node in document.nodes.values()
    ]
    return Document(nodes, document.edges.values(), document.info), sizes


def frames_of(document: Document, id: str) -> Iterator[str]:
    """A box and the frames it stands in."""
    one: str | None = id
    while one is not None:
        yield one
        one = document.nodes[one].group


def core(document: Document, id: str) -> Rect | None:
    """Around the pinned boxes in a frame: so large it is at least."""
    return bounds_of(box for one in with_members(document, [id]) if (box := _pinned_box(document, one)) is not None)


def _pinned_box(document: Document, id: str) -> Rect | None:
    node = document.nodes[id]
    return node.box if node.pinned else None


def must_overlap(document: Document, one: str, other: str) -> bool:
    """Whether what is pinned in them, or in frames around just one of them, lies on each other."""
    around, beside = [*frames_of(document, one)], [*frames_of(document, other)]
    pairs = itertools.product((id for id in around if id not in beside), (id for id in beside if id not in around))
    cores = ((core(document, a), core(document, b)) for a, b in pairs)
    return any(a is not None and b is not None and a.overlaps(b) for a, b in cores)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(pinned_charts(), st.sampled_from(sorted(PRESETS)))
def test_pinned_anywhere(chart: tuple[Document, Sizes], preset: str) -> None:
    document, sizes = chart
    found = arranged(document, arrange(document, VOCABULARY, sizes, PRESETS[preset]))
    boxes = {id: box for id, node in found.nodes.items() if (box := node.box) is not None}
    assert [pair for pair in overlapping(boxes, found) if not must_overlap(document, *pair)] == []
    for id, node in document.nodes.items():
        wall = _pinned_box(document, id)
        if wall is not None:
            assert boxes[id].encloses(wall) if node.is_group else boxes[id] == wall
        if node.group is not None:
            assert boxes[node.group].grown(0.01).encloses(boxes[id]), f"{id} stands outside of its frame"
