"""Where the elements of a file stand, noted when it is read, so that a save need not scan their insides again."""

from array import array
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from editor.graphml.raw import RawEdge, RawNode
from editor.graphml.scan import tag_end
from editor.graphml.shortening import Gap


class Spans(msgspec.Struct, frozen=True):
    """Where nodes and edges begin and close, two numbers for each in document order.

    Close is -1 for an element in which others stand: its inside is never passed by.
    """

    nodes: "array[int]"
    edges: "array[int]"

    def gaps(self, text: bytes, nodes: Iterable[int], edges: Iterable[int]) -> Iterator[tuple[int, Gap]]:
        """The inside of every element but those of these ordinals, each with where its element begins."""
        for spans, wanted in ((self.nodes, frozenset(nodes)), (self.edges, frozenset(edges))):
            for ordinal in range(len(spans) // 2):
                start, close = spans[2 * ordinal], spans[2 * ordinal + 1]
                if close >= 0 and ordinal not in wanted:
                    inside = tag_end(text, start)
                    if inside < close:
                        yield start, (inside, close)


def spans_of(nodes: Sequence[RawNode], edges: Sequence[RawEdge]) -> Spans:
    return Spans(*(array("q", _pairs(raws)) for raws in (nodes, edges)))


def _pairs(raws: Sequence[RawNode | RawEdge]) -> Iterator[int]:
    for raw in raws:
        yield raw.start
        yield -1 if raw.holds_others else raw.close
