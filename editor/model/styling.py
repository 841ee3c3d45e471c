"""The style of a box or a relation, taken from one and given to others.

A box with a kind is drawn as its kind in the colours of its sector, so its style is the sector; one without a kind has
colours and borders of its own. Either can be given to the other as far as that goes.
"""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from editor.model.appearance import Appearance
from editor.model.document import Document
from editor.model.records import Edge, Look, Node
from editor.model.transaction import Transaction
from editor.model.vocabulary import Vocabulary


class Style(msgspec.Struct, frozen=True):
    """How something is drawn. sector: of a box, where it belongs to one."""

    is_line: bool
    look: Look
    sector: str | None = None


def style_of(document: Document, vocabulary: Vocabulary, id: str) -> Style | None:
    """The style of a record; None where there is none with this id."""
    edge = document.edges.get(id)
    if edge is not None:
        return Style(True, edge.look)
    node = document.nodes.get(id)
    if node is None:
        return None
    sector = vocabulary.sector_of(node.kind, node.facts.sector)
    return Style(False, Appearance(vocabulary).node(node), sector.id if sector is not None else None)


def give(document: Document, step: Transaction, ids: Iterable[str], style: Style) -> int:
    """Give a style to those of the records that can have it; returns how many look otherwise now."""
    found = (document.edges.get(id) if style.is_line else document.nodes.get(id) for id in ids)
    pairs = ((record, _styled(record, style)) for record in found if record is not None)
    changed = [after for before, after in pairs if after != before]
    step.put(*changed)
    return len(changed)


def _styled(record: Node | Edge, style: Style) -> Node | Edge:
    """A picture in a box is content, and stays."""
    if isinstance(record, Edge):
        return replace(record, look=style.look)
    if record.kind is None:
        return replace(record, look=replace(style.look, image=record.look.image))
    return record if style.sector is None else replace(record, facts=replace(record.facts, sector=style.sector))
