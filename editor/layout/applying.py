"""Putting an arrangement into a document, as one step or as a suggestion."""

import msgspec

from editor.layout.answer import Arrangement
from editor.model.document import Document


def apply_arrangement(document: Document, arrangement: Arrangement, preset_id: str, name: str) -> None:
    """Boxes, bends and the name of the layout as one undo step; what is no longer in the document is passed over."""
    nodes, edges = document.nodes, document.edges
    boxes = (
        msgspec.structs.replace(nodes[id], box=box, placed=True) for id, box in arrangement.boxes.items() if id in nodes
    )
    lines = (
        msgspec.structs.replace(edges[id], bends=bends, source_offset=None, target_offset=None)
        for id, bends in arrangement.bends.items()
        if id in edges
    )
    with document.transaction(name) as transaction:
        transaction.put(*boxes, *lines, msgspec.structs.replace(document.info, preset=preset_id))


def suggest_arrangement(document: Document, arrangement: Arrangement) -> None:
    """Show the nodes that have no place where the arrangement puts them; no step, and nothing is saved of it."""
    document.suggest(
        msgspec.structs.replace(document.nodes[id], box=box, placed=False)
        for id, box in arrangement.boxes.items()
        if id in document.nodes and document.nodes[id].box is None
    )
