"""Putting an arrangement into a document, as one step or as a suggestion."""

from collections.abc import Iterator

import msgspec

from editor.geometry import Point
from editor.layout.answer import Arrangement
from editor.model.document import Document
from editor.model.line_style import LineStyle, with_lines
from editor.model.paper import Paper, with_paper
from editor.model.records import Edge, Node


def apply_arrangement(
    document: Document,
    arrangement: Arrangement,
    preset_id: str,
    name: str,
    paper: Paper | None = None,
    lines: LineStyle | None = None,
) -> None:
    """Boxes, bends and the name of the layout as one undo step; what is no longer in the document is passed over.

    paper: what it was made to fit; None for no paper.  lines: how lines are drawn; None for as they are.
    """
    info = with_paper(msgspec.structs.replace(document.info, preset=preset_id), paper)
    if lines is not None:
        info = with_lines(info, lines)
    with document.transaction(name) as transaction:
        transaction.put(*_records(document, arrangement), info)


def arranged(document: Document, arrangement: Arrangement) -> Document:
    """A copy of the document as it would be with an arrangement."""
    nodes, edges = dict(document.nodes), dict(document.edges)
    for record in _records(document, arrangement):
        if isinstance(record, Node):
            nodes[record.id] = record
        else:
            edges[record.id] = record
    return Document(nodes.values(), edges.values(), document.info)


def _records(document: Document, arrangement: Arrangement) -> Iterator[Node | Edge]:
    nodes, edges = document.nodes, document.edges
    for id, box in arrangement.boxes.items():
        if id in nodes:
            yield msgspec.structs.replace(nodes[id], box=box, placed=True)
    for id, bends in arrangement.bends.items():
        if id in edges:
            start, end = arrangement.ports.get(id, (None, None))
            yield msgspec.structs.replace(
                edges[id],
                bends=bends,
                source_offset=_off_centre(start),
                target_offset=_off_centre(end),
                name_at=None,
                name_along=None,
                loose=True,
            )


def _off_centre(offset: Point | None) -> Point | None:
    """An offset of nothing is none: files don't tell the two apart."""
    return None if offset == (0.0, 0.0) else offset


def suggest_arrangement(document: Document, arrangement: Arrangement) -> None:
    """Show the nodes that have no place where the arrangement puts them, and the lines between them as it leads them;
    no step, and nothing is saved of it.
    """
    found = [record for record in _records(document, arrangement) if not _has_place(document, record)]
    document.suggest(
        [msgspec.structs.replace(node, placed=False) for node in found if isinstance(node, Node)],
        [edge for edge in found if isinstance(edge, Edge)],
    )


def _has_place(document: Document, record: Node | Edge) -> bool:
    nodes = document.nodes
    if isinstance(record, Node):
        return nodes[record.id].box is not None
    is_led = bool(document.edges[record.id].bends)
    return is_led or any(nodes[end].box is not None for end in (record.source, record.target))
